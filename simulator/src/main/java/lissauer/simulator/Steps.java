package lissauer.simulator;

/** Finite resolution of a simulated instrument. */
final class Steps {
  private Steps() {}

  /**
   * The nearest multiple of {@code step}, as the decimal number that a display would show.
   *
   * @param step a power of ten
   */
  static double of(double value, double step) {
    double perUnit = Math.rint(1 / step);
    return Math.rint(value * perUnit) / perUnit;
  }
}
