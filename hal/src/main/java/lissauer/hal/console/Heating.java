package lissauer.hal.console;

/** What a plan does at each site, for those who simulate it. */
public sealed interface Heating {
  /** How long RF is applied once under way. */
  double holdSeconds();

  /** A straight ramp to a temperature of the tip, which is then held. */
  record Thermal(double setCelsius, double rampSeconds, double holdSeconds) implements Heating {}

  /** A power, whatever temperature follows. */
  record ConstantPower(double powerWatts, double holdSeconds) implements Heating {}

  /**
   * Short bursts of a voltage with long pauses.
   *
   * @param rateHertz bursts per second
   */
  record Pulsed(double voltsRms, double burstSeconds, double rateHertz, double holdSeconds)
      implements Heating {}
}
