package lissauer.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class VtkFileTest {
  private static final PlaneGrid GRID =
      PlaneGrid.ofFaces(new double[] {0, 0.1, 0.3, 1}, new double[] {-1, 0, 2});

  @TempDir private Path folder;

  @Test
  void hasTheStructureThatReadersOfRectilinearGridsExpect() throws Exception {
    Document xml = written(field("temperature", "°C", 1, 2, 3, 4, 5, 6));
    Element root = xml.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("VTKFile");
    assertThat(root.getAttribute("type")).isEqualTo("RectilinearGrid");
    assertThat(root.getAttribute("byte_order")).isEqualTo("LittleEndian");
    assertThat(root.getAttribute("header_type")).isEqualTo("UInt64");
    assertThat(only(xml, "RectilinearGrid").getAttribute("WholeExtent")).isEqualTo("0 3 0 0 0 2");
    assertThat(only(xml, "Piece").getAttribute("Extent")).isEqualTo("0 3 0 0 0 2");
    assertThat(arrays(only(xml, "Coordinates")).values())
        .containsExactly(new double[] {0, 0.1, 0.3, 1}, new double[] {0}, new double[] {-1, 0, 2});
  }

  @Test
  void keepsEveryNumberAndNamesArraysWithTheirUnits() throws Exception {
    Document xml =
        written(
            field("temperature", "°C", 37, 41.5, 1.0 / 3, -0.0, 1e300, 75),
            field("Ω liver", "", 0, 1, 2, Double.NaN, 1e-300, Double.POSITIVE_INFINITY),
            field("power density", "W/mm³", 0, 0, 0, 0, 0, 0));
    Map<String, double[]> cells = arrays(only(xml, "CellData"));
    assertThat(cells).containsOnlyKeys("temperature_celsius", "omega_liver", "power_density_w_mm3");
    assertThat(cells.get("temperature_celsius"))
        .containsExactly(37, 41.5, 1.0 / 3, -0.0, 1e300, 75);
    assertThat(cells.get("omega_liver"))
        .containsExactly(0, 1, 2, Double.NaN, 1e-300, Double.POSITIVE_INFINITY);
  }

  @Test
  void saysThatItIsSimulatedEvenWithATitleThatWouldEndTheComment() throws Exception {
    Path file = folder.resolve("lesion.vtr");
    new VtkFile("75 °C --> 15 s --", GRID, List.of()).write(file);
    assertThat(Files.readString(file)).contains("<!-- SIMULATED").contains("75 °C -> 15 s");
    assertThat(parsed(file).getDocumentElement().getTagName()).isEqualTo("VTKFile");
  }

  @Test
  void refusesWhatCannotBeWritten() {
    assertThatIOException()
        .isThrownBy(() -> VtkFile.check(folder.resolve("lesion.vtu")))
        .withMessageContaining("lesion.vtu")
        .withMessageContaining("must end in .vtr");
    CellField field = field("Ω", "", 1, 2, 3, 4, 5, 6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VtkFile("", GRID, List.of(field, field)))
        .withMessage("two fields are named omega");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VtkFile("", GRID, List.of(field("Ω", "", 1))));
  }

  private static CellField field(String name, String unit, double... values) {
    return new CellField(name, unit, values);
  }

  private Document written(CellField... fields) throws Exception {
    Path file = folder.resolve("lesion.vtr");
    new VtkFile("a lesion", GRID, List.of(fields)).write(file);
    return parsed(file);
  }

  private static Document parsed(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static Element only(Document xml, String tag) {
    NodeList found = xml.getElementsByTagName(tag);
    assertThat(found.getLength()).isEqualTo(1);
    return (Element) found.item(0);
  }

  /** What a reader sees: a size in bytes, then that many bytes of doubles. */
  private static Map<String, double[]> arrays(Element parent) {
    Map<String, double[]> arrays = new LinkedHashMap<>();
    NodeList found = parent.getElementsByTagName("DataArray");
    for (int i = 0; i < found.getLength(); i++) {
      Element array = (Element) found.item(i);
      assertThat(array.getAttribute("type")).isEqualTo("Float64");
      assertThat(array.getAttribute("format")).isEqualTo("binary");
      ByteBuffer bytes =
          ByteBuffer.wrap(Base64.getDecoder().decode(array.getTextContent()))
              .order(ByteOrder.LITTLE_ENDIAN);
      assertThat(bytes.getLong()).isEqualTo(bytes.remaining());
      double[] values = new double[bytes.remaining() / Double.BYTES];
      bytes.asDoubleBuffer().get(values);
      arrays.put(array.getAttribute("Name"), values);
    }
    return arrays;
  }
}
