package lissauer.simulator.row;

import lissauer.hal.TipGeometry;
import lissauer.simulator.tissue.ReducedModel;

/**
 * How far the warmth of one lesion of a row harms tissue, so that no row is cut off at the edge of
 * what is computed, and none pays for tissue that stays cool.
 *
 * @param beyondMillimetres from the electrode's axis, to where one lesion alone never warms tissue
 *     to {@value #HARMLESS_CELSIUS} °C, and no less than {@value #LEAST_MILLIMETRES} mm
 */
record LesionReach(double beyondMillimetres) {
  /** CEM43 counts 1 min here for 4; a DREZ lesion is this warm as far out as the least reach. */
  private static final double HARMLESS_CELSIUS = 42;

  private static final double LEAST_MILLIMETRES = 2.6;
  private static final double FURTHEST_MILLIMETRES = 12;
  private static final double STEP_MILLIMETRES = 0.1;
  private static final double BIG_MILLIMETRES = 3.5;

  /** The reach of one lesion of a row, alone. */
  static LesionReach of(ReducedModel model, TipGeometry tip, RowRequest row) {
    RowRequest.Pause none = new RowRequest.Pause(Double.POSITIVE_INFINITY, 0);
    RowRequest single =
        new RowRequest(row.sites().subList(0, 1), row.drive(), row.mostWatts(), none, 0);
    double harmless = HARMLESS_CELSIUS - model.tissue().baseCelsius();
    int places = (int) Math.round((FURTHEST_MILLIMETRES - LEAST_MILLIMETRES) / STEP_MILLIMETRES);
    double[][] weights = new double[places][];
    for (int i = 0; i < places; i++) {
      weights[i] = model.at(LEAST_MILLIMETRES + i * STEP_MILLIMETRES, tip.bareMillimetres() / 2);
    }
    int[] cool = {0};
    new RowHeat(
            model,
            tip,
            single,
            (_, active, _, _) -> {
              while (cool[0] < places && sum(weights[cool[0]], active.amplitudes()) >= harmless) {
                cool[0]++;
              }
            })
        .run();
    return new LesionReach(LEAST_MILLIMETRES + cool[0] * STEP_MILLIMETRES);
  }

  private static double sum(double[] weights, double[] amplitudes) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * amplitudes[i];
    }
    return sum;
  }

  /** How far along the row a lesion is followed; further, others' warmth is summed anyway. */
  double alongMillimetres() {
    return beyondMillimetres + 0.6;
  }

  /** The furthest voxel that a lesion is asked for. */
  double cornerMillimetres() {
    return Math.hypot(alongMillimetres(), beyondMillimetres) + 0.3;
  }

  /** A big lesion is as well drawn with voxels twice as large, an eighth of the work. */
  double voxelMillimetres(double fine) {
    return beyondMillimetres <= BIG_MILLIMETRES ? fine : 2 * fine;
  }
}
