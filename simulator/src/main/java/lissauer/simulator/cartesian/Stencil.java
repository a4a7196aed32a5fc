package lissauer.simulator.cartesian;

import java.util.Arrays;

/** A symmetric matrix that couples each cell with its six neighbours: diagonal minus couplings. */
final class Stencil {
  final Mesh mesh;
  final double[] diagonal;

  /** Coupling with the lower neighbour along x, y, z; 0 where there is none. */
  final double[][] lower;

  Stencil(Mesh mesh) {
    this.mesh = mesh;
    diagonal = mesh.field();
    lower = new double[][] {mesh.field(), mesh.field(), mesh.field()};
  }

  void clear() {
    Arrays.fill(diagonal, 0);
    for (double[] coupling : lower) {
      Arrays.fill(coupling, 0);
    }
  }

  /** Joins a cell with its lower neighbour along a direction. */
  void join(int direction, int cell, double conductance) {
    lower[direction][cell] = conductance;
    diagonal[cell] += conductance;
    diagonal[cell - mesh.stride[direction]] += conductance;
  }

  /** Takes the couplings of another matrix, not its diagonal. */
  void copyCouplings(Stencil from) {
    for (int direction = 0; direction < 3; direction++) {
      System.arraycopy(from.lower[direction], 0, lower[direction], 0, lower[direction].length);
    }
  }

  /** Value of matrix times vector at one cell. */
  double row(double[] v, int c) {
    int sy = mesh.stride[1];
    int sz = mesh.stride[2];
    return diagonal[c] * v[c]
        - lower[0][c] * v[c - 1]
        - lower[0][c + 1] * v[c + 1]
        - lower[1][c] * v[c - sy]
        - lower[1][c + sy] * v[c + sy]
        - lower[2][c] * v[c - sz]
        - lower[2][c + sz] * v[c + sz];
  }
}
