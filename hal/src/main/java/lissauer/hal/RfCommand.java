package lissauer.hal;

/**
 * What the generator is asked to put out, and for how long that permission lasts.
 *
 * <p>Permission is a lease: a generator that hears nothing more falls to 0 W by itself, so a dead
 * or frozen service cannot leave RF on.
 *
 * @param powerWatts wanted mean output, 0 to switch off
 * @param leaseNanos how long the output may stay on without another command
 */
public record RfCommand(double powerWatts, long leaseNanos) {
  /** No output. */
  public static final RfCommand OFF = new RfCommand(0, 0);

  /** Refuses a power that is negative or not finite, and a lease that is negative. */
  public RfCommand {
    if (!(powerWatts >= 0 && powerWatts < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("power must be finite and >= 0 W, was " + powerWatts);
    }
    if (leaseNanos < 0) {
      throw new IllegalArgumentException("lease must be >= 0 ns, was " + leaseNanos);
    }
  }

  /** Whether this asks for any output. */
  public boolean on() {
    return powerWatts > 0;
  }
}
