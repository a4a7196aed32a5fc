package lissauer.simulator.row;

import java.util.HashMap;
import java.util.Map;
import lissauer.hal.TipGeometry;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.RowPlant;

/** The field of one lesion at the layers of a grid and at even steps of the radius. */
final class SiteTable {
  private static final double FAR_MILLIMETRES = 12;
  private static final double FAR_STEP_MILLIMETRES = 0.2;
  private static final double FELT_KELVIN = 0.02;

  private final ReducedModel model;
  private final TipGeometry tip;
  private final VoxelGrid grid;
  private final int rings;
  private final double step;
  private final Map<Double, double[][]> near = new HashMap<>();
  private final Map<Double, double[][]> far = new HashMap<>();

  SiteTable(
      ReducedModel model, TipGeometry tip, VoxelGrid grid, double reach, double stepMillimetres) {
    this.model = model;
    this.tip = tip;
    this.grid = grid;
    this.step = stepMillimetres;
    this.rings = (int) Math.ceil(reach / stepMillimetres) + 2;
  }

  int rings() {
    return rings;
  }

  /** {@code [ring · layers + layer]}, above base temperature. */
  double[] kelvin(RowPlant.Field site) {
    double[][] weights =
        near.computeIfAbsent(site.at().depthMillimetres(), depth -> weights(depth, rings, step));
    return sums(site.amplitudes(), weights);
  }

  /** The same further out, for a lesion that has been cooling, as it will be after some time. */
  Far far(RowPlant.Field site, double aheadSeconds) {
    int count = (int) (FAR_MILLIMETRES / FAR_STEP_MILLIMETRES);
    double[][] weights =
        far.computeIfAbsent(
            site.at().depthMillimetres(), depth -> weights(depth, count, FAR_STEP_MILLIMETRES));
    double[] later = model.cooled(site.amplitudes(), aheadSeconds);
    return new Far(sums(later, weights), count, grid.deep());
  }

  private static double[] sums(double[] amplitudes, double[][] weights) {
    double[] kelvin = new double[weights[0].length];
    for (int decay = 0; decay < amplitudes.length; decay++) {
      double amplitude = amplitudes[decay];
      double[] row = weights[decay];
      for (int place = 0; place < kelvin.length; place++) {
        kelvin[place] += amplitude * row[place];
      }
    }
    return kelvin;
  }

  private double[][] weights(double tipDepth, int count, double spacing) {
    int layers = grid.deep();
    double[][] weights = new double[model.size()][count * layers];
    for (int ring = 0; ring < count; ring++) {
      double radius = Math.max(tip.radiusMillimetres(), ring * spacing);
      for (int layer = 0; layer < layers; layer++) {
        double[] at = model.at(radius, tipDepth - grid.depthMillimetres(layer));
        for (int decay = 0; decay < at.length; decay++) {
          weights[decay][ring * layers + layer] = at[decay];
        }
      }
    }
    return weights;
  }

  /** The field of an earlier lesion at one moment. */
  static final class Far {
    private final double[] kelvin;
    private final int rings;
    private final int layers;

    private Far(double[] kelvin, int rings, int layers) {
      this.kelvin = kelvin;
      this.rings = rings;
      this.layers = layers;
    }

    boolean matters() {
      for (double value : kelvin) {
        if (value > FELT_KELVIN) {
          return true;
        }
      }
      return false;
    }

    /** Adds a column of layers at a distance. */
    void add(double radius, double[] sum, int first) {
      double place = radius / FAR_STEP_MILLIMETRES;
      int ring = (int) place;
      if (ring < rings - 1) {
        double part = place - ring;
        int at = ring * layers;
        for (int k = 0; k < layers; k++) {
          double inner = kelvin[at + k];
          sum[first + k] += inner + part * (kelvin[at + layers + k] - inner);
        }
      }
    }
  }
}
