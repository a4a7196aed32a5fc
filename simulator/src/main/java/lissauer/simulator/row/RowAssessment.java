package lissauer.simulator.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lissauer.simulator.cord.Region;
import lissauer.simulator.cord.Role;
import lissauer.simulator.tissue.DamageLaw;

/** Counts the voxels of a finished row: coverage, waist, gaps, spill, dose of each region. */
final class RowAssessment {
  private static final double WARMED_MINUTES = 1;
  private static final int QUARTERS = 4;

  private final VoxelGrid grid;
  private final RowDamage damage;
  private final RowAnatomy anatomy;
  private final double from;
  private final double to;
  private final double halfSpacing;
  private final double middleDepth;
  private final Region[][] quarters;

  /**
   * @param middleDepth half height of the deepest bare tip
   */
  RowAssessment(RowDamage damage, RowAnatomy anatomy, RowForecast.Ends ends, double middleDepth) {
    this.grid = damage.grid();
    this.damage = damage;
    this.anatomy = anatomy;
    this.from = ends.fromMillimetres();
    this.to = ends.toMillimetres();
    this.halfSpacing = ends.spacingMillimetres() / 2;
    this.middleDepth = middleDepth;
    this.quarters = new Region[2 * QUARTERS][];
    double part = grid.voxelMillimetres() / 4;
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      double across = (quarter & 1) == 0 ? -part : part;
      double deeper = (quarter & 2) == 0 ? -part : part;
      quarters[2 * quarter] = plane(-1, across, deeper);
      quarters[2 * quarter + 1] = plane(1, across, deeper);
    }
  }

  /** The regions of one quarter of every voxel, so that edges between voxels are shared fairly. */
  private Region[] plane(int sign, double across, double deeper) {
    Region[] plane = new Region[grid.across() * grid.deep()];
    for (int side = 0; side < grid.across(); side++) {
      for (int layer = 0; layer < grid.deep(); layer++) {
        plane[side * grid.deep() + layer] =
            anatomy.at(
                sign * (grid.acrossMillimetres(side) + across),
                grid.depthMillimetres(layer) + deeper);
      }
    }
    return plane;
  }

  private boolean within(int column) {
    double x = grid.alongMillimetres(column);
    return x > from && x < to;
  }

  /** From the first site to the last, or around the only one. */
  private boolean betweenSites(int column) {
    double slack = grid.voxelMillimetres();
    double x = grid.alongMillimetres(column);
    boolean single = to - from < 2 * halfSpacing + slack;
    return single ? within(column) : x > from + halfSpacing - slack && x < to - halfSpacing + slack;
  }

  RowCoverage coverage(Criterion criterion) {
    double[] doses = damage.of(criterion.law());
    double[] spill = new double[grid.columns()];
    double piece = grid.cubicMillimetres() / QUARTERS;
    long target = 0;
    long hit = 0;
    long destroyed = 0;
    int plane = quarters[0].length;
    for (int column = 0; column < grid.columns(); column++) {
      boolean counted = betweenSites(column);
      for (Region[] quarter : quarters) {
        for (int at = 0; at < plane; at++) {
          boolean gone = doses[column * plane + at] >= criterion.dose();
          boolean wanted = quarter[at].role() == Role.TARGET && within(column);
          target += wanted && counted ? 1 : 0;
          hit += wanted && counted && gone ? 1 : 0;
          destroyed += gone ? 1 : 0;
          spill[column] += gone && !wanted ? piece : 0;
        }
      }
    }
    double spilt = 0;
    for (int column = 0; column < spill.length; column++) {
      spilt += spill[column];
      spill[column] /= grid.voxelMillimetres();
    }
    return new RowCoverage(
        criterion,
        target == 0 ? Double.NaN : (double) hit / target,
        waist(doses, criterion.dose()),
        gaps(doses, criterion.dose()),
        destroyed * piece,
        spilt / (to - from),
        spill);
  }

  /** Between the first site and the last, or at the only one. */
  private double waist(double[] doses, double dose) {
    double least = Double.POSITIVE_INFINITY;
    for (int column = 0; column < grid.columns(); column++) {
      if (betweenSites(column)) {
        least = Math.min(least, halfWidth(doses, dose, column));
      }
    }
    return least;
  }

  /** By the logarithm of the dose between two voxels. */
  private double halfWidth(double[] doses, double dose, int column) {
    int layer = grid.layerAt(middleDepth);
    for (int side = grid.across() - 2; side >= 0; side--) {
      double inside = doses[grid.voxel(column, side, layer)] / dose;
      double outside = doses[grid.voxel(column, side + 1, layer)] / dose;
      if (inside >= 1) {
        double high = StrictMath.log(inside);
        double low = StrictMath.log(Math.max(outside, 1e-9));
        return grid.acrossMillimetres(side)
            + (outside < 1 ? grid.voxelMillimetres() * high / (high - low) : 0);
      }
    }
    return 0;
  }

  private List<RowCoverage.Stretch> gaps(double[] doses, double dose) {
    List<RowCoverage.Stretch> gaps = new ArrayList<>();
    double half = grid.voxelMillimetres() / 2;
    double began = Double.NaN;
    int layer = grid.layerAt(middleDepth);
    for (int column = 0; column < grid.columns(); column++) {
      boolean gap = within(column) && doses[grid.voxel(column, 0, layer)] < dose;
      double x = grid.alongMillimetres(column);
      if (gap && Double.isNaN(began)) {
        began = x - half;
      } else if (!gap && !Double.isNaN(began)) {
        gaps.add(new RowCoverage.Stretch(began, x - half));
        began = Double.NaN;
      }
    }
    return gaps;
  }

  List<RegionDose> doses() {
    Map<Region, Count> counts = new LinkedHashMap<>();
    anatomy.regions().forEach(region -> counts.put(region, new Count()));
    List<double[]> doses = Criterion.ALL.stream().map(c -> damage.of(c.law())).toList();
    double[] minutes = damage.of(DamageLaw.CEM43);
    int plane = quarters[0].length;
    for (int column = 0; column < grid.columns(); column++) {
      if (within(column)) {
        for (Region[] quarter : quarters) {
          for (int at = 0; at < plane; at++) {
            count(counts, quarter[at], doses, minutes, column * plane + at);
          }
        }
      }
    }
    List<RegionDose> result = new ArrayList<>();
    counts.forEach((region, count) -> result.add(count.dose(region, grid, to - from)));
    return result;
  }

  private static void count(
      Map<Region, Count> counts, Region region, List<double[]> doses, double[] minutes, int voxel) {
    Count count = Objects.requireNonNull(counts.get(region));
    count.voxels++;
    count.highest = Math.max(count.highest, minutes[voxel]);
    count.warmed += minutes[voxel] >= WARMED_MINUTES ? 1 : 0;
    for (int i = 0; i < count.destroyed.length; i++) {
      count.destroyed[i] += doses.get(i)[voxel] >= Criterion.ALL.get(i).dose() ? 1 : 0;
    }
  }

  private static final class Count {
    private final long[] destroyed = new long[Criterion.ALL.size()];
    private long voxels;
    private long warmed;
    private double highest;

    RegionDose dose(Region region, VoxelGrid grid, double length) {
      List<Double> shares = new ArrayList<>();
      for (long gone : destroyed) {
        shares.add(voxels == 0 ? 0 : (double) gone / voxels);
      }
      double area = voxels * grid.cubicMillimetres() / QUARTERS / length;
      double warm = voxels == 0 ? 0 : (double) warmed / voxels;
      return new RegionDose(region, area, shares, highest, warm);
    }
  }
}
