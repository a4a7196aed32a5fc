package lissauer.controller.commission;

import java.util.Map;
import java.util.function.Predicate;
import lissauer.hal.DeviceException;

/**
 * A switch is read both ways, whichever way it rests.
 *
 * @param name in the record
 * @param actuate what the person is to do
 * @param release and to do after that
 */
public record SwitchStep(String name, String actuate, String release, Contact contact) {
  private static final double WAIT_SECONDS = 60;

  /** Emergency stop, lid, cable: one chain, of which each contact is worth a walk of its own. */
  public static final SwitchStep INTERLOCK =
      new SwitchStep(
          "interlock",
          "Press the emergency stop, or open the lid (60 s; s and Enter skips).",
          "Release it again.",
          Contact.INTERLOCK);

  /** The pedal. */
  public static final SwitchStep FOOTSWITCH =
      new SwitchStep(
          "footswitch",
          "Step on the footswitch (60 s; s and Enter skips).",
          "Step off it.",
          Contact.FOOTSWITCH);

  /** Which input is read. */
  public enum Contact {
    /** At rest closed. */
    INTERLOCK,
    /** At rest up. */
    FOOTSWITCH
  }

  /** Waits for both. */
  public StepResult run(Walk walk) throws DeviceException, Aborted, Walk.Skipped {
    if (actuated().test(walk.look())) {
      return StepResult.failed(name, Map.of(), "reads as actuated before anybody touched it");
    }
    walk.say(actuate);
    if (walk.await(actuated(), WAIT_SECONDS) == null) {
      return StepResult.failed(name, Map.of(), "nothing was read within 60 s: check its wires");
    }
    walk.say(release);
    return walk.await(actuated().negate(), WAIT_SECONDS) == null
        ? StepResult.failed(name, Map.of("actuated", true), "did not come back within 60 s")
        : StepResult.passed(name, Map.of("actuated", true, "released", true));
  }

  private Predicate<ColdRig.Look> actuated() {
    return switch (contact) {
      case INTERLOCK -> look -> !look.sample().interlockClosed();
      case FOOTSWITCH -> look -> look.sample().footswitchPressed();
    };
  }
}
