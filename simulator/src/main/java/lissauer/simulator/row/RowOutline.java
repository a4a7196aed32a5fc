package lissauer.simulator.row;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.console.CoverageMap;

/** Edge of what a row destroys, between voxels by the logarithm of the dose. */
public final class RowOutline {
  private final VoxelGrid grid;
  private final double[] logs;

  /** The edge by one criterion. */
  public RowOutline(RowDamage damage, Criterion criterion) {
    this.grid = damage.grid();
    this.logs = damage.of(criterion.law());
    for (int voxel = 0; voxel < logs.length; voxel++) {
      logs[voxel] = StrictMath.log(Math.max(logs[voxel] / criterion.dose(), 1e-9));
    }
  }

  /** One slice for every column of voxels. */
  public List<CoverageMap.Slice> slices(double middleDepthMillimetres) {
    List<CoverageMap.Slice> slices = new ArrayList<>();
    int middle = grid.layerAt(middleDepthMillimetres);
    for (int column = 0; column < grid.columns(); column++) {
      double half = Double.NaN;
      for (int side = 0; side < grid.across() - 1; side++) {
        double inside = logs[grid.voxel(column, side, middle)];
        if (inside >= 0) {
          half =
              grid.acrossMillimetres(side) + beyond(inside, grid.voxel(column, side + 1, middle));
        }
      }
      slices.add(
          new CoverageMap.Slice(
              grid.alongMillimetres(column), half, end(column, -1), end(column, 1)));
    }
    return slices;
  }

  /** The last destroyed depth in one direction. */
  private double end(int column, int step) {
    int from = step > 0 ? 1 : grid.deep() - 2;
    double depth = Double.NaN;
    for (int layer = from; layer > 0 && layer < grid.deep() - 1; layer += step) {
      double inside = logs[grid.voxel(column, 0, layer)];
      if (inside >= 0) {
        depth =
            grid.depthMillimetres(layer)
                + step * beyond(inside, grid.voxel(column, 0, layer + step));
      }
    }
    return depth;
  }

  /** How far the edge lies behind a destroyed voxel's centre. */
  private double beyond(double inside, int next) {
    double outside = logs[next];
    return outside >= 0 ? 0 : grid.voxelMillimetres() * inside / (inside - outside);
  }
}
