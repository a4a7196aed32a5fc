package lissauer.hal.gpio;

import java.util.Optional;
import lissauer.hal.settings.Settings;

/**
 * One line of a GPIO chip: {@code /dev/gpiochipCHIP}.
 *
 * @param line on the Raspberry Pi's header the number after GPIO or BCM, not that of the pin
 */
public record GpioPin(int chip, int line) {
  /** The header of a Raspberry Pi ends at GPIO27. */
  private static final int MOST_LINE = 53;

  /** Refuses what no Raspberry Pi has. */
  public GpioPin {
    if (!(chip >= 0 && chip <= 15 && line >= 0 && line <= MOST_LINE)) {
      throw new IllegalArgumentException(
          "GPIO chip must be 0 to 15 and line 0 to 53, were " + chip + " and " + line);
    }
  }

  /** Reads a key that must be there. */
  public static GpioPin from(Settings settings, String key, int chip) {
    return new GpioPin(chip, (int) settings.whole(key, 0, MOST_LINE));
  }

  /** Reads a key that may be left out. */
  public static Optional<GpioPin> ifThere(Settings settings, String key, int chip) {
    return settings.has(key) ? Optional.of(from(settings, key, chip)) : Optional.empty();
  }

  /** Reads {@code gpio_chip}, 0 when left out. */
  public static int chip(Settings settings) {
    return (int) settings.whole("gpio_chip", 0, 15, 0);
  }

  /** As in messages. */
  @Override
  public String toString() {
    return "GPIO" + line + (chip == 0 ? "" : " of /dev/gpiochip" + chip);
  }
}
