package lissauer.controller.campaign;

/** Measures the true tip at one site, step by step. */
final class SiteMeter {
  private static final double HELD_KELVIN = 0.2;
  private static final double ROUNDING_SECONDS = 1e-6;

  private final double rampSeconds;
  private final double stepSeconds;
  private double overshootKelvin = Double.NEGATIVE_INFINITY;
  private double outsideOneSeconds;
  private double outsideHalfSeconds;
  private double holdSeconds = Double.POSITIVE_INFINITY;
  private int holdTicks;
  private int heldTicks;
  private double stepKelvin = Double.NaN;
  private boolean outsideOne = true;
  private boolean outsideHalf = true;

  /**
   * A meter that has seen nothing.
   *
   * @param stepSeconds when perfusion changes, or the site ends
   */
  SiteMeter(double rampSeconds, double stepSeconds) {
    this.rampSeconds = rampSeconds;
    this.stepSeconds = stepSeconds;
  }

  /** What is true so long after the ramp began. */
  void see(double seconds, double kelvin) {
    if (seconds > stepSeconds + ROUNDING_SECONDS) {
      stepKelvin = Math.max(Double.isNaN(stepKelvin) ? 0 : stepKelvin, Math.abs(kelvin));
      return;
    }
    overshootKelvin = Math.max(overshootKelvin, kelvin);
    outsideOne = !(Math.abs(kelvin) <= 1);
    outsideHalf = !(Math.abs(kelvin) <= 0.5);
    outsideOneSeconds = outsideOne ? seconds : outsideOneSeconds;
    outsideHalfSeconds = outsideHalf ? seconds : outsideHalfSeconds;
    if (seconds >= rampSeconds - ROUNDING_SECONDS && kelvin >= -1) {
      holdSeconds = Math.min(holdSeconds, seconds);
    }
    if (seconds >= holdSeconds + Trial.ALLOWANCE_SECONDS) {
      holdTicks++;
      heldTicks += Math.abs(kelvin) <= HELD_KELVIN ? 1 : 0;
    }
  }

  /** What it was; of a ramp that never began nothing good is said. */
  SiteOutcome outcome(double leadSeconds) {
    return new SiteOutcome(
        leadSeconds,
        overshootKelvin == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : overshootKelvin,
        outsideOne ? Double.POSITIVE_INFINITY : outsideOneSeconds,
        outsideHalf ? Double.POSITIVE_INFINITY : outsideHalfSeconds,
        holdTicks,
        heldTicks,
        stepKelvin);
  }
}
