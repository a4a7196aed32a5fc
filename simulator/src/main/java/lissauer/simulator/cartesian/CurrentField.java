package lissauer.simulator.cartesian;

import java.util.Arrays;
import lissauer.simulator.cartesian.Electrode.Part;

/**
 * Current through tissue at 1 V on the tip and 0 V at the box; none enters insulation or the steel
 * behind it. Resistive and quasi-static, as the reference is.
 */
final class CurrentField {
  private static final double TOLERANCE = 1e-7;

  private final Mesh mesh;
  private final Medium medium;
  private final Stencil stencil;
  private final Solver solver;
  private final double[] right;

  /** In S/mm: 0 where no current goes, infinite in the tip. */
  private final double[] conductivity;

  private final double[] potential;
  private final double[] pattern;
  private double conductance;

  CurrentField(Mesh mesh, Medium medium) {
    this.mesh = mesh;
    this.medium = medium;
    solver = new Solver(mesh);
    stencil = new Stencil(mesh);
    right = mesh.field();
    conductivity = mesh.field();
    potential = mesh.field();
    pattern = mesh.field();
  }

  /** Potential at each cell. */
  double[] potential() {
    return potential;
  }

  /** Share of the power that heats each cell; the sum is 1. */
  double[] pattern() {
    return pattern;
  }

  /** Impedance of the whole space, of which the mesh holds one half. */
  double ohms() {
    return 1 / (2 * conductance);
  }

  /**
   * Solves anew for what is where and how warm.
   *
   * @param aboveBase temperature above base, K
   */
  void solve(Part[] parts, double[] aboveBase) {
    for (int c = mesh.first; c < mesh.end; c++) {
      conductivity[c] =
          switch (parts[c]) {
            case TISSUE -> 1e-3 * medium.siemensPerMetre(aboveBase[c]);
            case TIP -> Double.POSITIVE_INFINITY;
            case STEEL, INSULATION -> 0;
          };
    }
    assemble();
    solver.factor(stencil);
    solver.solve(stencil, right, potential, TOLERANCE);
    heat();
  }

  private void assemble() {
    stencil.clear();
    Arrays.fill(right, 0);
    for (int direction = 0; direction < 3; direction++) {
      for (int c = mesh.first; c < mesh.end; c++) {
        if (mesh.position(direction, c) > 0) {
          joinBelow(direction, c);
        } else if (direction != 1) {
          ground(direction, c);
        }
        if (mesh.isLast(direction, c)) {
          ground(direction, c);
        }
      }
    }
    for (int c = mesh.first; c < mesh.end; c++) {
      if (stencil.diagonal[c] == 0) {
        stencil.diagonal[c] = 1;
        right[c] = Double.isInfinite(conductivity[c]) ? 1 : 0;
      }
    }
  }

  private void joinBelow(int direction, int c) {
    int below = c - mesh.stride[direction];
    double between = conductance(direction, c, below);
    if (Double.isInfinite(conductivity[c])) {
      hold(below, between);
    } else if (Double.isInfinite(conductivity[below])) {
      hold(c, between);
    } else if (between > 0) {
      stencil.join(direction, c, between);
    }
  }

  /** Joins a cell with the tip; the tip's own cells stay alone. */
  private void hold(int c, double between) {
    if (!Double.isInfinite(between)) {
      stencil.diagonal[c] += between;
      right[c] += between;
    }
  }

  private void ground(int direction, int c) {
    stencil.diagonal[c] += conductivity[c] / mesh.half[direction][c];
  }

  /** Two halves of cells in series, S; infinite inside the tip. */
  private double conductance(int direction, int c, int below) {
    double[] half = mesh.half[direction];
    return 1 / (half[c] / conductivity[c] + half[below] / conductivity[below]);
  }

  /** Heat of each face goes to its two cells by their resistance, so that the sum is V²G. */
  private void heat() {
    Arrays.fill(pattern, 0);
    for (int direction = 0; direction < 3; direction++) {
      double[] half = mesh.half[direction];
      for (int c = mesh.first; c < mesh.end; c++) {
        if (mesh.position(direction, c) > 0) {
          heatBelow(direction, c);
        } else if (direction != 1) {
          pattern[c] += potential[c] * potential[c] * conductivity[c] / half[c];
        }
        if (mesh.isLast(direction, c)) {
          pattern[c] += potential[c] * potential[c] * conductivity[c] / half[c];
        }
      }
    }
    conductance = 0;
    for (int c = mesh.first; c < mesh.end; c++) {
      conductance += pattern[c];
    }
    for (int c = mesh.first; c < mesh.end; c++) {
      pattern[c] /= conductance;
    }
  }

  private void heatBelow(int direction, int c) {
    int below = c - mesh.stride[direction];
    double between = conductance(direction, c, below);
    if (between > 0 && !Double.isInfinite(between)) {
      double current = between * (potential[c] - potential[below]);
      double[] half = mesh.half[direction];
      pattern[c] += current * current * half[c] / conductivity[c];
      pattern[below] += current * current * half[below] / conductivity[below];
    }
  }
}
