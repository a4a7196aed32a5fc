package lissauer.simulator.cartesian;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Boundaries of the cells along one direction, in mm. */
final class Axis {
  private static final int SAMPLES = 400;
  private final double[] faces;

  private Axis(double[] faces) {
    this.faces = faces;
  }

  /**
   * Fills the space between fixed boundaries with cells of about the wanted width.
   *
   * @param fixed boundaries that must exist, ascending, the ends included
   * @param width wanted width at a place
   */
  static Axis filled(double[] fixed, DoubleUnaryOperator width) {
    double[] faces = {fixed[0]};
    for (int segment = 1; segment < fixed.length; segment++) {
      double[] inner = fill(fixed[segment - 1], fixed[segment], width);
      int old = faces.length;
      faces = Arrays.copyOf(faces, old + inner.length);
      System.arraycopy(inner, 0, faces, old, inner.length);
    }
    return new Axis(faces);
  }

  /** Boundaries after {@code from} up to {@code to}: equal shares of the integral of 1 / width. */
  private static double[] fill(double from, double to, DoubleUnaryOperator width) {
    double[] share = new double[SAMPLES + 1];
    double step = (to - from) / SAMPLES;
    for (int i = 0; i < SAMPLES; i++) {
      share[i + 1] = share[i] + step / width.applyAsDouble(from + (i + 0.5) * step);
    }
    int cells = (int) Math.max(1, Math.round(share[SAMPLES]));
    double[] faces = new double[cells];
    int sample = 0;
    for (int i = 0; i < cells - 1; i++) {
      double wanted = share[SAMPLES] * (i + 1) / cells;
      while (share[sample + 1] < wanted) {
        sample++;
      }
      double part = (wanted - share[sample]) / (share[sample + 1] - share[sample]);
      faces[i] = from + (sample + part) * step;
    }
    faces[cells - 1] = to;
    return faces;
  }

  int cells() {
    return faces.length - 1;
  }

  double width(int cell) {
    return faces[cell + 1] - faces[cell];
  }

  double centre(int cell) {
    return 0.5 * (faces[cell] + faces[cell + 1]);
  }

  /** The cell below which a point lies for interpolation between centres: 0 to cells − 2. */
  int below(double place) {
    int low = 0;
    int high = cells() - 2;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (centre(middle) <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** How far a point is from the centre of {@link #below} to the next: 0 to 1, clamped. */
  double fraction(int below, double place) {
    double part = (place - centre(below)) / (centre(below + 1) - centre(below));
    return Math.clamp(part, 0.0, 1.0);
  }
}
