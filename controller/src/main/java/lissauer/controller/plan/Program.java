package lissauer.controller.plan;

/** What is done at one site. */
public sealed interface Program {
  /** How long RF is applied once the program is under way. */
  double holdSeconds();

  /** Hottest that the tip is meant to get. */
  double peakCelsius();

  /**
   * Heats to a set temperature in a straight ramp and holds it; the time counts from reaching the
   * set temperature less 1 °C.
   *
   * @param rampSeconds 0 for as fast as is safe
   */
  record Thermal(double setCelsius, double rampSeconds, double holdSeconds) implements Program {
    @Override
    public double peakCelsius() {
      return setCelsius;
    }
  }

  /** Holds a power, whatever temperature follows, up to a ceiling that trips. */
  record ConstantPower(double powerWatts, double holdSeconds, double ceilingCelsius)
      implements Program {
    @Override
    public double peakCelsius() {
      return ceilingCelsius;
    }
  }

  /**
   * Short bursts with long pauses, weakened when the tip nears the ceiling.
   *
   * @param voltsRms at the full burst
   * @param burstSeconds length of one burst, a whole number of ticks
   * @param rateHertz bursts per second
   */
  record Pulsed(
      double voltsRms,
      double burstSeconds,
      double rateHertz,
      double holdSeconds,
      double ceilingCelsius)
      implements Program {
    @Override
    public double peakCelsius() {
      return ceilingCelsius;
    }
  }
}
