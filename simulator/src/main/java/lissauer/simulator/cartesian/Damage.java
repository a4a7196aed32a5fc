package lissauer.simulator.cartesian;

import java.util.Arrays;

/**
 * Ω in every cell, each at its own temperature: also in the electrode, which is as warm as the
 * tissue that it displaced, so that the place it leaves is as dead as what is around it.
 */
final class Damage {
  /** Steps of the table of rates; linear between them is right to 5e-6. */
  private static final double TABLE_KELVIN = 0.02;

  private static final int TABLE_SIZE = 8000;

  private final Mesh mesh;

  /** Rates from one step below base upwards. */
  private final double[] table = new double[TABLE_SIZE];

  private final double[] omega;
  private final double[] rate;

  Damage(Mesh mesh, Kinetics kinetics, double baseCelsius) {
    this.mesh = mesh;
    omega = mesh.field();
    rate = mesh.field();
    for (int i = 0; i < TABLE_SIZE; i++) {
      table[i] = kinetics.ratePerSecond(baseCelsius + (i - 1) * TABLE_KELVIN);
    }
    Arrays.fill(rate, table[1]);
  }

  /** Ω at each cell. */
  double[] omega() {
    return omega;
  }

  /** Adds one step that ended at these temperatures above base, in K, by the trapezoidal rule. */
  void add(double[] aboveBase, double seconds) {
    for (int c = mesh.first; c < mesh.end; c++) {
      double place = Math.clamp(aboveBase[c] / TABLE_KELVIN + 1, 0, TABLE_SIZE - 2);
      int low = (int) place;
      double now = table[low] + (place - low) * (table[low + 1] - table[low]);
      omega[c] += 0.5 * seconds * (rate[c] + now);
      rate[c] = now;
    }
  }
}
