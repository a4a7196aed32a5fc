package lissauer.simulator.row;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lissauer.hal.TipGeometry;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.RowPlant;

/**
 * Damage of every voxel around a row, by every law. Voxels are counted along the row (x), across it
 * (y, one side: both are alike) and in depth along the electrode.
 *
 * <p>Every voxel is summed by one thread in one order: any number of threads gives the same bits.
 */
public final class RowDamage implements RowHeat.RowWatcher {
  private static final double[] RATES = DamageLaw.rates();
  private static final int LAWS = 4; // unrolled in harm
  private static final double HOTTEST = (double) RATES.length / LAWS - 2;
  private static final double RADIAL_STEP_MILLIMETRES = 0.05;

  private final LesionReach reach;
  private final VoxelGrid grid;
  private final SiteTable table;
  private final double baseCelsius;
  private final double[] sum;
  private final double[] kelvinBefore;
  private final double[] residual;
  private double residualAge;
  private double residualDue;

  /**
   * Intact tissue around the sites of a row, as far as one lesion's warmth harms.
   *
   * @param voxelMillimetres for small lesions; twice that for those that harm beyond 3.5 mm
   */
  public RowDamage(ReducedModel model, TipGeometry tip, RowRequest row, double voxelMillimetres) {
    this.baseCelsius = model.tissue().baseCelsius();
    this.reach = LesionReach.of(model, tip, row);
    this.grid =
        VoxelGrid.around(
            row.sites(), tip, reach.beyondMillimetres(), reach.voxelMillimetres(voxelMillimetres));
    this.table =
        new SiteTable(model, tip, grid, reach.cornerMillimetres(), RADIAL_STEP_MILLIMETRES);
    this.sum = new double[LAWS * grid.voxels()];
    this.kelvinBefore = new double[grid.voxels()];
    this.residual = new double[grid.voxels()];
  }

  /** Where the voxels are. */
  public VoxelGrid grid() {
    return grid;
  }

  /** Ω, or minutes for CEM43, of every voxel. */
  public double[] of(DamageLaw law) {
    int offset = List.of(DamageLaw.values()).indexOf(law);
    double[] doses = new double[grid.voxels()];
    for (int voxel = 0; voxel < doses.length; voxel++) {
      doses[voxel] = sum[LAWS * voxel + offset];
    }
    return doses;
  }

  @Override
  public void passed(
      List<RowPlant.Field> earlier, RowPlant.Field active, double sinceSeconds, boolean fresh) {
    residualAge += sinceSeconds;
    boolean renew = fresh || residualAge >= residualDue;
    if (renew) {
      // The field of half way to the next look stands for the time until then.
      residualDue = fresh ? 0.5 : Math.min(6, 1.6 * residualDue);
      residualAge = 0;
    }
    double[] own = table.kelvin(active);
    double x = active.at().alongMillimetres();
    int from = grid.columnAt(x - reach.alongMillimetres());
    int to = grid.columnAt(x + reach.alongMillimetres());
    List<OldField> old = renew ? old(earlier) : List.of();
    IntStream.rangeClosed(from, to)
        .parallel()
        .forEach(column -> {
          if (renew) {
            renew(column, old);
          }
          add(column, x, own, sinceSeconds, fresh);
        });
  }

  /** The field of an earlier lesion, at one moment. */
  private record OldField(double alongMillimetres, SiteTable.Far field) {}

  private List<OldField> old(List<RowPlant.Field> earlier) {
    return earlier.stream()
        .map(site -> new OldField(site.at().alongMillimetres(), table.far(site, residualDue / 2)))
        .filter(site -> site.field().matters())
        .toList();
  }

  private void renew(int column, List<OldField> old) {
    for (int side = 0; side < grid.across(); side++) {
      int first = grid.voxel(column, side, 0);
      Arrays.fill(residual, first, first + grid.deep(), 0);
      for (OldField site : old) {
        double dx = grid.alongMillimetres(column) - site.alongMillimetres();
        site.field().add(StrictMath.hypot(dx, grid.acrossMillimetres(side)), residual, first);
      }
    }
  }

  private void add(int column, double x, double[] own, double seconds, boolean fresh) {
    int deep = grid.deep();
    double dx = grid.alongMillimetres(column) - x;
    double[] mean = new double[deep];
    for (int side = 0; side < grid.across(); side++) {
      double y = grid.acrossMillimetres(side);
      double place = Math.sqrt(dx * dx + y * y) / RADIAL_STEP_MILLIMETRES;
      int ring = Math.min((int) place, table.rings() - 2);
      int first = grid.voxel(column, side, 0);
      if (fresh) {
        warm(own, ring * deep, Math.min(1, place - ring), first, mean);
      }
      warm(own, ring * deep, Math.min(1, place - ring), first, mean);
      for (int k = 0; k < deep; k++) {
        double above = mean[k] + baseCelsius - DamageLaw.LOWEST_CELSIUS;
        if (above > 0) {
          harm(first + k, Math.min(above * DamageLaw.PER_KELVIN, HOTTEST), seconds);
        }
      }
    }
  }

  /** Takes a column of layers to its temperature of now; gives its mean since the time before. */
  private void warm(double[] own, int ring, double part, int first, double[] mean) {
    int deep = mean.length;
    for (int k = 0; k < deep; k++) {
      double inner = own[ring + k];
      double now = inner + part * (own[ring + deep + k] - inner) + residual[first + k];
      mean[k] = 0.5 * (now + kelvinBefore[first + k]);
      kelvinBefore[first + k] = now;
    }
  }

  private void harm(int voxel, double place, double seconds) {
    int index = (int) place;
    double late = seconds * (place - index);
    double early = seconds - late;
    int at = LAWS * index;
    int to = LAWS * voxel;
    sum[to] += early * RATES[at] + late * RATES[at + LAWS];
    sum[to + 1] += early * RATES[at + 1] + late * RATES[at + LAWS + 1];
    sum[to + 2] += early * RATES[at + 2] + late * RATES[at + LAWS + 2];
    sum[to + 3] += early * RATES[at + 3] + late * RATES[at + LAWS + 3];
  }
}
