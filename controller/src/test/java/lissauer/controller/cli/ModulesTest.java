package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.ConsoleModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that the console does not know until a module brings them. */
class ModulesTest {
  private static final Modules NONE = new Modules(List.of());
  private static final Modules ECHO = new Modules(List.of(new EchoModule()));
  private static final String CONFIG = TestBench.CONFIG.toString();

  @ParameterizedTest
  @ValueSource(strings = {"simulate", "plan coverage"})
  void withoutTheSimulatorItsCommandsAreNotThereAndSayWhyInOneLine(String path) {
    String[] words = (path + " --clamp 75 --electrode x").split(" ");
    CliRun run = CliRun.of(NONE, words);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().strip())
        .isEqualTo(
            "lissauer " + path + " is not there: this package was built without the simulator");
    assertThat(CliRun.of(NONE).out()).contains("replay").doesNotContain("simulate ");
  }

  @ParameterizedTest
  @CsvSource({
    "nashold-spinal, 'Thermal[setCelsius=75.0, rampSeconds=5.0, holdSeconds=15.0]'",
    "low-power-coagulation, 'ConstantPower[powerWatts=1.5, holdSeconds=60.0]'",
    "pulsed-rhizotomy, 'Pulsed[voltsRms=31.8, burstSeconds=0.02, rateHertz=2.0, holdSeconds=120.0]'"
  })
  void aModulesCommandReadsPlansThroughTheConsole(String plan, String heating) {
    CliRun run = CliRun.of(ECHO, "plan", "echo", "--config", CONFIG, "--plan", plan);
    assertThat(run.out()).contains("PlannedRow[planName=" + plan, heating, "Electrode[name=");
  }

  @Test
  void whatAModulesCommandThrowsIsToldAsTheConsolesOwnFailuresAre() {
    CliRun run = CliRun.of(ECHO, "plan", "echo", "--config", CONFIG, "--plan", "cordotomy");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--set base_celsius=99: base_celsius: 99 is out of range; allowed 10 to 40 °C");
    CliRun wrong = CliRun.of(ECHO, "plan", "echo", "--config", CONFIG, "--plan", "cordotomi");
    assertThat(wrong.err()).contains("did you mean \"cordotomy\"?");
  }

  @Test
  void aModulesBenchmarkIsListedFoundAndJudged() {
    int plans = new ConfigFolder(TestBench.CONFIG).names("plans").size();
    CliRun run = CliRun.of(ECHO, "bench", "echo", "--config", CONFIG);
    assertThat(run.out())
        .contains(
            "a table", "plans: " + plans + ".000 1 (no limit)", "too much: 2.000 1 (NOT at most");
    assertThat(run.err()).contains("beyond the limit: too much");
    assertThat(run.code()).isEqualTo(1);
    assertThat(CliRun.of(ECHO, "bench", "--help").out()).contains("hangs), echo.");
    assertThat(CliRun.of(ECHO, "bench", "ecko").err()).contains("did you mean \"echo\"?");
    assertThat(CliRun.of(ECHO, "bench", "zzzzzzz").err())
        .contains("there are: loop, control, control-quick, control-full, faults,", ", echo");
    CliRun json = CliRun.of(ECHO, "bench", "echo", "--json", "--config", CONFIG);
    assertThat(json.out()).doesNotContain("a table");
  }

  @Test
  void planAloneShowsItsUsage() {
    CliRun run = CliRun.of(ECHO, "plan");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: lissauer plan", "echo");
  }

  @Test
  void aMistakeInTheOptionsIsToldInAFewLines() {
    CliRun run = CliRun.of(NONE, "plans", "--confg", "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--confg", "see lissauer plans --help");
    assertThat(run.err().strip().lines().count()).isLessThan(5);
  }

  @Test
  void aPathWithoutAPlaceIsAMistakeOfTheModule() {
    ConsoleModule lost =
        new ConsoleModule() {
          @Override
          public Map<String, Object> commands(ConsoleFiles files) {
            return Map.of("nowhere deep", new Object());
          }

          @Override
          public Map<String, Benchmark> benchmarks(ConsoleFiles files) {
            return Map.of();
          }
        };
    assertThatThrownBy(() -> Main.run(new Modules(List.of(lost)), "version"))
        .hasMessageContaining("no command nowhere to hold \"nowhere deep\"");
  }
}
