package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lissauer.hal.TipGeometry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReducedLibraryTest {
  private static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);

  /** One that nothing is shipped for. */
  private static final TipGeometry OTHER =
      new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.6, 25, 24, 26);

  @TempDir private Path folder;
  private final List<String> news = new ArrayList<>();

  @Test
  void whatIsShippedIsNeitherMadeNorKept() throws IOException {
    assertThat(library().basis(DREZ).geometry()).isEqualTo(DREZ.toString());
    assertThat(news).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatWasMadeEarlierIsFoundAgain() throws IOException {
    ReducedLibrary.write(shipped(OTHER), file(OTHER));
    assertThat(library().basis(OTHER).geometry()).isEqualTo(OTHER.toString());
    assertThat(news).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).as("no drafts are left").containsExactly(file(OTHER));
    }
  }

  @Test
  void whatIsMissingOrDamagedIsMadeOnceAndTold() throws IOException {
    Files.write(file(OTHER), new byte[] {1, 2, 3});
    Resolution coarse = Resolution.STANDARD.finer(0.25);
    ReducedLibrary library = new ReducedLibrary(folder, coarse, news::add);
    ReducedBasis made = library.basis(OTHER);
    assertThat(news).hasSize(2);
    assertThat(news.getLast())
        .isEqualTo("no reduced model of this tip yet: making one, about 20 s");
    assertThat(bytes(library.basis(OTHER))).isEqualTo(bytes(made));
    assertThat(news).as("found the second time").hasSize(2);
    Tissue tissue = ReducedTraining.tissue(0.51, 3.9e6, 0, 0.02);
    RowPlant plant = new RowPlant(new ReducedModel(made, tissue), OTHER);
    plant.advance(15, 0.3);
    assertThat(plant.tipCelsius()).isBetween(70.0, 80.0);
  }

  @Test
  void aCacheThatCannotBeWrittenIsToldAndDoneWithout() throws IOException {
    Path blocked = Files.createFile(folder.resolve("a-file"));
    Resolution coarse = Resolution.STANDARD.finer(0.25);
    ReducedBasis made = new ReducedLibrary(blocked, coarse, news::add).basis(OTHER);
    assertThat(made.size()).isEqualTo(ReducedLibrary.SHAPES);
    assertThat(news.getLast()).startsWith("it is used but cannot be kept in ");
  }

  @Test
  void damagedAndForeignFilesCountAsAbsent() throws IOException {
    byte[] good = bytes(shipped(OTHER));
    byte[] changed = good.clone();
    changed[good.length / 2] ^= 1;
    byte[] old = bytes(shipped(OTHER));
    for (byte[] bad :
        List.of(
            new byte[0],
            new byte[] {31, -117, 8},
            Arrays.copyOf(good, good.length - 9),
            changed,
            bytes(shipped(DREZ)))) {
      Files.write(file(OTHER), bad);
      assertThat(library().cached(OTHER)).isEmpty();
    }
    Files.write(file(OTHER), old);
    assertThat(library().cached(OTHER)).isPresent();
  }

  @Test
  void aLongTipIsFeltFromAboveAsFarAsAShortOne() {
    TipGeometry coagulation =
        new TipGeometry(0.359, 10, Double.POSITIVE_INFINITY, 0.05, 0.409, 0.5, 40, 38, 48);
    ReducedBasis basis = library().shipped(coagulation).orElseThrow();
    double[] heights = basis.heightMillimetres();
    assertThat(heights[heights.length - 1]).isGreaterThan(20);
    assertThat(heights[0]).isLessThan(-12);
    double[] drez = library().shipped(DREZ).orElseThrow().heightMillimetres();
    assertThat(drez[drez.length - 1]).isBetween(12.0, 14.0);
  }

  @Test
  void theCacheIsWhereTheUserSaysOrInTheirHome() {
    assertThat(ReducedLibrary.userCache(Map.of("XDG_CACHE_HOME", "/var/c"), "/home/me"))
        .isEqualTo(Path.of("/var/c/lissauer"));
    assertThat(ReducedLibrary.userCache(Map.of("XDG_CACHE_HOME", "relative"), "/home/me"))
        .isEqualTo(Path.of("/home/me/.cache/lissauer"));
  }

  @Test
  @Tag("slow")
  void whatIsShippedIsWhatTrainingGives() throws IOException {
    ReducedBasis trained = ReducedLibrary.train(DREZ, _ -> {});
    assertThat(bytes(trained)).isEqualTo(bytes(library().shipped(DREZ).orElseThrow()));
  }

  private ReducedLibrary library() {
    return new ReducedLibrary(folder, news::add);
  }

  private Path file(TipGeometry geometry) {
    return folder.resolve(ReducedLibrary.fileName(geometry));
  }

  /** The shipped model, as if it were of this geometry. */
  private ReducedBasis shipped(TipGeometry geometry) {
    ReducedBasis b = library().shipped(DREZ).orElseThrow();
    return new ReducedBasis(
        b.provenance(),
        geometry.toString(),
        b.conductionNodes(),
        b.fixedMass(),
        b.tissueMass(),
        b.stiffness(),
        b.perfusion(),
        b.sensor(),
        b.conductance(),
        b.heating(),
        b.radiusMillimetres(),
        b.heightMillimetres(),
        b.tissue(),
        b.shapes());
  }

  private static byte[] bytes(ReducedBasis basis) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    basis.write(out);
    return out.toByteArray();
  }
}
