package lissauer.simulator.picture;

import java.util.ArrayList;
import java.util.List;

/** The lines of a contour on an axisymmetric grid. */
final class Lines {
  private Lines() {}

  /** Both sides of an axisymmetric contour, drawn on into the electrode by one cell. */
  static List<Line> of(PlaneGrid half, Contour contour) {
    double[] filled = intoTheUnknown(half, contour.excess());
    return ContourTracer.trace(half.mirrored(), half.mirrored(filled));
  }

  /**
   * Gives each cell without a value the mean of its neighbours that have one, so that lines end
   * under what is drawn there instead of half a cell before it.
   */
  static double[] intoTheUnknown(PlaneGrid grid, double[] values) {
    double[] filled = values.clone();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (Double.isNaN(values[grid.index(column, row)])) {
          filled[grid.index(column, row)] = meanOfNeighbours(grid, values, column, row);
        }
      }
    }
    return filled;
  }

  private static double meanOfNeighbours(PlaneGrid grid, double[] values, int column, int row) {
    List<Double> known = new ArrayList<>();
    for (int other = Math.max(0, row - 1); other <= Math.min(grid.rows() - 1, row + 1); other++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(grid.columns() - 1, column + 1); c++) {
        double value = values[grid.index(c, other)];
        if (!Double.isNaN(value)) {
          known.add(value);
        }
      }
    }
    return known.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
