package lissauer.simulator.tissue;

import java.util.Arrays;

/**
 * Places the faces of a mesh along one axis: exactly on every break, small cells at the corners
 * where field and temperature are steep, growing with the distance from them.
 *
 * @param smallestMillimetres size of a cell at a corner
 * @param growthRatio how much larger a cell gets for each unit of distance from the nearest corner
 * @param nearMillimetres distance up to which that holds
 * @param farGrowthRatio the same further away, where fields are smooth
 * @param largestMillimetres size that no cell exceeds
 */
public record Grading(
    double smallestMillimetres,
    double growthRatio,
    double nearMillimetres,
    double farGrowthRatio,
    double largestMillimetres) {

  private static final int SAMPLES = 2000;

  /**
   * The faces between the first and the last break.
   *
   * @param breaksMillimetres material edges, ascending
   * @param cornersMillimetres where cells are smallest
   */
  double[] faces(double[] breaksMillimetres, double... cornersMillimetres) {
    double[] faces = {breaksMillimetres[0]};
    for (int i = 1; i < breaksMillimetres.length; i++) {
      double[] more = between(breaksMillimetres[i - 1], breaksMillimetres[i], cornersMillimetres);
      int old = faces.length;
      faces = Arrays.copyOf(faces, old + more.length);
      System.arraycopy(more, 0, faces, old, more.length);
    }
    return faces;
  }

  /** Splits one stretch so that every cell holds the same share of the wanted cell count. */
  private double[] between(double from, double to, double[] corners) {
    double[] count = new double[SAMPLES + 1];
    double step = (to - from) / SAMPLES;
    for (int i = 1; i <= SAMPLES; i++) {
      count[i] = count[i - 1] + step / wanted(from + (i - 0.5) * step, corners);
    }
    int cells = Math.max(2, (int) Math.ceil(count[SAMPLES] - 1e-6));
    double[] faces = new double[cells];
    int at = 0;
    for (int cell = 1; cell < cells; cell++) {
      double share = count[SAMPLES] * cell / cells;
      while (count[at + 1] < share) {
        at++;
      }
      double part = (share - count[at]) / (count[at + 1] - count[at]);
      faces[cell - 1] = from + (at + part) * step;
    }
    faces[cells - 1] = to;
    return faces;
  }

  private double wanted(double x, double[] corners) {
    double distance = Double.POSITIVE_INFINITY;
    for (double corner : corners) {
      distance = Math.min(distance, Math.abs(x - corner));
    }
    double near = Math.min(distance, nearMillimetres);
    double size = smallestMillimetres + growthRatio * near + farGrowthRatio * (distance - near);
    return Math.min(largestMillimetres, size);
  }
}
