package lissauer.controller.control;

/**
 * Scales the bursts of pulsed RF so that the mean tip temperature stays below a ceiling: pulsed RF
 * is meant not to coagulate (below 42 to 43 °C, domain sources R24 and R25).
 */
public final class PulseLaw {
  /** Bursts are weakened from this far below the ceiling on. */
  private static final double MARGIN_KELVIN = 0.5;

  /** Share of the full burst taken or given back per kelvin and second. */
  private static final double PER_KELVIN_SECOND = 0.5;

  private PulseLaw() {}

  /**
   * The share of the full burst power to use from now on, 0 to 1.
   *
   * @param lastFraction the share of the tick before; 1 at the start
   * @param elapsedSeconds since then
   */
  public static double fraction(
      double lastFraction, double elapsedSeconds, double tipCelsius, double ceilingCelsius) {
    double roomKelvin = ceilingCelsius - MARGIN_KELVIN - tipCelsius;
    double change = PER_KELVIN_SECOND * roomKelvin * elapsedSeconds;
    return Math.max(0, Math.min(1, lastFraction + change));
  }
}
