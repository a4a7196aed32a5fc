package lissauer.simulator.sensor;

/** Refusals of the records here, so that each fits on a line. */
final class Ranges {
  private Ranges() {}

  static void within(double value, double least, double most, String what) {
    require(
        value >= least && value <= most,
        what + " must be " + least + " to " + most + ", was " + value);
  }

  static void require(boolean holds, String refusal) {
    if (!holds) {
      throw new IllegalArgumentException(refusal);
    }
  }
}
