package lissauer.simulator.tissue;

import java.util.Arrays;

/**
 * Cells around an axis, in radius and height, with a material each and the geometric conductances
 * between their centres and their faces.
 *
 * <p>Lengths are in metres here, so that conductance times conductivity is W/K or S. Cell (i, j),
 * radius i and height j, has the index {@code j·nr + i}. Radial half conductances carry the
 * logarithm of the cylinder, so that a steady cylindrical field is exact on any mesh.
 */
final class Mesh {
  final int nr;
  final int nz;
  final double[] faceR;
  final double[] faceZ;
  final double[] centreR;
  final double[] centreZ;
  final Material[] material;
  final double[] volume;

  /** Per unit conductivity, from the centre outwards, inwards, and to either end. */
  final double[] outward;

  final double[] inward;
  final double[] axial;

  /** Whether the lowest and highest faces let nothing through, instead of being held. */
  final boolean sealedEnds;

  /**
   * A mesh between faces in metres, ascending.
   *
   * @param material of the cell whose centre is at a radius and a height, in metres
   */
  Mesh(double[] faceR, double[] faceZ, Filling material, boolean sealedEnds) {
    this(faceR, faceZ, material, sealedEnds, Mesh::ring);
  }

  private Mesh(double[] faceR, double[] faceZ, Filling material, boolean sealedEnds, Shape shape) {
    this.faceR = faceR.clone();
    this.faceZ = faceZ.clone();
    this.sealedEnds = sealedEnds;
    this.nr = faceR.length - 1;
    this.nz = faceZ.length - 1;
    this.centreR = centres(faceR);
    this.centreZ = centres(faceZ);
    this.material = new Material[nr * nz];
    this.volume = new double[nr * nz];
    this.outward = new double[nr * nz];
    this.inward = new double[nr * nz];
    this.axial = new double[nr * nz];
    for (int j = 0; j < nz; j++) {
      for (int i = 0; i < nr; i++) {
        this.material[j * nr + i] = material.at(centreR[i], centreZ[j]);
        shape.measure(this, i, j);
      }
    }
  }

  /**
   * Concentric spheres, for which heat and field have closed forms: what they say of the equations
   * is then not blurred by a round tip on a grid of rings. The two rows are the halves of each
   * shell above and below the equator, which the axis of the thermocouple crosses.
   *
   * @param faceR in metres, from 0
   * @param material of the shell around a radius in metres; the height says nothing
   */
  static Mesh shells(double[] faceR, Filling material) {
    double end = faceR[faceR.length - 1];
    return new Mesh(faceR, new double[] {-end, 0, end}, material, true, Mesh::halfShell);
  }

  private void ring(int i, int j) {
    int cell = j * nr + i;
    double high = faceZ[j + 1] - faceZ[j];
    double area = Math.PI * (faceR[i + 1] * faceR[i + 1] - faceR[i] * faceR[i]);
    volume[cell] = area * high;
    outward[cell] = 2 * Math.PI * high / StrictMath.log(faceR[i + 1] / centreR[i]);
    boolean axis = faceR[i] == 0;
    inward[cell] = axis ? 0 : 2 * Math.PI * high / StrictMath.log(centreR[i] / faceR[i]);
    axial[cell] = 2 * area / high;
  }

  private void halfShell(int i, int j) {
    int cell = j * nr + i;
    double from = faceR[i];
    double to = faceR[i + 1];
    volume[cell] = 2 * Math.PI / 3 * (to * to * to - from * from * from);
    outward[cell] = 2 * Math.PI / (1 / centreR[i] - 1 / to);
    inward[cell] = from == 0 ? 0 : 2 * Math.PI / (1 / from - 1 / centreR[i]);
    axial[cell] = 2 * Math.PI * (to - from);
  }

  /** Sets volume and half conductances of a cell. */
  @FunctionalInterface
  private interface Shape {
    void measure(Mesh mesh, int i, int j);
  }

  /** What is where. */
  @FunctionalInterface
  interface Filling {
    Material at(double radius, double height);
  }

  int cells() {
    return nr * nz;
  }

  /**
   * Index of the cell below a place, in metres, so that it lies between this centre and the next.
   */
  static int below(double[] centres, double at) {
    int found = Arrays.binarySearch(centres, at);
    int index = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(centres.length - 2, index));
  }

  private static double[] centres(double[] faces) {
    double[] centres = new double[faces.length - 1];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = 0.5 * (faces[i] + faces[i + 1]);
    }
    return centres;
  }
}
