package lissauer.controller.commission;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/** STOP drops the relay: pedal, emergency stop or the word on the terminal, with RF off. */
public final class StopStep {
  /** Its name in the record. */
  public static final String NAME = "stop";

  private static final double CLOSE_SECONDS = 0.5;
  private static final double OPEN_SECONDS = 0.3;
  private static final double STOP_SECONDS = 60;

  private StopStep() {}

  /** Closes the relay, waits for a stop, and times the contact. */
  public static StepResult run(Walk walk) throws DeviceException, Aborted, Walk.Skipped {
    String _ = walk.ask("The relay will close, with RF off. Release every stop, then press Enter.");
    Map<String, Object> measured = new LinkedHashMap<>();
    walk.relay(true);
    if (walk.await(look -> look.sample().relayClosed(), CLOSE_SECONDS) == null) {
      return StepResult.failed(
          NAME, measured, "the relay was driven and its contact reads open after 0.5 s");
    }
    walk.say("The relay is closed. STOP now: pedal, emergency stop, or type stop and Enter.");
    String by = stoppedBy(walk);
    if (by == null) {
      return StepResult.failed(NAME, measured, "nobody stopped within 60 s");
    }
    walk.relay(false);
    measured.put("by", by);
    long from = walk.look().atNanos();
    ColdRig.Look open = walk.await(look -> !look.sample().relayClosed(), OPEN_SECONDS);
    if (open == null) {
      return StepResult.failed(
          NAME, measured, "the contact still reads closed 0.3 s after the stop: welded?");
    }
    measured.put("contactOpenMillis", Math.round((open.atNanos() - from) * 1e-6));
    return StepResult.passed(NAME, measured);
  }

  private static @Nullable String stoppedBy(Walk walk)
      throws DeviceException, Aborted, Walk.Skipped {
    ColdRig.Look look = walk.look();
    long from = look.atNanos();
    while ((look.atNanos() - from) * 1e-9 <= STOP_SECONDS) {
      if (look.sample().footswitchPressed()) {
        return "footswitch";
      }
      if (!look.sample().interlockClosed()) {
        return "emergency stop";
      }
      if (walk.typed("stop")) {
        return "terminal";
      }
      look = walk.look();
    }
    return null;
  }
}
