package lissauer.hal;

import java.util.function.Consumer;

/** A rig whose file has been read and found right, and of which no device has been touched yet. */
@FunctionalInterface
public interface UnopenedRig {
  /**
   * Opens every device, checks who answers, waits until each sensor has something to say, and
   * leaves the output off and the relay open.
   *
   * @throws DeviceException if a device is missing or is not what the file says
   */
  Rig open() throws DeviceException;

  /** Whether its devices live on when this process ends, and with them what state they are in. */
  default boolean outlivesUs() {
    return false;
  }

  /**
   * Looks at everything that can be looked at before heat, and lets go of it again. Nothing heats,
   * nothing moves, no relay is driven closed; a device that does not answer keeps nobody from
   * looking at the others.
   *
   * @param told of each finding as it is made
   */
  default void examine(Consumer<Finding> told) {
    try (Rig rig = open()) {
      rig.devices().forEach(device -> told.accept(Finding.ok("rig", "device", device, "")));
      AtRest.thermocouple("thermocouple", rig.thermocouple(), told);
      AtRest.interlock("interlock", rig.interlock(), told);
      AtRest.relay("relay", rig.relay(), told);
      AtRest.footswitch("footswitch", rig.footswitch(), told);
    } catch (DeviceException e) {
      told.accept(Finding.missing(e.device(), "open", String.valueOf(e.getMessage()), ""));
    }
  }
}
