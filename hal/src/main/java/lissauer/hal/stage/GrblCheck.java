package lissauer.hal.stage;

import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.lab.Examined;

/** A stage that is looked at where it stands: it is not homed and not moved. */
record GrblCheck(GrblStage stage) implements Examined {
  @Override
  public List<Finding> findings(String subject) {
    return List.of(
        Finding.ok(
            subject,
            "settings",
            "homing on, soft limits on, millimetres",
            "homing on, soft limits on, millimetres"),
        Finding.unknown(
            subject, "homing", "not tried, since it moves: a row homes the stage when it opens"));
  }

  @Override
  public void ask() throws DeviceException {
    stage.askAndWait();
  }

  @Override
  public Map<String, Long> badFrames() {
    return stage.bad().counts();
  }

  /** GRBL answers within 5 to 20 ms. */
  @Override
  public double answerSeconds() {
    return 0.05;
  }
}
