package lissauer.hal.scpi;

import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.lab.Examined;

/** A generator and its meter that are looked at with the output switched off. */
record ScpiCheck(ScpiGenerator generator) implements Examined {
  @Override
  public List<Finding> findings(String subject) {
    return List.of(
        Finding.ok(
            subject,
            "amplitude ceiling",
            "held against " + generator.ceiling() + " times 1.2",
            "not above " + generator.ceiling()),
        Finding.unknown(
            subject,
            "gain and load",
            "shown by the test signal, which a row or lissauer commission puts out first"));
  }

  @Override
  public void ask() throws DeviceException {
    generator.askBoth();
  }

  @Override
  public Map<String, Long> badFrames() {
    return generator.counts();
  }

  @Override
  public double answerSeconds() {
    return generator.answerSeconds();
  }
}
