package lissauer.controller.campaign;

/**
 * How a thermocouple is read.
 *
 * @param periodNanos between two conversions, of which each is the mean of that time; 0 for one at
 *     every tick, in an instant
 */
public record Sampling(String name, long periodNanos) {
  /** A front end that samples at every tick. */
  public static final Sampling FIFTY_HERTZ = new Sampling("50 Hz", 0);

  /** A MAX31856 that converts one after another (datasheet, electrical characteristics: 98 ms). */
  public static final Sampling CHIP = new Sampling("10 Hz chip", 100_000_000);

  /** The same where each conversion takes longer, as with its averaging. */
  public static final Sampling SLOW_CHIP = new Sampling("4 Hz chip", 230_000_000);

  /** Whether conversions go on by themselves between ticks. */
  boolean free() {
    return periodNanos > 0;
  }
}
