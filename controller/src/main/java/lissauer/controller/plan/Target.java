package lissauer.controller.plan;

/** What the control law is asked to do at this instant. */
public sealed interface Target {
  /** Nothing. */
  record Off() implements Target {}

  /**
   * Learn: the pulse of a probe, or the rest after it.
   *
   * @param pulse whether this tick lies in the pulse
   */
  record Probe(boolean pulse) implements Target {}

  /** Nothing, but keep looking: the tip is in place, before it heats or while it cools. */
  record Watch() implements Target {}

  /**
   * Follow a temperature.
   *
   * @param referenceCelsius now
   * @param slopeKelvinPerSecond how fast that moves, until it is at the set temperature
   */
  record Temperature(double referenceCelsius, double slopeKelvinPerSecond, double setCelsius)
      implements Target {}

  /** Give a power. */
  record Power(double powerWatts) implements Target {}

  /**
   * Pulsed RF.
   *
   * @param burst whether this tick lies in a burst
   */
  record Pulse(boolean burst, double voltsRms, double ceilingCelsius) implements Target {}
}
