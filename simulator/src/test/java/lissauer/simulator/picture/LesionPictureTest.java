package lissauer.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LesionPictureTest {
  @TempDir private Path folder;

  @Test
  void isAsLargeAsItSaysAndNotBlank() throws IOException {
    BufferedImage image = drawn(SyntheticLesion.picture());
    assertThat(image.getWidth()).isEqualTo(1600);
    assertThat(image.getHeight()).isEqualTo(1000);
    assertThat(colours(image, 110, 150, 560, 760)).isGreaterThan(200);
    assertThat(colours(image, 860, 150, 700, 500)).isGreaterThan(20);
    assertThat(colours(image, 860, 750, 700, 230)).isGreaterThan(20);
  }

  @Test
  void alwaysBearsTheMark() throws IOException {
    LesionPicture full = SyntheticLesion.picture();
    LesionPicture bare =
        new LesionPicture(
            List.of(),
            full.grid(),
            full.temperature(),
            0,
            List.of(),
            List.of(),
            List.of(),
            full.traces());
    for (LesionPicture picture : List.of(full, bare)) {
      assertThat(count(drawn(picture), 1300, 0, 300, 90, Ink.WARNING.getRGB())).isGreaterThan(500);
    }
  }

  @Test
  void theMapIsTheSameOnBothSidesAndHotInTheMiddle() throws IOException {
    BufferedImage image = drawn(SyntheticLesion.picture());
    int middle = 104 + 290;
    for (int off : new int[] {60, 150, 280}) {
      assertThat(near(image.getRGB(middle + off, 200), image.getRGB(middle - off - 1, 200)))
          .isTrue();
    }
    int hot = reddest(image, middle - 60, 300, 120, 600);
    assertThat(hot).isGreaterThan(reddest(image, middle + 240, 850, 40, 40) + 100);
  }

  @Test
  void looksTheSameWhateverLanguageTheMachineSpeaks() throws IOException {
    Path here = folder.resolve("here.png");
    Path there = folder.resolve("there.png");
    SyntheticLesion.picture().write(here);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      SyntheticLesion.picture().write(there);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(there).hasSameBinaryContentAs(here);
  }

  @Test
  void tracesWithoutAnyValueLeaveTheirPanelEmpty() throws IOException {
    LesionPicture full = SyntheticLesion.picture();
    double[] seconds = full.traces().seconds();
    double[] nothing = new double[seconds.length];
    Arrays.fill(nothing, Double.NaN);
    LesionPicture silent =
        new LesionPicture(
            full.titleLines(),
            full.grid(),
            full.temperature(),
            16,
            full.electrode(),
            full.contours(),
            full.sizes(),
            new TimeTraces(seconds, nothing, nothing, nothing, nothing));
    assertThat(drawn(silent).getWidth()).isEqualTo(1600);
  }

  @Test
  void refusesFilesThatCannotBeAndNamesThem() {
    assertThatIOException()
        .isThrownBy(() -> LesionPicture.check(folder.resolve("lesion.svg")))
        .withMessageContaining("lesion.svg")
        .withMessageContaining("must end in .png");
    Path nowhere = folder.resolve("nowhere").resolve("lesion.png");
    assertThatIOException()
        .isThrownBy(() -> SyntheticLesion.picture().write(nowhere))
        .withMessageContaining(nowhere.toString())
        .withMessageContaining("there is no folder");
    assertThatIOException()
        .isThrownBy(() -> LesionPicture.check(Path.of("/")))
        .withMessageContaining("must end in .png");
  }

  @Test
  void refusesAFolderOfThatName() throws IOException {
    Path file = Files.createDirectory(folder.resolve("folder.PNG"));
    assertThatIOException()
        .isThrownBy(() -> LesionPicture.check(file))
        .withMessageContaining("it is a folder");
    assertThatIOException()
        .isThrownBy(() -> OutputFile.write(file, new byte[1]))
        .withMessageContaining("cannot write " + file);
  }

  @Test
  void refusesDataThatDoNotBelongTogether() {
    LesionPicture full = SyntheticLesion.picture();
    CellField small = new CellField("temperature", "°C", new double[7]);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new LesionPicture(
                List.of(), full.grid(), small, 0, List.of(), List.of(), List.of(), full.traces()))
        .withMessageContaining("7 values on a grid of 22 x 43 cells");
    double[] two = {0, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeTraces(two, two, two, new double[3], two));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outline(Outline.Material.METAL, two, two));
  }

  private BufferedImage drawn(LesionPicture picture) throws IOException {
    File file = Files.createTempFile(folder, "lesion", ".png").toFile();
    picture.write(file.toPath());
    return ImageIO.read(file);
  }

  static long colours(BufferedImage image, int x, int y, int width, int height) {
    return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width)).distinct().count();
  }

  static long count(BufferedImage image, int x, int y, int width, int height, int rgb) {
    return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
        .filter(pixel -> pixel == rgb)
        .count();
  }

  private static int reddest(BufferedImage image, int x, int y, int width, int height) {
    return Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
        .map(pixel -> pixel >> 16 & 0xff)
        .max()
        .orElse(0);
  }

  private static boolean near(int one, int other) {
    return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff)) <= 4
        && Math.abs((one & 0xff) - (other & 0xff)) <= 4;
  }
}
