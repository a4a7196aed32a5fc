package lissauer.simulator.tissue;

import java.util.function.IntPredicate;

/**
 * Reads a field of tissue cells between their centres: cubic in the logarithm of the radius, in
 * which a field around a wire is nearly straight, and cubic in height; with fewer cells where metal
 * or the edge of the mesh is near.
 */
final class Sampler {
  private final double[] logR;
  private final double[] centreZ;
  private final IntPredicate living;
  private final int nr;
  private final int nz;

  /** Of cells with these centres, in metres, of which some are tissue. */
  Sampler(double[] centreR, double[] centreZ, IntPredicate living) {
    this.centreZ = centreZ;
    this.living = living;
    this.nr = centreR.length;
    this.nz = centreZ.length;
    this.logR = new double[nr];
    for (int i = 0; i < nr; i++) {
      logR[i] = StrictMath.log(centreR[i]);
    }
  }

  Sampler(Mesh mesh) {
    this(mesh.centreR, mesh.centreZ, cell -> mesh.material[cell] == Material.TISSUE);
  }

  /** The field at a distance from the axis and a height above the tip's end. */
  double value(double[] field, double radiusMillimetres, double heightMillimetres) {
    double z = heightMillimetres * 1e-3;
    int j = Mesh.below(centreZ, z);
    double x = Math.max(logR[0], StrictMath.log(Math.max(1e-12, radiusMillimetres * 1e-3)));
    int i = Mesh.below(logR, x);
    boolean tall = j > 0 && j + 2 < nz && same(i, j - 1) && same(i, j + 2);
    int from = tall ? j - 1 : j;
    int to = tall ? j + 2 : j + 1;
    double lower = alongR(field, j, i, x);
    double upper = alongR(field, j + 1, i, x);
    double sum = weight(centreZ, from, to, j, z) * lower;
    sum += weight(centreZ, from, to, j + 1, z) * upper;
    if (tall) {
      sum += weight(centreZ, from, to, from, z) * alongR(field, from, i, x);
      sum += weight(centreZ, from, to, to, z) * alongR(field, to, i, x);
    }
    return between(sum, lower, upper);
  }

  /** A cubic must not overshoot the cells it lies between, as it would at the edge of damage. */
  private static double between(double value, double one, double two) {
    return Math.max(Math.min(one, two), Math.min(Math.max(one, two), value));
  }

  private boolean same(int i, int j) {
    return tissue(i, j) && tissue(i + 1, j);
  }

  private boolean tissue(int i, int j) {
    return living.test(j * nr + i);
  }

  private double alongR(double[] field, int row, int i, double x) {
    int at = inTissue(i, row);
    int from = from(at, row);
    int to = to(at, x);
    double sum = 0;
    for (int column = from; column <= to; column++) {
      sum += weight(logR, from, to, column, x) * field[row * nr + column];
    }
    int cell = row * nr + at;
    return x < logR[at] ? sum : between(sum, field[cell], field[cell + 1]);
  }

  private int inTissue(int i, int row) {
    return !tissue(i, row) && i + 2 < nr ? i + 1 : i;
  }

  private int from(int at, int row) {
    return at > 0 && tissue(at - 1, row) ? at - 1 : at;
  }

  private int to(int at, double x) {
    return at + 2 < nr && x >= logR[at] ? at + 2 : at + 1;
  }

  /**
   * The same as fixed weights of cells, without the bound between neighbours, for fields that are
   * smooth everywhere.
   */
  Stencil stencil(double radiusMillimetres, double heightMillimetres) {
    double z = heightMillimetres * 1e-3;
    int j = Mesh.below(centreZ, z);
    double x = Math.max(logR[0], StrictMath.log(Math.max(1e-12, radiusMillimetres * 1e-3)));
    int i = Mesh.below(logR, x);
    boolean tall = j > 0 && j + 2 < nz && same(i, j - 1) && same(i, j + 2);
    int low = tall ? j - 1 : j;
    int high = tall ? j + 2 : j + 1;
    Stencil stencil = new Stencil();
    for (int row = low; row <= high; row++) {
      double weight = weight(centreZ, low, high, row, z);
      int at = inTissue(i, row);
      int from = from(at, row);
      int to = to(at, x);
      for (int column = from; column <= to; column++) {
        stencil.add(row * nr + column, weight * weight(logR, from, to, column, x));
      }
    }
    return stencil;
  }

  /** Cells and their weights. */
  static final class Stencil {
    private final int[] cells = new int[16];
    private final double[] weights = new double[16];
    private int count;

    private void add(int cell, double weight) {
      cells[count] = cell;
      weights[count++] = weight;
    }

    double of(double[] field) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += weights[i] * field[cells[i]];
      }
      return sum;
    }
  }

  /** Lagrange's weight of one of several places. */
  static double weight(double[] places, int from, int to, int which, double at) {
    double weight = 1;
    for (int other = from; other <= to; other++) {
      if (other != which) {
        weight *= (at - places[other]) / (places[which] - places[other]);
      }
    }
    return weight;
  }
}
