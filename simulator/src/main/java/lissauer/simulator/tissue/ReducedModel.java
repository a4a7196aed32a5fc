package lissauer.simulator.tissue;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The reduced model of one electrode in tissue of given properties: as many independent decays as
 * it has shapes, coupled only by how warmth bends the current. Shared by all lesions in that
 * tissue.
 */
public final class ReducedModel {
  private final ReducedBasis basis;
  private final Tissue tissue;
  private final double coldSiemensPerMetre;
  private final double perKelvin;
  private final Sampler sampler;

  /** 1/s. */
  final double[] rates;

  /** Shapes of decays: {@code shape amplitude = Σ decays[shape][decay] · decay amplitude}. */
  final double[][] decays;

  final double[] sensor;

  /** The inverse of {@link #decays}. */
  private final double[][] ofShapes;

  /** The model for one tissue; its boiling and the end of its perfusion are not modelled. */
  public ReducedModel(ReducedBasis basis, Tissue tissue) {
    this.basis = basis;
    this.tissue = tissue;
    double nominal =
        1 + tissue.conductivityPerKelvin() * (tissue.baseCelsius() - Tissue.NOMINAL_CELSIUS);
    this.coldSiemensPerMetre = tissue.conductivitySiemensPerMetre() * nominal;
    this.perKelvin = tissue.conductivityPerKelvin() / nominal;
    int n = basis.size();
    double[][] mass = new double[n][n];
    double[][] stiffness = new double[n][n];
    add(mass, 1, basis.fixedMass());
    add(mass, tissue.capacityJoulesPerCubicMetreKelvin(), basis.tissueMass());
    add(stiffness, tissue.perfusionWattsPerCubicMetreKelvin(), basis.perfusion());
    double[] nodes = basis.conductionNodes();
    for (int node = 0; node < nodes.length; node++) {
      double k = tissue.conductionWattsPerMetreKelvin();
      double weight = Sampler.weight(nodes, 0, nodes.length - 1, node, k);
      add(stiffness, weight, basis.stiffness()[node]);
    }
    RealMatrix lower = new CholeskyDecomposition(matrix(mass)).getL();
    RealMatrix inverse = inverse(lower.getData());
    RealMatrix scaled = inverse.multiply(matrix(stiffness)).multiplyTransposed(inverse);
    var eigen = new EigenDecompositionSymmetric(scaled.add(scaled.transpose()).scalarMultiply(0.5));
    this.rates = eigen.getEigenvalues();
    this.decays = inverse.transpose().multiply(eigen.getV()).getData();
    this.ofShapes = eigen.getV().transposeMultiply(lower.transpose()).getData();
    this.sensor = toDecays(basis.sensor());
    this.sampler = sampler(basis);
  }

  /** A model that is not the one it was trained to be. */
  private ReducedModel(ReducedModel exact, double[] rates, double[] sensor) {
    this.basis = exact.basis;
    this.tissue = exact.tissue;
    this.coldSiemensPerMetre = exact.coldSiemensPerMetre;
    this.perKelvin = exact.perKelvin;
    this.sampler = exact.sampler;
    this.decays = exact.decays;
    this.ofShapes = exact.ofShapes;
    this.rates = rates;
    this.sensor = sensor;
  }

  private static void add(double[][] sum, double factor, double[][] matrix) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[i][j] += factor * matrix[i][j];
      }
    }
  }

  private static RealMatrix inverse(double[][] lower) {
    int n = lower.length;
    double[][] inverse = new double[n][n];
    for (int column = 0; column < n; column++) {
      for (int row = column; row < n; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= lower[row][k] * inverse[k][column];
        }
        inverse[row][column] = sum / lower[row][row];
      }
    }
    return new Array2DRowRealMatrix(inverse, false);
  }

  private static RealMatrix matrix(double[][] rows) {
    return new Array2DRowRealMatrix(rows, false);
  }

  private static Sampler sampler(ReducedBasis basis) {
    double[] living = basis.tissue();
    return new Sampler(
        metres(basis.radiusMillimetres()),
        metres(basis.heightMillimetres()),
        cell -> living[cell] > 0.5);
  }

  private static double[] metres(double[] millimetres) {
    double[] metres = new double[millimetres.length];
    for (int i = 0; i < metres.length; i++) {
      metres[i] = millimetres[i] * 1e-3;
    }
    return metres;
  }

  /** How much each decay contributes where each shape contributes this much. */
  double[] toDecays(double[] ofShapes) {
    double[] result = new double[ofShapes.length];
    for (int shape = 0; shape < ofShapes.length; shape++) {
      for (int decay = 0; decay < result.length; decay++) {
        result[decay] += ofShapes[shape] * decays[shape][decay];
      }
    }
    return result;
  }

  /**
   * How much each decay contributes to the temperature at a place, K for amplitude 1; nothing
   * beyond the kept part of the shapes, about 15 mm around the tip.
   */
  public double[] at(double radiusMillimetres, double heightMillimetres) {
    if (!reaches(radiusMillimetres, heightMillimetres)) {
      return new double[rates.length];
    }
    Sampler.Stencil stencil = sampler.stencil(radiusMillimetres, heightMillimetres);
    double[] ofShapes = new double[basis.size()];
    for (int shape = 0; shape < ofShapes.length; shape++) {
      ofShapes[shape] = stencil.of(basis.shapes()[shape]);
    }
    return toDecays(ofShapes);
  }

  private boolean reaches(double radiusMillimetres, double heightMillimetres) {
    double[] radii = basis.radiusMillimetres();
    double[] heights = basis.heightMillimetres();
    return radiusMillimetres <= radii[radii.length - 1]
        && heightMillimetres >= heights[0]
        && heightMillimetres <= heights[heights.length - 1];
  }

  /** Amplitudes after a time without power. */
  public double[] cooled(double[] amplitudes, double seconds) {
    double[] later = new double[amplitudes.length];
    for (int i = 0; i < later.length; i++) {
      later[i] = amplitudes[i] * StrictMath.exp(-rates[i] * seconds);
    }
    return later;
  }

  /** The same field, as amplitudes of another model of the same electrode, turned to this one. */
  double[] adopt(ReducedModel other, double[] amplitudes) {
    double[] shapes = new double[amplitudes.length];
    double[] own = new double[amplitudes.length];
    for (int shape = 0; shape < shapes.length; shape++) {
      for (int decay = 0; decay < shapes.length; decay++) {
        shapes[shape] += other.decays[shape][decay] * amplitudes[decay];
      }
    }
    for (int decay = 0; decay < own.length; decay++) {
      for (int shape = 0; shape < own.length; shape++) {
        own[decay] += ofShapes[decay][shape] * shapes[shape];
      }
    }
    return own;
  }

  /**
   * A model whose decays are off.
   *
   * @param rateFactors for each decay
   * @param sensor what the thermocouple shows for 1 of each shape, K
   */
  ReducedModel off(double[] rateFactors, double[] sensor) {
    double[] changed = new double[rates.length];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = rates[i] * rateFactors[i];
    }
    return new ReducedModel(this, changed, toDecays(sensor));
  }

  /** What the thermocouple shows for 1 of each shape, K, when for each decay it shows this. */
  double[] ofShapes(double[] ofDecays) {
    double[] result = new double[ofDecays.length];
    for (int decay = 0; decay < result.length; decay++) {
      for (int shape = 0; shape < result.length; shape++) {
        result[shape] += ofDecays[decay] * ofShapes[decay][shape];
      }
    }
    return result;
  }

  /** Number of decays. */
  public int size() {
    return rates.length;
  }

  ReducedBasis basis() {
    return basis;
  }

  /** Properties of the tissue. */
  public Tissue tissue() {
    return tissue;
  }

  /** Conductivity at base temperature. */
  double coldSiemensPerMetre() {
    return coldSiemensPerMetre;
  }

  /** Its relative rise per kelvin above base temperature. */
  double perKelvin() {
    return perKelvin;
  }
}
