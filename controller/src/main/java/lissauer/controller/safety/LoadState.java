package lissauer.controller.safety;

import lissauer.hal.ImpedanceWindow;
import lissauer.hal.RfReading;
import org.jspecify.annotations.Nullable;

/**
 * What the impedance between tip and return electrode has done.
 *
 * @param outside impedances outside the window in a row, over readings with RF on
 * @param restOhms with RF off at this site, smoothed; NaN before there was one
 * @param restCelsius the tip's temperature then
 * @param sinceNanos when the lowest and highest values of now began; those before it are of the
 *     half second before
 * @param strange readings in a row that heat, steadily, cannot explain
 */
record LoadState(
    int outside,
    double restOhms,
    double restCelsius,
    long sinceNanos,
    double leastOhms,
    double leastBeforeOhms,
    int strange) {
  private static final long NEVER = Long.MIN_VALUE;
  private static final double NOTHING = Double.POSITIVE_INFINITY;

  static final LoadState UNKNOWN =
      new LoadState(0, Double.NaN, Double.NaN, NEVER, NOTHING, NOTHING, 0);

  /** Two in a row, so that one noisy reading does not end a lesion (domain hazards 18 and 19). */
  private static final int READINGS = 2;

  private static final double SMOOTHING = 0.2;
  private static final long STRETCH_NANOS = 250_000_000;

  /** Boiling and char raise the impedance this much within half a second (domain hazard 17). */
  private static final double SPIKE_RATIO = 1.5;

  /**
   * Tissue conducts about 2 % better for each kelvin; the part of it near the tip that is hot
   * carries about half of the whole resistance.
   */
  private static final double FALL_PER_KELVIN = 0.01;

  /** Beyond these the tip is not where it was: fluid takes the current, or it left the tissue. */
  private static final double LEAST_RATIO = 0.65;

  private static final double MOST_RATIO = 1.6;

  /** With one more reading. */
  LoadState seeing(RfReading rf, double celsius, boolean placed, Limits limits, long nowNanos) {
    if (!OutputState.flows(rf, limits)) {
      return resting(rf, celsius, placed);
    }
    ImpedanceWindow window = limits.impedance();
    double ohms = rf.impedanceOhms();
    boolean good = ohms >= window.minimumOhms() && ohms <= window.maximumOhms();
    boolean heats = rf.powerWatts() > limits.offWatts();
    boolean begins = sinceNanos == NEVER;
    long lastsNanos = begins ? 0 : nowNanos - sinceNanos;
    boolean turn = begins || lastsNanos >= STRETCH_NANOS;
    boolean kept = turn && lastsNanos < 2 * STRETCH_NANOS;
    double before = turn ? (kept ? leastOhms : NOTHING) : leastBeforeOhms;
    double least = Math.min(turn ? NOTHING : leastOhms, heats && good ? ohms : NOTHING);
    boolean odd =
        heats && (!(ohms <= SPIKE_RATIO * Math.min(least, before)) || moved(ohms, celsius));
    int bad = good ? 0 : outside + 1;
    int odds = heats ? (odd ? strange + 1 : 0) : strange;
    return !turn && bad == outside && odds == strange && least == leastOhms
        ? this
        : new LoadState(
            bad, restOhms, restCelsius, turn ? nowNanos : sinceNanos, least, before, odds);
  }

  /** What is measured before the first RF at a site is what later values are held against. */
  private LoadState resting(RfReading rf, double celsius, boolean placed) {
    boolean known = placed && Double.isFinite(restOhms);
    double ohms =
        known ? restOhms + SMOOTHING * (rf.impedanceOhms() - restOhms) : rf.impedanceOhms();
    return new LoadState(
        outside, placed ? ohms : Double.NaN, celsius, NEVER, NOTHING, NOTHING, strange);
  }

  private double expectedOhms(double celsius) {
    return restOhms / (1 + FALL_PER_KELVIN * Math.max(0, celsius - restCelsius));
  }

  private boolean moved(double ohms, double celsius) {
    double ratio = ohms / expectedOhms(celsius);
    return ratio < LEAST_RATIO || ratio > MOST_RATIO;
  }

  /** Why RF is cut, or null. */
  @Nullable Trip failure(RfReading rf, double celsius, Limits limits) {
    double ohms = rf.impedanceOhms();
    if (outside >= READINGS) {
      return new OutputTrip.ImpedanceOutside(
          ohms, limits.impedance().minimumOhms(), limits.impedance().maximumOhms());
    }
    if (strange < READINGS) {
      return null;
    }
    double lately = Math.min(leastOhms, leastBeforeOhms);
    return ohms > SPIKE_RATIO * lately
        ? new OutputTrip.ImpedanceSpike(ohms, lately, SPIKE_RATIO)
        : new OutputTrip.ImpedanceUnexplained(ohms, expectedOhms(celsius), LEAST_RATIO, MOST_RATIO);
  }
}
