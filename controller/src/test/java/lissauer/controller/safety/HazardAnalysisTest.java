package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From hazard to trip to test, and back. */
class HazardAnalysisTest {
  private static final Path ROOT = Path.of("..");
  private static final List<Path> TESTS = sources();

  static List<Hazard> hazards() {
    return HazardAnalysis.shipped().hazards();
  }

  @Test
  void everyTripBelongsToAHazardAndHasItsGuidance() {
    Set<String> kinds =
        TripTextTest.trips()
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(HazardAnalysis.shipped().trips()).containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(hazards().stream().flatMap(hazard -> hazard.trips().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void everyHazardOfTheDomainIsThereOnce() {
    List<String> ids = hazards().stream().map(Hazard::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
    for (int i = 1; i <= 38; i++) {
      assertThat(ids).contains(String.format(Locale.ROOT, "H%02d", i));
    }
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void everyTestThatAHazardNamesExists(Hazard hazard) throws IOException {
    for (String test : hazard.tests()) {
      String[] halves = test.split("#", -1);
      assertThat(halves).as(test).hasSize(2);
      Path file =
          TESTS.stream()
              .filter(path -> path.endsWith(halves[0] + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(hazard.id() + ": no class " + halves[0]));
      assertThat(Files.readString(file))
          .as("%s: %s", hazard.id(), test)
          .containsPattern(
              "(@\\w*Test\\b(?:(?!\\n  }\\n)[\\s\\S])*?void "
                  + halves[1]
                  + "\\()|(ArchRule "
                  + halves[1]
                  + "\\b)");
    }
  }

  @ParameterizedTest
  @MethodSource("hazards")
  void aFaultThatAHazardNamesHasItsScript(Hazard hazard) {
    if (!hazard.fault().isEmpty() && Files.isDirectory(ROOT.resolve("config/faults"))) {
      assertThat(ROOT.resolve("config/faults").resolve(hazard.fault() + ".yaml")).exists();
    }
  }

  /** What the page must be is left in {@code target/hazards.md}, to be copied over it. */
  @Test
  void thePageShowsTheTable() throws IOException {
    String page = HazardPage.of(HazardAnalysis.shipped());
    Files.writeString(Path.of("target", "hazards.md"), page, StandardCharsets.UTF_8);
    assertThat(Files.readString(ROOT.resolve("docs/safety/hazards.md")))
        .as("docs/safety/hazards.md; copy controller/target/hazards.md over it")
        .isEqualTo(page);
  }

  private static List<Path> sources() {
    try (Stream<Path> modules = Stream.of("hal", "simulator", "controller").map(ROOT::resolve)) {
      return modules.flatMap(HazardAnalysisTest::tests).toList();
    }
  }

  private static Stream<Path> tests(Path module) {
    try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
