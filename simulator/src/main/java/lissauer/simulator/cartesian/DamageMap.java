package lissauer.simulator.cartesian;

/**
 * Where Ω is how large after a row. Coordinates in mm: x along the row from the first site, y to
 * the side, z up the shaft from the tip's end. Between centres of cells log Ω is linear.
 */
public final class DamageMap {
  private static final double LEAST = 1e-12;
  private static final double VOXEL_MILLIMETRES = 0.05;

  /** How far from the row a lesion is looked for. */
  private static final double WINDOW_MILLIMETRES = 5;

  private final Mesh mesh;
  private final CartesianRow.Case row;
  private final double[] logarithm;

  DamageMap(Mesh mesh, double[] omega, CartesianRow.Case row) {
    this.mesh = mesh;
    this.row = row;
    logarithm = mesh.field();
    for (int c = mesh.first; c < mesh.end; c++) {
      logarithm[c] = StrictMath.log(Math.max(LEAST, omega[c]));
    }
  }

  /** Number of cells of the half space. */
  public int cells() {
    return mesh.cells();
  }

  /** Ω at a point; 1 and above is lesion. */
  public double omegaRatio(double xMillimetres, double yMillimetres, double zMillimetres) {
    return StrictMath.exp(logarithm(xMillimetres, Math.abs(yMillimetres), zMillimetres));
  }

  /** Whether the round electrode, insulation included, was at a point at any site. */
  public boolean isTrack(double xMillimetres, double yMillimetres, double zMillimetres) {
    for (int site = 0; site < row.sites(); site++) {
      double beside = Math.hypot(xMillimetres - row.siteMillimetres(site), yMillimetres);
      if (Electrode.partAt(beside, zMillimetres) != Electrode.Part.TISSUE) {
        return true;
      }
    }
    return false;
  }

  /** How far the lesion reaches to the side of (x, 0, z): 0 where there is none. */
  public double halfWidthMillimetres(double xMillimetres, double zMillimetres) {
    double before = logarithm(xMillimetres, 0, zMillimetres);
    for (int j = 0; j < mesh.y.cells(); j++) {
      double now = logarithm(xMillimetres, mesh.y.centre(j), zMillimetres);
      if (now < 0) {
        double from = mesh.y.centre(Math.max(0, j - 1));
        return j == 0 ? 0 : from + before / (before - now) * (mesh.y.centre(j) - from);
      }
      before = now;
    }
    throw new IllegalStateException("the lesion fills the box");
  }

  /** Volume of Ω ≥ 1 by voxels of 0.05 mm, the track included. */
  public double lesionCubicMillimetres() {
    return volume(false);
  }

  /** Volume of Ω ≥ 1 in the track. */
  public double trackCubicMillimetres() {
    return volume(true);
  }

  private double volume(boolean trackOnly) {
    double end = row.siteMillimetres(row.sites() - 1) + WINDOW_MILLIMETRES;
    double half = VOXEL_MILLIMETRES / 2;
    long inside = 0;
    for (double x = half - WINDOW_MILLIMETRES; x < end; x += VOXEL_MILLIMETRES) {
      for (double z = half - WINDOW_MILLIMETRES; z < WINDOW_MILLIMETRES; z += VOXEL_MILLIMETRES) {
        for (double y = half; y < WINDOW_MILLIMETRES; y += VOXEL_MILLIMETRES) {
          if (logarithm(x, y, z) < 0) {
            break;
          }
          inside += !trackOnly || isTrack(x, y, z) ? 1 : 0;
        }
      }
    }
    return 2 * inside * VOXEL_MILLIMETRES * VOXEL_MILLIMETRES * VOXEL_MILLIMETRES;
  }

  private double logarithm(double x, double y, double z) {
    int i = mesh.x.below(x);
    int j = mesh.y.below(y);
    int k = mesh.z.below(z);
    double fx = mesh.x.fraction(i, x);
    double fy = mesh.y.fraction(j, y);
    double fz = mesh.z.fraction(k, z);
    int c = mesh.cell(i, j, k);
    int sy = mesh.stride[1];
    int sz = mesh.stride[2];
    double low = mix(fy, alongX(fx, c), alongX(fx, c + sy));
    double high = mix(fy, alongX(fx, c + sz), alongX(fx, c + sy + sz));
    return mix(fz, low, high);
  }

  private double alongX(double fraction, int c) {
    return mix(fraction, logarithm[c], logarithm[c + 1]);
  }

  private static double mix(double fraction, double low, double high) {
    return low + fraction * (high - low);
  }
}
