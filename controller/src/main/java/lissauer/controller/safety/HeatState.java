package lissauer.controller.safety;

import org.jspecify.annotations.Nullable;

/**
 * Whether temperature and measured power belong together, by facts that hold in any tissue: a tip
 * that is heated without a pause gets at least a share as warm as it would in cord, one that is not
 * heated does not get warmer, and no tip leaves for long what the law's own model of it expects.
 *
 * @param restCelsius the tip before any heat at this place; NaN while it is not in place
 * @param powerNanos since when power flows without a pause, or {@link #NEVER}
 * @param powerCelsius when that began
 * @param sinceNanos since when the lowest power of now is kept
 * @param leastWatts lowest power since then
 * @param leastBeforeWatts lowest of the second before that; 0 when it was not one of heating
 * @param offNanos since when no more power flows, or {@link #NEVER}
 * @param offCelsius when that began
 * @param coldestCelsius lowest since a moment after that
 * @param surprisedNanos since when the law's model is taken aback, or {@link #NEVER}
 */
record HeatState(
    double restCelsius,
    long powerNanos,
    double powerCelsius,
    long sinceNanos,
    double leastWatts,
    double leastBeforeWatts,
    long offNanos,
    double offCelsius,
    double coldestCelsius,
    long surprisedNanos) {
  static final long NEVER = Long.MIN_VALUE;

  /** A tip on its way, of which nothing is expected. */
  static final HeatState ELSEWHERE =
      new HeatState(Double.NaN, NEVER, Double.NaN, NEVER, 0, 0, NEVER, Double.NaN, 0, NEVER);

  private static final long SECOND_NANOS = 1_000_000_000;

  /** What the worst place of a tip lets it get, of what cord does. */
  private static final double LEAST_SHARE = 0.25;

  private static final double MARGIN_KELVIN = 0.5;
  private static final long FALL_NANOS = SECOND_NANOS / 5;
  private static final double FALL_KELVIN = 2;
  private static final double RISE_KELVIN = 3;

  /** The coldest of many samples is some standard deviations below the tip. */
  private static final double NOISES = 6;

  /** Ten seconds without power take far more than a fifth of the rise from every electrode. */
  private static final long COOL_NANOS = 10 * SECOND_NANOS;

  private static final double COOL_SHARE = 0.8;
  private static final double COOL_LEAST_KELVIN = 10;
  private static final double SURPRISE_KELVIN = 1.5;
  private static final long SURPRISE_NANOS = SECOND_NANOS * 12 / 100;

  /**
   * With one more tick at the same place.
   *
   * @param heats whether the generator measures power
   * @param surpriseKelvin last sample less what the law expected of it
   */
  HeatState after(
      boolean heats, double watts, double celsius, double surpriseKelvin, long nowNanos) {
    boolean surprised = !(Math.abs(surpriseKelvin) <= SURPRISE_KELVIN);
    long surprisedSince = surprised ? (surprisedNanos == NEVER ? nowNanos : surprisedNanos) : NEVER;
    if (heats) {
      return heated(watts, celsius, surprisedSince, nowNanos);
    }
    boolean ended = powerNanos != NEVER;
    boolean before = !ended && offNanos == NEVER;
    long since = ended ? nowNanos : offNanos;
    boolean settled = since != NEVER && nowNanos - since > SECOND_NANOS;
    return new HeatState(
        before ? celsius : restCelsius,
        NEVER,
        Double.NaN,
        NEVER,
        0,
        0,
        since,
        ended ? celsius : offCelsius,
        settled ? Math.min(coldestCelsius, celsius) : Double.POSITIVE_INFINITY,
        surprisedSince);
  }

  private HeatState heated(double watts, double celsius, long surprisedSince, long nowNanos) {
    boolean begins = powerNanos == NEVER;
    boolean turns = !begins && nowNanos - sinceNanos >= SECOND_NANOS;
    if (!begins && !turns && watts >= leastWatts && surprisedSince == surprisedNanos) {
      return this;
    }
    return new HeatState(
        Double.isNaN(restCelsius) ? celsius : restCelsius,
        begins ? nowNanos : powerNanos,
        begins ? celsius : powerCelsius,
        begins || turns ? nowNanos : sinceNanos,
        begins || turns ? watts : Math.min(leastWatts, watts),
        begins ? 0 : turns ? leastWatts : leastBeforeWatts,
        NEVER,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        surprisedSince);
  }

  /**
   * Why RF is cut, or null.
   *
   * @param noiseKelvin standard deviation of the thermocouple's noise
   * @param riseKelvinPerWatt of a tip in cord after one second of heating
   */
  @Nullable Trip failure(
      double celsius,
      double noiseKelvin,
      double surpriseKelvin,
      double riseKelvinPerWatt,
      long nowNanos) {
    if (surprisedNanos != NEVER && nowNanos - surprisedNanos >= SURPRISE_NANOS) {
      return new SensorTrip.TemperatureUnexplained(surpriseKelvin, SURPRISE_KELVIN);
    }
    return powerNanos != NEVER
        ? whileHeated(celsius, riseKelvinPerWatt, nowNanos)
        : whileCooling(celsius, noiseKelvin, nowNanos);
  }

  private @Nullable Trip whileHeated(double celsius, double riseKelvinPerWatt, long nowNanos) {
    double fall = powerCelsius - celsius;
    if (nowNanos - powerNanos >= FALL_NANOS && !(fall <= FALL_KELVIN)) {
      return new SensorTrip.FallsWhileHeated(fall, FALL_KELVIN, leastWatts);
    }
    double watts = Math.min(leastWatts, leastBeforeWatts);
    double expected = LEAST_SHARE * riseKelvinPerWatt * watts - MARGIN_KELVIN;
    double rise = celsius - restCelsius;
    return watts > 0 && !(rise >= expected)
        ? new SensorTrip.NotHeating(rise, expected, watts)
        : null;
  }

  private @Nullable Trip whileCooling(double celsius, double noiseKelvin, long nowNanos) {
    if (offNanos == NEVER) {
      return null;
    }
    double rise = celsius - coldestCelsius;
    double mostKelvin = RISE_KELVIN + NOISES * noiseKelvin;
    if (rise > mostKelvin) {
      return new SensorTrip.HeatsWithoutPower(rise, mostKelvin);
    }
    double fromKelvin = offCelsius - restCelsius;
    double below = restCelsius + COOL_SHARE * fromKelvin;
    boolean late = nowNanos - offNanos > COOL_NANOS && fromKelvin > COOL_LEAST_KELVIN;
    return late && !(celsius < below)
        ? new RowTrip.NotCooling(celsius, below, COOL_NANOS * 1e-9)
        : null;
  }
}
