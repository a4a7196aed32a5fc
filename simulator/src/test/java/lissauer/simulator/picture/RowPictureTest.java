package lissauer.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowPictureTest {
  private static final String LAW = "Ω = 1, liver";

  @TempDir private Path folder;

  @Test
  void aShortRowIsDrawnWithItsMark() throws IOException {
    BufferedImage image = drawn(row(4, true));
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(1000);
    assertThat(LesionPictureTest.colours(image, 104, 150, 400, 500)).isGreaterThan(100);
    assertThat(LesionPictureTest.colours(image, 1000, 150, 400, 300)).isGreaterThan(100);
    assertThat(LesionPictureTest.count(image, 1300, 0, 300, 90, Ink.WARNING.getRGB()))
        .isGreaterThan(500);
  }

  @Test
  void aLongRowAndOneWithoutLesionsAreDrawnToo() throws IOException {
    assertThat(LesionPictureTest.colours(drawn(row(24, false)), 104, 150, 800, 200))
        .isGreaterThan(100);
    Slice nothing = slice(PlaneGrid.regular(0, 20, 0, 10, 0.1), (_, _) -> -3, List.of());
    RowPicture bare =
        new RowPicture(
            List.of(), nothing, nothing, nothing, 1, List.of(), List.of(), List.of(), List.of(),
            List.of());
    assertThat(drawn(bare).getWidth()).isEqualTo(1600);
  }

  @Test
  void aGapIsSeen() throws IOException {
    int[] with = drawn(row(4, true)).getRGB(104, 150, 700, 500, null, 0, 700);
    int[] without = drawn(row(4, false)).getRGB(104, 150, 700, 500, null, 0, 700);
    long redder =
        IntStream.range(0, with.length)
            .filter(i -> (with[i] >> 16 & 0xff) > (without[i] >> 16 & 0xff) + 20)
            .count();
    assertThat(redder).isGreaterThan(5000);
  }

  @Test
  void refusesWhatIsNone() {
    assertThatIOException()
        .isThrownBy(() -> RowPicture.check(folder.resolve("row.pdf")))
        .withMessageContaining("row.pdf");
    assertThatIllegalArgumentException().isThrownBy(() -> new Gap(2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TipLine("1", new double[3], new double[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spill(LAW, new double[3], new double[2]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Region("cord", Region.Role.SPARE, new double[2], new double[2]))
        .withMessageContaining("cord");
  }

  private static RowPicture row(int sites, boolean gap) {
    double last = sites - 1;
    DoubleBinaryOperator side = (x, y) -> Math.pow(nearest(sites, x), 2) + y * y;
    Region target = Region.box("target", Region.Role.TARGET, 0, last, -0.75, 0.75);
    Region deep = Region.box("target", Region.Role.TARGET, 0, last, 0, 2);
    List<TipLine> tips = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      tips.add(new TipLine("" + (i + 1), new double[] {i, 0, 0}, new double[] {i, 0.1, 2}));
    }
    int columns = 10 * (sites + 3);
    PlaneGrid across = PlaneGrid.regular(-2.5, 50, -0.5, 45, 0.1);
    return new RowPicture(
        List.of("Row: 98.5 % covered"),
        slice(PlaneGrid.regular(-2, columns, -2, 40, 0.1), side, List.of(target)),
        slice(
            PlaneGrid.regular(-2, columns, -0.5, 45, 0.1),
            (x, z) -> side.applyAsDouble(x, Math.max(0, z - 1.6)),
            List.of(deep)),
        slice(
            across,
            (y, z) -> side.applyAsDouble(0, Math.hypot(y, Math.max(0, z - 1.6))),
            List.of(
                Region.box("target", Region.Role.TARGET, -0.75, 0.75, 0, 2),
                Region.box("corticospinal tract", Region.Role.SPARE, 1, 2.4, 0.5, 3),
                Region.box("dorsal column", Region.Role.NEIGHBOUR, -2.4, -1, 0, 3),
                Region.box("elsewhere", Region.Role.NEIGHBOUR, 7, 8, 0, 3))),
        1,
        tips,
        gap ? List.of(new Gap(1.3, 1.7)) : List.of(),
        List.of(new Spill(LAW, new double[] {0, 1, last}, new double[] {1, 2, 1})),
        List.of(new Coverage(LAW, 0.985, 0.81, Double.NaN, 9.2)),
        List.of("corticospinal tract: 0.4 %"));
  }

  private static double nearest(int sites, double x) {
    return x - Math.clamp(Math.round(x), 0, sites - 1);
  }

  /** Damage falls with the square of the distance. */
  private static Slice slice(PlaneGrid grid, DoubleBinaryOperator squared, List<Region> regions) {
    double[] log = SyntheticLesion.values(grid, (a, b) -> 1.7 - 2.6 * squared.applyAsDouble(a, b));
    double[] omega = SyntheticLesion.values(grid, (_, _) -> 1e-9);
    for (int i = 0; i < omega.length; i++) {
      omega[i] = regions.isEmpty() ? 1e-9 : Math.pow(10, log[i]);
    }
    return new Slice(
        "a slice",
        grid,
        new CellField("log₁₀ Ω", "", log),
        List.of(
            Contour.damage(LAW, new CellField("Ω", "", omega), 1),
            Contour.isotherm(new CellField("temperature", "°C", log), 0.5)),
        regions);
  }

  private BufferedImage drawn(RowPicture picture) throws IOException {
    Path file = Files.createTempFile(folder, "row", ".png");
    picture.write(file);
    return ImageIO.read(file.toFile());
  }
}
