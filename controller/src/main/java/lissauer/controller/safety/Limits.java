package lissauer.controller.safety;

import lissauer.hal.ImpedanceWindow;

/**
 * Numbers that the gate holds every tick against: the electrode's caps, tightened by the plan and
 * by {@code config/limits.yaml}, never widened.
 *
 * @param tipCelsius RF is cut above this
 * @param powerWatts most that is ever commanded
 * @param absoluteWatts RF is cut when a tenth more than this is measured once
 * @param rfOnSeconds longest time of RF at one site
 * @param sampleAgeSeconds oldest temperature and generator reading that may be acted on; a time
 *     stamp as far in the future counts as old too, since it cannot be believed
 * @param tickGapSeconds longest time between two ticks while RF is on
 * @param excessFraction how much more than commanded may be measured, as a share of the command
 * @param excessReadings so many readings above that in a row trip
 * @param offWatts less than this counts as no output
 * @param offSeconds how long the output may take to go off
 * @param leaseSeconds how long the generator may go on without hearing from us
 * @param riseKelvinPerWatt how much warmer one watt makes this tip in cord within a second
 */
public record Limits(
    double tipCelsius,
    double powerWatts,
    double absoluteWatts,
    double rfOnSeconds,
    ImpedanceWindow impedance,
    double sampleAgeSeconds,
    double tickGapSeconds,
    double excessFraction,
    int excessReadings,
    double offWatts,
    double offSeconds,
    double leaseSeconds,
    double riseKelvinPerWatt,
    DoseLimits dose) {

  /** Refuses a limit that limits nothing: not finite, not positive, or power above the cap. */
  public Limits {
    positive("tip temperature", tipCelsius);
    positive("power", powerWatts);
    positive("RF time", rfOnSeconds);
    positive("sample age", sampleAgeSeconds);
    positive("tick gap", tickGapSeconds);
    positive("excess fraction", excessFraction);
    positive("excess readings", (double) excessReadings);
    positive("off power", offWatts);
    positive("off time", offSeconds);
    positive("lease", leaseSeconds);
    positive("rise", riseKelvinPerWatt);
    if (!(powerWatts <= absoluteWatts)) {
      throw new IllegalArgumentException(
          "power limit " + powerWatts + " W is above the absolute cap " + absoluteWatts + " W");
    }
  }

  static void positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " limit must be positive, was " + value);
    }
  }
}
