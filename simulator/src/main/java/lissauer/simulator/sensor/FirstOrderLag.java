package lissauer.simulator.sensor;

/**
 * What something of small mass shows of a temperature that it follows: {@code ẏ = (u − y)/L}.
 *
 * <p>Solved in closed form for a temperature that changes linearly during a step, so the length of
 * a step matters only as far as the temperature bends within it. {@code StrictMath} keeps the bits
 * the same on every machine.
 */
final class FirstOrderLag {
  private double shownCelsius;

  FirstOrderLag(double startCelsius) {
    this.shownCelsius = startCelsius;
  }

  double shownCelsius() {
    return shownCelsius;
  }

  /**
   * Follows a temperature that goes straight from one value to another.
   *
   * @param lagSeconds L, above 0
   * @return ∫ y dt over the step, in K·s above 0 °C
   */
  double follow(double seconds, double fromCelsius, double toCelsius, double lagSeconds) {
    if (!(seconds > 0)) {
      return 0;
    }
    double slope = (toCelsius - fromCelsius) / seconds;
    double start = shownCelsius;
    // L(1 − e^{−t/L}): what is left of t once the lag is taken off
    double reached = -lagSeconds * StrictMath.expm1(-seconds / lagSeconds);
    double behind = seconds - reached;
    shownCelsius = start + (fromCelsius - start) * (reached / lagSeconds) + slope * behind;
    return fromCelsius * seconds
        + (start - fromCelsius) * reached
        + slope * (seconds * seconds / 2 - lagSeconds * behind);
  }
}
