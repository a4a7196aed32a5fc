package lissauer.simulator.tissue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What is left of the full model of one electrode when temperature is a sum of a few shapes: small
 * matrices that are linear in the properties of the tissue, and the shapes themselves.
 *
 * <p>Shapes are proper orthogonal modes of full solutions (Sirovich 1987); the matrices are
 * Galerkin projections of the full model's, so that heat balance and stability are inherited. Made
 * by {@code lissauer reduce}, kept in a small file beside the electrode's.
 *
 * @param provenance how it was made, for people
 * @param geometry of the electrode it holds for
 * @param conductionNodes values of k at which {@code stiffness} was projected, W/(m K)
 * @param fixedMass projection of the heat capacity of all that is not tissue, J/K
 * @param tissueMass the same of tissue, for 1 J/(m³ K)
 * @param stiffness projections of heat conduction at the nodes, W/K
 * @param perfusion projection of perfusion, for 1 W/(m³ K)
 * @param sensor temperature of the thermocouple for each shape
 * @param conductance for each pair of potentials: at 37 °C and 1 S/m, then for each shape of
 *     temperature
 * @param heating the same pairs, split onto the shapes: {@code [1 + shapes][pair][shape]}
 * @param radiusMillimetres centres of the sampled cells
 * @param heightMillimetres centres of the sampled cells, above the end of the tip
 * @param tissue 1 for each sampled cell that is tissue, 0 for others
 * @param shapes each shape at the sampled cells, radius running fastest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReducedBasis(
    String provenance,
    String geometry,
    double[] conductionNodes,
    double[][] fixedMass,
    double[][] tissueMass,
    double[][][] stiffness,
    double[][] perfusion,
    double[] sensor,
    double[][] conductance,
    double[][][] heating,
    double[] radiusMillimetres,
    double[] heightMillimetres,
    double[] tissue,
    double[][] shapes) {

  private static final int MAGIC = 0x4c52_4d31;
  private static final int MOST = 1 << 22;

  /** Shapes of temperature. */
  public int size() {
    return sensor.length;
  }

  /** Shapes of potential beside the cold one. */
  int potentials() {
    int pairs = conductance[0].length;
    return (int) Math.rint((Math.sqrt(8.0 * pairs + 1) - 1) / 2) - 1;
  }

  /** Writes it all, compressed; the stream is left open. */
  public void write(OutputStream stream) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(stream);
    DataOutputStream out = new DataOutputStream(zip);
    out.writeInt(MAGIC);
    out.writeUTF(provenance);
    out.writeUTF(geometry);
    row(out, conductionNodes);
    matrix(out, fixedMass);
    matrix(out, tissueMass);
    cube(out, stiffness);
    matrix(out, perfusion);
    row(out, sensor);
    matrix(out, conductance);
    cube(out, heating);
    row(out, radiusMillimetres);
    row(out, heightMillimetres);
    row(out, tissue);
    out.writeInt(shapes.length);
    for (double[] shape : shapes) {
      out.writeInt(shape.length);
      for (double value : shape) {
        out.writeFloat((float) value);
      }
    }
    out.flush();
    zip.finish();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else, or cut off
   */
  public static ReducedBasis read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a reduced model of this version; make it anew");
    }
    String provenance = in.readUTF();
    String geometry = in.readUTF();
    double[] nodes = row(in);
    double[][] fixed = matrix(in);
    double[][] tissue = matrix(in);
    double[][][] stiffness = cube(in);
    double[][] perfusion = matrix(in);
    double[] sensor = row(in);
    double[][] conductance = matrix(in);
    double[][][] heating = cube(in);
    double[] radius = row(in);
    double[] height = row(in);
    double[] living = row(in);
    double[][] shapes = shapes(in);
    if (in.read() != -1) { // only at its end does a compressed stream compare its checksum
      throw new IOException("damaged: longer than its content");
    }
    return new ReducedBasis(
        provenance,
        geometry,
        nodes,
        fixed,
        tissue,
        stiffness,
        perfusion,
        sensor,
        conductance,
        heating,
        radius,
        height,
        living,
        shapes);
  }

  private static double[][] shapes(DataInputStream in) throws IOException {
    double[][] shapes = new double[count(in)][];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = new double[count(in)];
      for (int cell = 0; cell < shapes[i].length; cell++) {
        shapes[i][cell] = in.readFloat();
      }
    }
    return shapes;
  }

  private static void row(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static void matrix(DataOutputStream out, double[][] rows) throws IOException {
    out.writeInt(rows.length);
    for (double[] values : rows) {
      row(out, values);
    }
  }

  private static void cube(DataOutputStream out, double[][][] matrices) throws IOException {
    out.writeInt(matrices.length);
    for (double[][] matrix : matrices) {
      matrix(out, matrix);
    }
  }

  private static double[] row(DataInputStream in) throws IOException {
    double[] values = new double[count(in)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }

  private static double[][] matrix(DataInputStream in) throws IOException {
    double[][] rows = new double[count(in)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(in);
    }
    return rows;
  }

  private static double[][][] cube(DataInputStream in) throws IOException {
    double[][][] matrices = new double[count(in)][][];
    for (int i = 0; i < matrices.length; i++) {
      matrices[i] = matrix(in);
    }
    return matrices;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (!(count >= 0 && count <= MOST)) {
      throw new IOException("damaged: a length of " + count);
    }
    return count;
  }
}
