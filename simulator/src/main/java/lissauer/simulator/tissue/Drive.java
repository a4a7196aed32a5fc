package lissauer.simulator.tissue;

/** What is done at one site, as ideal equipment would do it. */
public sealed interface Drive {
  /** How long RF is on, in all. */
  double onSeconds();

  /** A voltage at the tip, in V rms. */
  record Voltage(double voltsRms, double onSeconds) implements Drive {}

  /** A power in the tissue, in W. */
  record Power(double powerWatts, double onSeconds) implements Drive {}

  /**
   * Whatever power keeps the thermocouple on a path: up in the ramp, then level.
   *
   * @param smooth a raised cosine instead of a straight ramp
   */
  record Clamp(double setCelsius, double rampSeconds, double holdSeconds, boolean smooth)
      implements Drive {
    @Override
    public double onSeconds() {
      return rampSeconds + holdSeconds;
    }

    /** Where the thermocouple has to be. */
    public double celsius(double seconds, double fromCelsius) {
      double share = rampSeconds > 0 ? Math.min(1, seconds / rampSeconds) : 1;
      double risen = smooth ? 0.5 - 0.5 * StrictMath.cos(Math.PI * share) : share;
      return fromCelsius + (setCelsius - fromCelsius) * risen;
    }
  }

  /**
   * Bursts of a voltage.
   *
   * @param rateHertz bursts per second
   */
  record Bursts(double voltsRms, double burstSeconds, double rateHertz, double onSeconds)
      implements Drive {
    private static final double ROUNDING_SECONDS = 1e-9;

    private double phase(double seconds) {
      double period = 1 / rateHertz;
      return Math.max(0, seconds - Math.floor(seconds / period + ROUNDING_SECONDS) * period);
    }

    /** Whether a burst is on. */
    boolean on(double seconds) {
      return phase(seconds) < burstSeconds - ROUNDING_SECONDS;
    }

    /** How long the burst or pause has lasted. */
    double sinceChangeSeconds(double seconds) {
      return Math.max(0, phase(seconds) - (on(seconds) ? 0 : burstSeconds));
    }

    /** How long it will last. */
    double toChangeSeconds(double seconds) {
      return (on(seconds) ? burstSeconds : 1 / rateHertz) - phase(seconds);
    }
  }
}
