package lissauer.simulator.bench;

import lissauer.simulator.cartesian.DamageMap;
import lissauer.simulator.row.RowDamage;
import lissauer.simulator.row.VoxelGrid;
import lissauer.simulator.tissue.DamageLaw;

/**
 * How alike two solutions of one row are, on the voxels of the superposed one.
 *
 * @param diceRatio twice what both destroy over what each destroys, the electrode's track left out
 * @param rowHalfMillimetres half width of the superposed row, half way along it and at half height
 *     of the tip
 * @param judgeHalfMillimetres the same in 3-D
 */
record Overlap(
    double diceRatio,
    double rowCubicMillimetres,
    double judgeCubicMillimetres,
    double rowHalfMillimetres,
    double judgeHalfMillimetres) {
  private static final double LEAST = 1e-12;

  /**
   * Compares.
   *
   * @param endMillimetres depth of the tips' ends, all alike
   * @param middleMillimetres half way along the row
   */
  static Overlap of(
      RowDamage row, DamageMap judge, double endMillimetres, double middleMillimetres) {
    VoxelGrid grid = row.grid();
    double[] omega = row.of(DamageLaw.LIVER);
    long mine = 0;
    long theirs = 0;
    long both = 0;
    for (int column = 0; column < grid.columns(); column++) {
      double x = grid.alongMillimetres(column);
      for (int side = 0; side < grid.across(); side++) {
        double y = grid.acrossMillimetres(side);
        for (int layer = 0; layer < grid.deep(); layer++) {
          double z = endMillimetres - grid.depthMillimetres(layer);
          if (!judge.isTrack(x, y, z)) {
            boolean gone = omega[grid.voxel(column, side, layer)] >= 1;
            boolean judged = judge.omegaRatio(x, y, z) >= 1;
            mine += gone ? 1 : 0;
            theirs += judged ? 1 : 0;
            both += gone && judged ? 1 : 0;
          }
        }
      }
    }
    double middleDepth = endMillimetres - Cases.MIDDLE_MILLIMETRES;
    return new Overlap(
        2.0 * both / (mine + theirs),
        2 * mine * grid.cubicMillimetres(),
        2 * theirs * grid.cubicMillimetres(),
        halfWidth(grid, omega, middleMillimetres, middleDepth),
        judge.halfWidthMillimetres(middleMillimetres, Cases.MIDDLE_MILLIMETRES));
  }

  /** By log Ω, linear between the centres of voxels. */
  private static double halfWidth(VoxelGrid grid, double[] omega, double x, double depth) {
    double before = logarithm(grid, omega, x, 0, depth);
    for (int side = 1; side < grid.across(); side++) {
      double now = logarithm(grid, omega, x, side, depth);
      if (now < 0) {
        double inside = Math.max(0, before) / (before - now);
        return grid.acrossMillimetres(side - 1) + inside * grid.voxelMillimetres();
      }
      before = now;
    }
    return Double.NaN;
  }

  private static double logarithm(
      VoxelGrid grid, double[] omega, double x, int side, double depth) {
    double along = (x - grid.firstAlongMillimetres()) / grid.voxelMillimetres();
    double down = (depth - grid.firstDepthMillimetres()) / grid.voxelMillimetres();
    int column = (int) along;
    int layer = (int) down;
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        double weight = Math.abs(1 - i - along + column) * Math.abs(1 - k - down + layer);
        double value = omega[grid.voxel(column + i, side, layer + k)];
        sum += weight * StrictMath.log(Math.max(value, LEAST));
      }
    }
    return sum;
  }
}
