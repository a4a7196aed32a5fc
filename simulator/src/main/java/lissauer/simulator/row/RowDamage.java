package lissauer.simulator.row;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.simulator.row.RowHeat.SiteField;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.ReducedModel;

/**
 * Damage of every voxel around a row, by every law. Voxels are counted along the row (x), across it
 * (y, one side: both are alike) and in depth along the electrode.
 *
 * <p>Every voxel is summed by one thread in one order: any number of threads gives the same bits.
 */
public final class RowDamage implements RowHeat.RowWatcher {
  private static final DamageLaw[] LAWS = DamageLaw.values();
  private static final double REACH_MILLIMETRES = 3.2;
  private static final double BEYOND_MILLIMETRES = 2.6;
  private static final double RADIAL_STEP_MILLIMETRES = 0.05;
  private static final double COLDEST_CELSIUS = 39;

  private final ReducedModel model;
  private final VoxelGrid grid;
  private final SiteTable table;
  private final double baseCelsius;
  private final double[][] sum;
  private final float[] kelvinBefore;
  private final float[] residual;
  private double residualAge;
  private double residualDue;

  /** Intact tissue around the sites of a row. */
  public RowDamage(ReducedModel model, TipGeometry tip, List<TipPosition> sites, double voxelMillimetres) {
    this.model = model;
    this.baseCelsius = model.tissue().baseCelsius();
    this.grid = VoxelGrid.around(sites, tip, BEYOND_MILLIMETRES, voxelMillimetres);
    this.table = new SiteTable(model, tip, grid, REACH_MILLIMETRES + 1.5, RADIAL_STEP_MILLIMETRES);
    this.sum = new double[LAWS.length][grid.voxels()];
    this.kelvinBefore = new float[grid.voxels()];
    this.residual = new float[grid.voxels()];
  }

  /** Where the voxels are. */
  public VoxelGrid grid() {
    return grid;
  }

  /** Ω, or minutes for CEM43, of every voxel. */
  public double[] of(DamageLaw law) {
    for (int i = 0; i < LAWS.length; i++) {
      if (LAWS[i] == law) {
        return sum[i];
      }
    }
    throw new IllegalArgumentException("no such law");
  }

  @Override
  public void passed(List<SiteField> lesions, double sinceSeconds, boolean fresh) {
    SiteField active = lesions.getLast();
    residualAge += sinceSeconds;
    boolean renew = fresh || residualAge >= residualDue;
    if (renew) {
      // The field of half way to the next look stands for the time until then.
      residualDue = fresh ? 0.5 : Math.min(6, 1.6 * residualDue);
      residualAge = 0;
    }
    double[] own = table.kelvin(active);
    double x = active.at().alongMillimetres();
    int from = grid.columnAt(x - REACH_MILLIMETRES);
    int to = grid.columnAt(x + REACH_MILLIMETRES);
    List<OldField> old = renew ? old(lesions) : List.of();
    IntStream.rangeClosed(from, to)
        .parallel()
        .forEach(
            column -> {
              if (renew) {
                renew(column, old);
              }
              add(column, x, own, sinceSeconds, fresh);
            });
  }

  /** The field of an earlier lesion, at one moment. */
  private record OldField(double along, SiteTable.Far field) {}

  private List<OldField> old(List<SiteField> lesions) {
    return lesions.subList(0, lesions.size() - 1).stream()
        .map(site -> new OldField(site.at().alongMillimetres(), table.far(site, residualDue / 2)))
        .filter(site -> site.field().matters())
        .toList();
  }

  private void renew(int column, List<OldField> old) {
    for (int side = 0; side < grid.across(); side++) {
      int first = grid.voxel(column, side, 0);
      Arrays.fill(residual, first, first + grid.deep(), 0);
      for (OldField site : old) {
        double dx = grid.alongMillimetres(column) - site.along();
        site.field().add(StrictMath.hypot(dx, grid.acrossMillimetres(side)), residual, first);
      }
    }
  }

  private void add(int column, double x, double[] own, double seconds, boolean fresh) {
    int deep = grid.deep();
    double dx = grid.alongMillimetres(column) - x;
    for (int side = 0; side < grid.across(); side++) {
      double y = grid.acrossMillimetres(side);
      double place = Math.sqrt(dx * dx + y * y) / RADIAL_STEP_MILLIMETRES;
      int ring = Math.min((int) place, table.rings() - 2);
      double part = Math.min(1, place - ring);
      int first = grid.voxel(column, side, 0);
      for (int k = 0; k < deep; k++) {
        double inner = own[ring * deep + k];
        double kelvin = inner + part * (own[(ring + 1) * deep + k] - inner) + residual[first + k];
        double before = fresh ? kelvin : kelvinBefore[first + k];
        kelvinBefore[first + k] = (float) kelvin;
        double celsius = baseCelsius + 0.5 * (kelvin + before);
        if (celsius > COLDEST_CELSIUS) {
          for (int law = 0; law < LAWS.length; law++) {
            sum[law][first + k] += seconds * LAWS[law].rate(celsius);
          }
        }
      }
    }
  }
}
