package lissauer.simulator.tissue;

/**
 * The electric field of tissue that warms: solved anew only when conductivity has moved, and then
 * for where it will be half way to the next time, so that what is held in between is right to
 * second order.
 */
final class WarmField {
  /** Change of conductivity, weighted by heat, after which the field is solved anew. */
  private static final double TOLERANCE = 0.008;

  /** The same with RF off, when only a test signal feels it. */
  private static final double IDLE_TOLERANCE = 0.04;

  private final Mesh mesh;
  private final Tissue tissue;
  private final Boiling boiling;
  private final ElectricField field;
  private final double[] conductivity;
  private final double[] solvedFor;
  private final double[] solvedAt;
  private double conductanceSiemens;
  private double siemensPerSecond;
  private double moved;
  private double residualKelvin;

  WarmField(Mesh mesh, Tissue tissue, Boiling boiling, double[] kelvin) {
    this.mesh = mesh;
    this.tissue = tissue;
    this.boiling = boiling;
    this.conductivity = new double[mesh.cells()];
    conduct(kelvin);
    this.solvedFor = conductivity.clone();
    this.solvedAt = conductivity.clone();
    this.field = new ElectricField(mesh, conductivity);
    this.conductanceSiemens = field.conductanceSiemens();
  }

  /** Current per volt at the tip. */
  double conductanceSiemens() {
    return conductanceSiemens;
  }

  /** What it will be after a while, if it goes on as it did. */
  double conductanceSiemensIn(double seconds) {
    return conductanceSiemens + seconds * siemensPerSecond;
  }

  /** From the next {@link #follow} on, all tissue is so much warmer than it is told. */
  void residual(double kelvin) {
    residualKelvin = kelvin;
  }

  /** Heat of each cell at 1 W in all. */
  double[] heatShare() {
    return field.heatShare();
  }

  /**
   * Takes new temperatures.
   *
   * @return whether the heat of the cells has changed
   */
  boolean follow(double[] kelvin, double stepSeconds, boolean energised) {
    if (tissue.conductivityPerKelvin() == 0 && tissue.waterFraction() == 0) {
      return false;
    }
    conduct(kelvin);
    double before = conductanceSiemens;
    conductanceSiemens = estimate();
    boolean far = moved > (energised ? TOLERANCE : IDLE_TOLERANCE);
    if (far) {
      solveAhead();
      conductanceSiemens = estimate();
    }
    siemensPerSecond = (conductanceSiemens - before) / stepSeconds;
    return far;
  }

  /** Conductance of now, to first order from the field that was solved. */
  private double estimate() {
    double[] share = field.heatShare();
    double change = 0;
    moved = 0;
    for (int cell = 0; cell < share.length; cell++) {
      if (share[cell] > 0 && conductivity[cell] > 0) {
        change += share[cell] * (conductivity[cell] / solvedFor[cell] - 1);
        moved += share[cell] * Math.abs(conductivity[cell] / solvedAt[cell] - 1);
      }
    }
    return field.conductanceSiemens() * (1 + change);
  }

  private void solveAhead() {
    for (int cell = 0; cell < conductivity.length; cell++) {
      double ahead = 0.5 * (conductivity[cell] - solvedAt[cell]);
      solvedAt[cell] = conductivity[cell];
      solvedFor[cell] = Math.max(0.5 * conductivity[cell], conductivity[cell] + ahead);
    }
    field.solve(solvedFor);
  }

  private void conduct(double[] kelvin) {
    double cold = tissue.conductivitySiemensPerMetre();
    double base = tissue.baseCelsius() + residualKelvin;
    for (int cell = 0; cell < conductivity.length; cell++) {
      if (mesh.material[cell] == Material.TISSUE) {
        conductivity[cell] =
            cold * tissue.conductivityRatio(base + kelvin[cell], boiling.dry(cell));
      }
    }
  }
}
