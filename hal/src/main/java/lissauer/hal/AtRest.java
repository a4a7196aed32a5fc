package lissauer.hal;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * What the sensors and contacts of a rig must read while nothing heats: the same bounds as the self
 * test of a row, but nothing is driven.
 */
public final class AtRest {
  private static final double COLDEST_CELSIUS = 5;
  private static final double WARMEST_CELSIUS = 45;
  private static final String PLAUSIBLE = "5 to 45 °C";

  private AtRest() {}

  /** Tip and connector are at temperatures that a room or a body has. */
  public static void thermocouple(
      String subject, Thermocouple thermocouple, Consumer<Finding> told) {
    try {
      TemperatureSample sample = thermocouple.read();
      boolean good = sample.quality() == Quality.GOOD && plausible(sample.tipCelsius());
      told.accept(
          Finding.when(
              good,
              subject,
              "tip temperature",
              celsius(sample.tipCelsius()) + ", " + sample.quality(),
              PLAUSIBLE + ", GOOD",
              "check the thermocouple's plug, wires and type, and that nothing heats it"));
      if (!Double.isNaN(sample.coldJunctionCelsius())) {
        told.accept(
            Finding.when(
                plausible(sample.coldJunctionCelsius()),
                subject,
                "cold junction",
                celsius(sample.coldJunctionCelsius()),
                PLAUSIBLE,
                "check what warms or cools the connector or the board"));
      }
    } catch (DeviceException e) {
      told.accept(silent(subject, "tip temperature", e));
    }
  }

  /** Emergency stop, lid and cable are whole. */
  public static void interlock(String subject, Interlock interlock, Consumer<Finding> told) {
    try {
      boolean closed = interlock.closed();
      told.accept(
          Finding.when(
              closed,
              subject,
              "interlock",
              closed ? "closed" : "open",
              "closed",
              "release the emergency stop, close the lid, plug the cable in; then the wires"));
    } catch (DeviceException e) {
      told.accept(silent(subject, "interlock", e));
    }
  }

  /** The contact between generator and electrode is open while nobody drives it. */
  public static void relay(String subject, RfRelay relay, Consumer<Finding> told) {
    try {
      boolean closed = relay.closed();
      told.accept(
          Finding.when(
              !closed,
              subject,
              "relay contact",
              closed ? "closed" : "open",
              "open",
              "switch the generator off: the contact is welded, or its read-back wire is wrong"));
    } catch (DeviceException e) {
      told.accept(silent(subject, "relay contact", e));
    }
  }

  /** Nobody stands on the pedal. */
  public static void footswitch(String subject, Footswitch footswitch, Consumer<Finding> told) {
    try {
      boolean pressed = footswitch.pressed();
      told.accept(
          Finding.when(
              !pressed,
              subject,
              "footswitch",
              pressed ? "down" : "up",
              "up",
              "take the foot, or whatever stands on it, off the pedal; then its cable"));
    } catch (DeviceException e) {
      told.accept(silent(subject, "footswitch", e));
    }
  }

  private static Finding silent(String subject, String check, DeviceException e) {
    return Finding.missing(subject, check, String.valueOf(e.getMessage()), "see above");
  }

  private static boolean plausible(double celsius) {
    return celsius >= COLDEST_CELSIUS && celsius <= WARMEST_CELSIUS;
  }

  private static String celsius(double value) {
    return String.format(Locale.ROOT, "%.1f °C", value);
  }
}
