package lissauer.simulator.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where a field passes zero: marching squares between the centres of the cells, with the
 * pieces joined into lines. At a saddle the sign of the bilinear saddle point decides who is
 * connected (Nielson and Hamann, "The asymptotic decider", Visualization 1991).
 */
final class ContourTracer {
  /** Edges of a square, from its lowest corner round: bottom, right, top, left. */
  private static final int[][] PIECES = {
    {}, {3, 0}, {0, 1}, {3, 1}, {1, 2}, {}, {0, 2}, {3, 2},
    {2, 3}, {2, 0}, {}, {2, 1}, {1, 3}, {1, 0}, {0, 3}, {}
  };

  private static final int[] JOINED = {0, 1, 2, 3};
  private static final int[] APART = {3, 0, 1, 2};

  private final PlaneGrid grid;
  private final double[] excess;

  /** The edges that each edge is joined to by a piece of line: at most two. */
  private final Map<Integer, List<Integer>> joined = new LinkedHashMap<>();

  private ContourTracer(PlaneGrid grid, double[] excess) {
    this.grid = grid;
    this.excess = excess;
  }

  /**
   * All lines of zero, the open ones first; a closed one ends where it began. Squares with a corner
   * that is NaN have none.
   */
  static List<Line> trace(PlaneGrid grid, double[] excess) {
    ContourTracer tracer = new ContourTracer(grid, excess);
    for (int row = 0; row + 1 < grid.rows(); row++) {
      for (int column = 0; column + 1 < grid.columns(); column++) {
        tracer.square(column, row);
      }
    }
    return tracer.lines();
  }

  private void square(int column, int row) {
    int at = grid.index(column, row);
    double a = excess[at];
    double b = excess[at + 1];
    double c = excess[at + 1 + grid.columns()];
    double d = excess[at + grid.columns()];
    if (Double.isNaN(a + b + c + d)) {
      return;
    }
    int inside = (a >= 0 ? 1 : 0) | (b >= 0 ? 2 : 0) | (c >= 0 ? 4 : 0) | (d >= 0 ? 8 : 0);
    int[] edges = {2 * at, 2 * (at + 1) + 1, 2 * (at + grid.columns()), 2 * at + 1};
    int[] pieces = inside == 5 || inside == 10 ? saddle(a, b, c, d) : PIECES[inside];
    for (int i = 0; i < pieces.length; i += 2) {
      join(edges[pieces[i]], edges[pieces[i + 1]]);
    }
  }

  /** The corners a and c are inside and connected, or outside and apart: the same two pieces. */
  private static int[] saddle(double a, double b, double c, double d) {
    boolean middleInside = (a * c - b * d) / (a + c - b - d) >= 0;
    return middleInside == (a >= 0) ? JOINED : APART;
  }

  private void join(int one, int other) {
    joined.computeIfAbsent(one, _ -> new ArrayList<>(2)).add(other);
    joined.computeIfAbsent(other, _ -> new ArrayList<>(2)).add(one);
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Integer edge : List.copyOf(joined.keySet())) {
      if (neighbours(edge).size() == 1) {
        lines.add(walk(edge));
      }
    }
    for (Integer edge : List.copyOf(joined.keySet())) {
      if (!neighbours(edge).isEmpty()) {
        lines.add(walk(edge));
      }
    }
    return lines;
  }

  private List<Integer> neighbours(Integer edge) {
    return joined.getOrDefault(edge, List.of());
  }

  private Line walk(Integer start) {
    List<Integer> path = new ArrayList<>(List.of(start));
    Integer here = start;
    while (!neighbours(here).isEmpty()) {
      Integer next = neighbours(here).removeFirst();
      neighbours(next).removeIf(here::equals);
      path.add(next);
      here = next;
    }
    double[] columns = new double[path.size()];
    double[] rows = new double[path.size()];
    for (int i = 0; i < path.size(); i++) {
      columns[i] = crossing(path.get(i), true);
      rows[i] = crossing(path.get(i), false);
    }
    return new Line(columns, rows);
  }

  /** One coordinate of the place where an edge is crossed. */
  private double crossing(int edge, boolean column) {
    int from = edge / 2;
    boolean alongColumns = edge % 2 == 0;
    int to = alongColumns ? from + 1 : from + grid.columns();
    double share = excess[from] / (excess[from] - excess[to]);
    double[] centres = column ? grid.columnCentresMillimetres() : grid.rowCentresMillimetres();
    int at = column ? from % grid.columns() : from / grid.columns();
    return column == alongColumns
        ? centres[at] + share * (centres[at + 1] - centres[at])
        : centres[at];
  }
}
