package lissauer.simulator.tissue;

/**
 * Reads a field of tissue cells between their centres: cubic in the logarithm of the radius, in
 * which a field around a wire is nearly straight, and cubic in height; with fewer cells where metal
 * or the edge of the mesh is near.
 */
final class Sampler {
  private final Mesh mesh;
  private final double[] logR;

  Sampler(Mesh mesh) {
    this.mesh = mesh;
    this.logR = new double[mesh.nr];
    for (int i = 0; i < mesh.nr; i++) {
      logR[i] = StrictMath.log(mesh.centreR[i]);
    }
  }

  /** The field at a distance from the axis and a height above the tip's end. */
  double value(double[] field, double radiusMillimetres, double heightMillimetres) {
    double z = heightMillimetres * 1e-3;
    int j = Mesh.below(mesh.centreZ, z);
    double lowest = Math.max(radiusMillimetres * 1e-3, mesh.centreR[0]);
    double x = StrictMath.log(lowest);
    int i = Mesh.below(logR, x);
    boolean tall = j > 0 && j + 2 < mesh.nz && same(i, j - 1) && same(i, j + 2);
    int from = tall ? j - 1 : j;
    int to = tall ? j + 2 : j + 1;
    double lower = alongR(field, j, i, x);
    double upper = alongR(field, j + 1, i, x);
    double sum = weight(mesh.centreZ, from, to, j, z) * lower;
    sum += weight(mesh.centreZ, from, to, j + 1, z) * upper;
    if (tall) {
      sum += weight(mesh.centreZ, from, to, from, z) * alongR(field, from, i, x);
      sum += weight(mesh.centreZ, from, to, to, z) * alongR(field, to, i, x);
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
    return mesh.material[j * mesh.nr + i] == Material.TISSUE;
  }

  private double alongR(double[] field, int row, int i, double x) {
    int at = i;
    if (!tissue(at, row) && at + 2 < mesh.nr) {
      at++;
    }
    int from = at > 0 && tissue(at - 1, row) ? at - 1 : at;
    int to = at + 2 < mesh.nr && x >= logR[at] ? at + 2 : at + 1;
    double sum = 0;
    for (int column = from; column <= to; column++) {
      sum += weight(logR, from, to, column, x) * field[row * mesh.nr + column];
    }
    int cell = row * mesh.nr + at;
    return x < logR[at] ? sum : between(sum, field[cell], field[cell + 1]);
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
