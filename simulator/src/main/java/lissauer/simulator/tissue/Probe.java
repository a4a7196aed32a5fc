package lissauer.simulator.tissue;

import lissauer.hal.TipGeometry;

/** The thermocouple's place on the axis of the metal, between two cells. */
record Probe(int below, int above, double share) {
  static Probe sensor(Mesh mesh, TipGeometry geometry) {
    double height = geometry.sensorMillimetres() * 1e-3;
    int row = Mesh.below(mesh.centreZ, height);
    double share = (height - mesh.centreZ[row]) / (mesh.centreZ[row + 1] - mesh.centreZ[row]);
    return new Probe(row * mesh.nr, (row + 1) * mesh.nr, share);
  }

  double of(double[] field) {
    return (1 - share) * field[below] + share * field[above];
  }
}
