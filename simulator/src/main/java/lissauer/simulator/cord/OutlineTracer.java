package lissauer.simulator.cord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the border of any shape that can only say what is in it: marching squares on a grid, each
 * crossing then found by halving.
 *
 * <p>Rings run with the shape on the same side, outer ones and holes opposite ways. What is thinner
 * than a grid step may be missed.
 */
final class OutlineTracer {
  /** Whether a place belongs to the shape. */
  interface Shape {
    boolean contains(double lateralMillimetres, double ventralMillimetres);
  }

  private static final double STEP_MILLIMETRES = 0.05;
  private static final int HALVINGS = 12;

  private final Shape shape;
  private final double leastLateral;
  private final double leastVentral;
  private final int columns;
  private final boolean[] inside;

  /** Looks from one corner to the other; the shape is cut off there. */
  OutlineTracer(Shape shape, SectionPoint least, SectionPoint most) {
    this.shape =
        (lateral, ventral) ->
            lateral >= least.lateralMillimetres()
                && lateral <= most.lateralMillimetres()
                && ventral >= least.ventralMillimetres()
                && ventral <= most.ventralMillimetres()
                && shape.contains(lateral, ventral);
    leastLateral = least.lateralMillimetres() - STEP_MILLIMETRES;
    leastVentral = least.ventralMillimetres() - STEP_MILLIMETRES;
    columns = steps(most.lateralMillimetres() - leastLateral);
    int rows = steps(most.ventralMillimetres() - leastVentral);
    inside = new boolean[columns * rows];
    for (int row = 1; row < rows - 1; row++) {
      for (int column = 1; column < columns - 1; column++) {
        int corner = row * columns + column;
        inside[corner] = this.shape.contains(lateral(corner), ventral(corner));
      }
    }
  }

  private static int steps(double length) {
    return (int) Math.ceil(length / STEP_MILLIMETRES) + 2;
  }

  List<List<SectionPoint>> rings() {
    Map<Long, Long> follower = new LinkedHashMap<>();
    for (int corner = 0; corner < inside.length - columns; corner++) {
      if ((corner + 1) % columns != 0) {
        addCell(corner, follower);
      }
    }
    List<List<SectionPoint>> rings = new ArrayList<>();
    while (!follower.isEmpty()) {
      List<SectionPoint> ring = new ArrayList<>();
      Long edge = follower.keySet().iterator().next();
      while (edge != null && follower.containsKey(edge)) {
        ring.add(crossing(edge));
        edge = follower.remove(edge);
      }
      rings.add(ring);
    }
    return rings;
  }

  /**
   * Round the cell's corners: a border leads from where a run of inside corners ends to its start.
   */
  private void addCell(int corner, Map<Long, Long> follower) {
    int[] round = {corner, corner + 1, corner + columns + 1, corner + columns};
    for (int k = 0; k < 4; k++) {
      if (inside[round[k]] && !inside[round[(k + 1) % 4]]) {
        int first = k;
        while (inside[round[(first + 3) % 4]]) {
          first = (first + 3) % 4;
        }
        follower.put(
            edge(round[k], round[(k + 1) % 4]), edge(round[(first + 3) % 4], round[first]));
      }
    }
  }

  /** One number for the edge between two neighbouring corners. */
  private long edge(int one, int other) {
    boolean down = Math.abs(one - other) == columns;
    return 2L * Math.min(one, other) + (down ? 1 : 0);
  }

  private SectionPoint crossing(long edge) {
    int one = (int) (edge / 2);
    int other = edge % 2 == 0 ? one + 1 : one + columns;
    int in = inside[one] ? one : other;
    int out = inside[one] ? other : one;
    double least = 0;
    double most = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (least + most) / 2;
      if (shape.contains(
          between(lateral(in), lateral(out), middle), between(ventral(in), ventral(out), middle))) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return new SectionPoint(
        between(lateral(in), lateral(out), least), between(ventral(in), ventral(out), least));
  }

  private static double between(double from, double to, double share) {
    return from + share * (to - from);
  }

  private double lateral(int corner) {
    int column = corner % columns;
    return leastLateral + column * STEP_MILLIMETRES;
  }

  private double ventral(int corner) {
    int row = corner / columns;
    return leastVentral + row * STEP_MILLIMETRES;
  }
}
