package lissauer.simulator.tissue;

/** The part of a mesh around the tip that is kept for reading temperatures from. */
final class SampledShapes {
  private final Mesh mesh;
  private final int radii;
  private final int from;
  private final int to;

  SampledShapes(
      Mesh mesh, double radiusMillimetres, double belowMillimetres, double aboveMillimetres) {
    this.mesh = mesh;
    int count = 0;
    while (count < mesh.nr && mesh.centreR[count] < radiusMillimetres * 1e-3) {
      count++;
    }
    this.radii = count;
    this.from = Math.max(0, Mesh.below(mesh.centreZ, -belowMillimetres * 1e-3));
    this.to = Math.min(mesh.nz - 1, Mesh.below(mesh.centreZ, aboveMillimetres * 1e-3) + 1);
  }

  double[] radiusMillimetres() {
    double[] radius = new double[radii];
    for (int i = 0; i < radii; i++) {
      radius[i] = mesh.centreR[i] * 1e3;
    }
    return radius;
  }

  double[] heightMillimetres() {
    double[] height = new double[to - from + 1];
    for (int j = 0; j < height.length; j++) {
      height[j] = mesh.centreZ[from + j] * 1e3;
    }
    return height;
  }

  double[] of(double[] field) {
    double[] kept = new double[radii * (to - from + 1)];
    for (int j = from; j <= to; j++) {
      System.arraycopy(field, j * mesh.nr, kept, (j - from) * radii, radii);
    }
    return kept;
  }
}
