package lissauer.hal.gpio;

import com.pi4j.io.gpio.digital.PullResistance;
import lissauer.hal.settings.Settings;

/**
 * A contact at an input, wired so that a broken wire reads as an open contact.
 *
 * @param name what a person calls it
 * @param to what the contact connects the pin to; the pull resistor is always the opposite
 */
public record ContactPin(String name, GpioPin pin, Closes to) {
  /** What the line is connected to while the contact is closed. */
  public enum Closes {
    /** Contact between pin and ground, pull-up: the usual one. */
    TO_GROUND,
    /** Contact between pin and 3.3 V, pull-down: a cable crushed to ground reads open too. */
    TO_SUPPLY;

    PullResistance pull() {
      return this == TO_GROUND ? PullResistance.PULL_UP : PullResistance.PULL_DOWN;
    }
  }

  /**
   * Reads {@code contact_closes}: {@code to_ground}, which it is when left out, or {@code
   * to_supply}.
   */
  static Closes closes(Settings settings) {
    return Choice.of(settings, "contact_closes", Closes.values(), Closes.TO_GROUND);
  }
}
