package lissauer.controller.plan;

/** What the control law is asked to do at this instant. */
public sealed interface Target {
  /** Nothing. */
  record Off() implements Target {}

  /** Follow a temperature. */
  record Temperature(double referenceCelsius, double slopeKelvinPerSecond) implements Target {}

  /** Give a power. */
  record Power(double powerWatts) implements Target {}

  /**
   * Pulsed RF.
   *
   * @param burst whether this tick lies in a burst
   */
  record Pulse(boolean burst, double voltsRms, double ceilingCelsius) implements Target {}
}
