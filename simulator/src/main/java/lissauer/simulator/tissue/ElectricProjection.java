package lissauer.simulator.tissue;

import java.util.List;

/**
 * Conductance and heat of sums of potentials, as numbers: for each pair of potentials, at uniform
 * conductivity and for each shape of temperature that raises it.
 */
final class ElectricProjection {
  private final CurrentFaces faces;
  private final List<double[]> shapes;
  private final List<double[]> potentials;
  private final double[][] conductance;
  private final double[][][] heating;

  ElectricProjection(CurrentFaces faces, List<double[]> shapes, List<double[]> potentials) {
    this.faces = faces;
    this.shapes = shapes;
    this.potentials = potentials;
    int pairs = potentials.size() * (potentials.size() + 1) / 2;
    conductance = new double[1 + shapes.size()][pairs];
    heating = new double[1 + shapes.size()][pairs][shapes.size()];
    for (int face = 0; face < faces.count(); face++) {
      add(face);
    }
  }

  private void add(int face) {
    double[] means = new double[shapes.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = faces.mean(face, shapes.get(i));
    }
    double[] drops = new double[potentials.size()];
    for (int m = 0; m < drops.length; m++) {
      drops[m] = faces.drop(face, potentials.get(m), m == 0 ? 1 : 0);
    }
    int pair = 0;
    for (int m = 0; m < drops.length; m++) {
      for (int n = 0; n <= m; n++) {
        double cold = faces.siemens(face) * drops[m] * drops[n];
        add(0, pair, cold, means);
        for (int shape = 0; shape < means.length; shape++) {
          add(1 + shape, pair, cold * means[shape], means);
        }
        pair++;
      }
    }
  }

  private void add(int which, int pair, double watts, double[] means) {
    conductance[which][pair] += watts;
    for (int i = 0; i < means.length; i++) {
      heating[which][pair][i] += watts * means[i];
    }
  }

  double[][] conductance() {
    return conductance;
  }

  double[][][] heating() {
    return heating;
  }
}
