package lissauer.simulator.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Fields of one lesion for ParaView and other readers of VTK: an XML RectilinearGrid (.vtr) with x
 * = column (r), y = 0 and z = row, in mm, and one cell array per field. Numbers are base64 of
 * little-endian doubles, since the ASCII form cannot hold NaN. The format is that of "VTK File
 * Formats for VTK Version 4.2" with the 64-bit sizes of version 1.0.
 *
 * @param title one line for people, kept as a comment
 */
public record VtkFile(String title, PlaneGrid grid, List<CellField> fields) {
  private static final String ENDING = ".vtr";

  /** Refuses a field of another grid, and two fields whose arrays would have the same name. */
  public VtkFile {
    fields = List.copyOf(fields);
    Set<String> names = new HashSet<>();
    for (CellField field : fields) {
      field.requireOn(grid);
      if (!names.add(arrayName(field))) {
        throw new IllegalArgumentException("two fields are named " + arrayName(field));
      }
    }
  }

  /**
   * Refuses a file that could not be written, before the work is done.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public static void check(Path file) throws IOException {
    OutputFile.check(file, ENDING);
  }

  /**
   * Writes the file, over an older one.
   *
   * @throws IOException naming the file and what is wrong with it
   */
  public void write(Path file) throws IOException {
    check(file);
    OutputFile.write(file, xml().getBytes(StandardCharsets.UTF_8));
  }

  private String xml() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<!-- SIMULATED by Lissauer, not measured. ").append(comment(title));
    xml.append(". x is r, z runs along the electrode, lengths are in mm. -->\n");
    xml.append("<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"LittleEndian\"");
    xml.append(" header_type=\"UInt64\">\n");
    String extent = "0 %d 0 0 0 %d".formatted(grid.columns(), grid.rows());
    xml.append("<RectilinearGrid WholeExtent=\"").append(extent).append("\">\n");
    xml.append("<Piece Extent=\"").append(extent).append("\">\n<PointData/>\n<CellData>\n");
    for (CellField field : fields) {
      array(xml, arrayName(field), field.values());
    }
    xml.append("</CellData>\n<Coordinates>\n");
    array(xml, "x_millimetres", grid.columnFacesMillimetres());
    array(xml, "y_millimetres", new double[1]);
    array(xml, "z_millimetres", grid.rowFacesMillimetres());
    xml.append("</Coordinates>\n</Piece>\n</RectilinearGrid>\n</VTKFile>\n");
    return xml.toString();
  }

  private static void array(StringBuilder xml, String name, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + Double.BYTES * values.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong((long) Double.BYTES * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    xml.append("<DataArray type=\"Float64\" Name=\"").append(name).append("\" format=\"binary\">");
    xml.append(Base64.getEncoder().encodeToString(bytes.array())).append("</DataArray>\n");
  }

  /** Name and unit as one word of plain letters, which ParaView's calculator takes as it is. */
  private static String arrayName(CellField field) {
    String unit =
        field
            .unit()
            .replace("°C", "celsius")
            .replace("Ω", "ohm")
            .replace("³", "3")
            .replace("²", "2");
    String name = field.name().replace("Ω", "Omega");
    String all = unit.isEmpty() ? name : name + "_" + unit;
    return all.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
  }

  /** Two dashes would end a comment. */
  private static String comment(String text) {
    return text.replaceAll("-{2,}", "-").replaceAll("[\r\n]+", " ").replaceAll("-$", "");
  }
}
