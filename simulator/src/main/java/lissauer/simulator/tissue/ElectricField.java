package lissauer.simulator.tissue;

import java.util.Arrays;

/**
 * The quasi-static field {@code ∇·(σ∇φ) = 0} between a tip at 1 V and the outer faces at 0 V, and
 * the heat it makes in each cell.
 *
 * <p>Conjugate gradients, started from the field before and preconditioned by the factored matrix
 * of an earlier conductivity: a handful of iterations as long as nothing boils. The heat of each
 * face is shared by the resistances of its two halves, so that all heat together is V²G exactly.
 */
final class ElectricField {
  private static final double FLUID_SIEMENS_PER_METRE = 2.0;
  private static final double TOLERANCE = 1e-5;
  private static final int MOST_ITERATIONS = 200;
  private static final int FRESH_FACTOR = 10;

  private final Mesh mesh;
  private final boolean[] conducting;
  private final double[] sigma;
  private final double[] next;
  private final double[] far;
  private final double[] diagonal;
  private final double[] tip;
  private final double[] ground;
  private final double[] phi;
  private final double[] residual;
  private final double[] search;
  private final double[] product;
  private final double[] preconditioned;
  private final double[] heat;
  private BandedCholesky factor;
  private double conductanceSiemens;

  /**
   * The field on a mesh.
   *
   * @param conductivity of the tissue in each cell to begin with, S/m
   */
  ElectricField(Mesh mesh, double[] conductivity) {
    this.mesh = mesh;
    int cells = mesh.cells();
    conducting = new boolean[cells];
    for (int cell = 0; cell < cells; cell++) {
      conducting[cell] =
          mesh.material[cell] == Material.TISSUE || mesh.material[cell] == Material.FLUID;
    }
    sigma = new double[cells];
    next = new double[cells];
    far = new double[cells];
    diagonal = new double[cells];
    tip = new double[cells];
    ground = new double[cells];
    phi = new double[cells];
    residual = new double[cells];
    search = new double[cells];
    product = new double[cells];
    preconditioned = new double[cells];
    heat = new double[cells];
    assemble(conductivity);
    factor = new BandedCholesky(diagonal, next, far, mesh.nr);
    iterate();
    heat();
  }

  /**
   * Solves for new conductivities of the tissue, in S/m.
   *
   * @return how many iterations it took
   */
  int solve(double[] conductivity) {
    assemble(conductivity);
    int iterations = iterate();
    if (iterations > FRESH_FACTOR) {
      factor = new BandedCholesky(diagonal, next, far, mesh.nr);
    }
    heat();
    return iterations;
  }

  /** Current per volt at the tip, in S. */
  double conductanceSiemens() {
    return conductanceSiemens;
  }

  /** Potential of each cell with the tip at 1 V. */
  double[] potential() {
    return phi.clone();
  }

  /** Heat of each cell at 1 W in all. */
  double[] heatShare() {
    return heat;
  }

  private void assemble(double[] conductivity) {
    for (int cell = 0; cell < sigma.length; cell++) {
      sigma[cell] =
          mesh.material[cell] == Material.FLUID ? FLUID_SIEMENS_PER_METRE : conductivity[cell];
    }
    int nr = mesh.nr;
    int cells = mesh.cells();
    Arrays.fill(diagonal, 0);
    Arrays.fill(tip, 0);
    Arrays.fill(ground, 0);
    for (int cell = 0; cell < cells; cell++) {
      double out = sigma[cell] * mesh.outward[cell];
      double up = sigma[cell] * mesh.axial[cell];
      boolean last = cell % nr == nr - 1;
      boolean top = cell >= cells - nr;
      next[cell] = last ? 0 : join(cell, cell + 1, out, mesh.inward);
      far[cell] = top ? 0 : join(cell, cell + nr, up, mesh.axial);
      if (conducting[cell]) {
        double ends = mesh.sealedEnds ? 0 : (top ? up : 0) + (cell < nr ? up : 0);
        ground[cell] = (last ? out : 0) + ends;
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      diagonal[cell] += conducting[cell] ? tip[cell] + ground[cell] : 1;
    }
  }

  /** Conductance between two cells; a metal one holds 1 V and joins the right-hand side instead. */
  private double join(int one, int two, double half, double[] otherHalf) {
    double other = sigma[two] * otherHalf[two];
    if (conducting[one] && conducting[two]) {
      double joint = half * other / (half + other);
      diagonal[one] += joint;
      diagonal[two] += joint;
      return joint;
    }
    if (conducting[one] && mesh.material[two] == Material.METAL) {
      tip[one] += half;
    } else if (conducting[two] && mesh.material[one] == Material.METAL) {
      tip[two] += other;
    }
    return 0;
  }

  private int iterate() {
    multiply(phi, product);
    for (int cell = 0; cell < phi.length; cell++) {
      residual[cell] = tip[cell] - product[cell];
    }
    double scale = energy(tip);
    double rho = energy(residual);
    System.arraycopy(preconditioned, 0, search, 0, search.length);
    int iteration = 0;
    while (rho > TOLERANCE * TOLERANCE * scale && iteration < MOST_ITERATIONS) {
      multiply(search, product);
      double alpha = rho / dot(search, product);
      for (int cell = 0; cell < phi.length; cell++) {
        phi[cell] += alpha * search[cell];
        residual[cell] -= alpha * product[cell];
      }
      double before = rho;
      rho = energy(residual);
      double beta = rho / before;
      for (int cell = 0; cell < phi.length; cell++) {
        search[cell] = preconditioned[cell] + beta * search[cell];
      }
      iteration++;
    }
    return iteration;
  }

  private double energy(double[] vector) {
    System.arraycopy(vector, 0, preconditioned, 0, vector.length);
    factor.solve(preconditioned);
    return dot(vector, preconditioned);
  }

  private static double dot(double[] one, double[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * two[i];
    }
    return sum;
  }

  private void multiply(double[] vector, double[] result) {
    int nr = mesh.nr;
    int cells = vector.length;
    for (int cell = 0; cell < cells; cell++) {
      result[cell] = diagonal[cell] * vector[cell];
    }
    for (int cell = 0; cell < cells - 1; cell++) {
      result[cell] -= next[cell] * vector[cell + 1];
    }
    for (int cell = 1; cell < cells; cell++) {
      result[cell] -= next[cell - 1] * vector[cell - 1];
    }
    for (int cell = 0; cell < cells - nr; cell++) {
      result[cell] -= far[cell] * vector[cell + nr];
    }
    for (int cell = nr; cell < cells; cell++) {
      result[cell] -= far[cell - nr] * vector[cell - nr];
    }
  }

  private void heat() {
    int nr = mesh.nr;
    Arrays.fill(heat, 0);
    for (int cell = 0; cell < heat.length; cell++) {
      if (next[cell] > 0) {
        share(cell, cell + 1, next[cell], sigma[cell] * mesh.outward[cell]);
      }
      if (far[cell] > 0) {
        share(cell, cell + nr, far[cell], sigma[cell] * mesh.axial[cell]);
      }
      double drop = 1 - phi[cell];
      heat[cell] += tip[cell] * drop * drop + ground[cell] * phi[cell] * phi[cell];
    }
    double sum = 0;
    for (double watts : heat) {
      sum += watts;
    }
    conductanceSiemens = sum;
    double scale = sum > 0 ? 1 / sum : 0; // a tip in the air
    for (int cell = 0; cell < heat.length; cell++) {
      heat[cell] *= scale;
    }
  }

  private void share(int one, int two, double joint, double half) {
    double drop = phi[one] - phi[two];
    double watts = joint * drop * drop;
    double first = watts * joint / half;
    heat[one] += first;
    heat[two] += watts - first;
  }
}
