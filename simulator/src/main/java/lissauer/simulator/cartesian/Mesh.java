package lissauer.simulator.cartesian;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * Cells of the half space y ≥ 0 around a row along x. Cells are numbered x fastest, then y, then z,
 * from {@link #first}: one plane of unused numbers on either side lets every cell have a lower and
 * an upper neighbour to read.
 */
final class Mesh {
  final Axis x;
  final Axis y;
  final Axis z;

  /** Distance in numbers between neighbours along x, y, z. */
  final int[] stride;

  final int first;
  final int end;

  /** Cell volumes in mm³. */
  final double[] volume;

  /** Half the resistance of a cell of unit conductivity along x, y, z, in 1/mm. */
  final double[][] half;

  private Mesh(Axis x, Axis y, Axis z) {
    this.x = x;
    this.y = y;
    this.z = z;
    stride = new int[] {1, x.cells(), x.cells() * y.cells()};
    first = stride[2];
    end = first + stride[2] * z.cells();
    volume = field();
    half = new double[][] {field(), field(), field()};
    for (int c = first, k = 0; k < z.cells(); k++) {
      for (int j = 0; j < y.cells(); j++) {
        for (int i = 0; i < x.cells(); i++, c++) {
          volume[c] = x.width(i) * y.width(j) * z.width(k);
          half[0][c] = x.width(i) * x.width(i) / (2 * volume[c]);
          half[1][c] = y.width(j) * y.width(j) / (2 * volume[c]);
          half[2][c] = z.width(k) * z.width(k) / (2 * volume[c]);
        }
      }
    }
  }

  /** A mesh with boundaries on the electrode at every site, the first at x = 0. */
  static Mesh around(int sites, double spacingMillimetres, Fineness fineness) {
    double last = (sites - 1) * spacingMillimetres;
    double box = fineness.boxMillimetres();
    TreeSet<Double> alongX = new TreeSet<>();
    TreeSet<Double> edgesX = new TreeSet<>();
    TreeSet<Double> alongY = new TreeSet<>();
    for (int site = 0; site < sites; site++) {
      alongX.add(site * spacingMillimetres);
      for (double side : Electrode.halfSidesMillimetres()) {
        alongX.add(site * spacingMillimetres - side);
        alongX.add(site * spacingMillimetres + side);
        alongY.add(side);
      }
      double tip = Electrode.halfSidesMillimetres()[0];
      edgesX.add(site * spacingMillimetres - tip);
      edgesX.add(site * spacingMillimetres + tip);
    }
    TreeSet<Double> edgesY = new TreeSet<>();
    edgesY.add(Electrode.halfSidesMillimetres()[0]);
    TreeSet<Double> alongZ = new TreeSet<>();
    for (double height : Electrode.heightsMillimetres()) {
      alongZ.add(height);
    }
    TreeSet<Double> edgesZ = new TreeSet<>();
    edgesZ.add(0.0);
    edgesZ.add(Electrode.TIP_MILLIMETRES);
    return new Mesh(
        axis(alongX, -box, last + box, width(edgesX, -1.1, last + 1.1, fineness)),
        axis(alongY, 0, box, width(edgesY, 0, 1.2, fineness)),
        axis(alongZ, -box, box + 1, width(edgesZ, -0.6, 2.5, fineness)));
  }

  private static Axis axis(
      NavigableSet<Double> fixed, double from, double to, DoubleUnaryOperator w) {
    fixed.add(from);
    fixed.add(to);
    return Axis.filled(fixed.stream().mapToDouble(Double::doubleValue).toArray(), w);
  }

  /** Fine at the edges, at most {@code row} wide between two places, growing away from both. */
  private static DoubleUnaryOperator width(
      NavigableSet<Double> edges, double from, double to, Fineness fineness) {
    return place -> {
      Double lower = edges.floor(place);
      Double upper = edges.ceiling(place);
      double nearest =
          Math.min(
              lower == null ? Double.MAX_VALUE : place - lower,
              upper == null ? Double.MAX_VALUE : upper - place);
      double outside = Math.max(0, Math.max(from - place, place - to));
      return Math.min(
          fineness.tipMillimetres() + fineness.growthRatio() * nearest,
          fineness.rowMillimetres() + fineness.growthRatio() * outside);
    };
  }

  /** Room for one value per cell, the unused numbers included. */
  double[] field() {
    return new double[end + first];
  }

  int cells() {
    return end - first;
  }

  int cell(int i, int j, int k) {
    return first + i + stride[1] * j + stride[2] * k;
  }

  /** How many cells lie below this one along a direction. */
  int position(int direction, int cell) {
    int number = cell - first;
    return switch (direction) {
      case 0 -> number % stride[1];
      case 1 -> number / stride[1] % y.cells();
      default -> number / stride[2];
    };
  }

  /** Whether a cell lies at the upper end of a direction. */
  boolean isLast(int direction, int cell) {
    Axis axis = direction == 0 ? x : direction == 1 ? y : z;
    return position(direction, cell) == axis.cells() - 1;
  }
}
