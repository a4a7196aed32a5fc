package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

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

  /** Against the file as another reader sees it. */
  @Test
  void whatIsBuiltInIsWhatTheFileSays() throws IOException {
    HazardAnalysis built = HazardAnalysis.load();
    Map<?, ?> file = yaml();
    List<?> written = (List<?>) Objects.requireNonNull(file.get("hazards"));
    assertThat(built.hazards()).hasSameSizeAs(written);
    for (int i = 0; i < written.size(); i++) {
      Hazard hazard = built.hazards().get(i);
      Map<?, ?> entry = (Map<?, ?>) written.get(i);
      assertThat(hazard.id()).isEqualTo(entry.get("id"));
      assertThat(hazard.title()).isEqualTo(entry.get("title"));
      assertThat(hazard.refusal()).isEqualTo(Objects.requireNonNullElse(entry.get("refusal"), ""));
      assertThat(hazard.fault()).isEqualTo(Objects.requireNonNullElse(entry.get("fault"), ""));
      assertThat(hazard.tests()).isEqualTo(entry.get("tests"));
      assertThat(hazard.trips())
          .isEqualTo(Objects.requireNonNullElse(entry.get("trips"), List.of()));
      assertThat(hazard.detectable()).isEqualTo(Boolean.TRUE.equals(entry.get("detectable")));
      Number budget = (Number) entry.get("budget_seconds");
      assertThat(hazard.budgetSeconds())
          .isEqualTo(Double.valueOf(budget == null ? Double.NaN : budget.doubleValue()));
    }
    Map<?, ?> trips = (Map<?, ?>) Objects.requireNonNull(file.get("trips"));
    for (String trip : built.trips()) {
      Map<?, ?> told = (Map<?, ?>) Objects.requireNonNull(trips.get(trip));
      assertThat(built.guidance(trip).causes()).isEqualTo(told.get("causes"));
      assertThat(built.guidance(trip).nextStep()).isEqualTo(told.get("next"));
    }
    assertThatNullPointerException()
        .isThrownBy(() -> built.guidance("Nothing"))
        .withMessage("hazards.yaml lacks trip Nothing");
  }

  private static Map<?, ?> yaml() throws IOException {
    Path file = ROOT.resolve("docs/safety/hazards.yaml");
    Load load = new Load(LoadSettings.builder().build());
    return (Map<?, ?>) Objects.requireNonNull(load.loadFromString(Files.readString(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', aTest, 0.1, leads to no trip and no refusal",
    "aTrip, '', '', 0.1, has no test",
    "aTrip, '', aTest, 0, is detectable and has no budget_seconds",
    "aTrip, '', aTest, NaN, is detectable and has no budget_seconds"
  })
  void aHazardThatNothingAnswersOrProvesIsRefused(
      String trip, String refusal, String test, double budget, String why) {
    List<String> trips = trip.isEmpty() ? List.of() : List.of(trip);
    List<String> tests = test.isEmpty() ? List.of() : List.of(test);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Hazard(
                "H99", "", "", "", "", Hazard.Reaction.T, budget, true, trips, refusal, "", tests))
        .withMessage("H99 " + why);
  }

  @Test
  void guidanceNeedsACauseAndANextStep() {
    List<String> cause = List.of("a cause");
    assertThat(new Guidance(Guidance.Priority.LOW, cause, "look").causes()).isEqualTo(cause);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Guidance(Guidance.Priority.LOW, List.of(), "look"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Guidance(Guidance.Priority.LOW, cause, " "));
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
