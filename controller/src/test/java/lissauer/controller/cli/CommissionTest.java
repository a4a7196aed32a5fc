package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lissauer.controller.TestBench;
import lissauer.controller.record.Replay;
import lissauer.controller.record.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code lissauer commission} on the simulator, with its answers in a pipe. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommissionTest {
  /** A hand at the tip from some time after the rig has opened. */
  private static final List<String> HAND =
      List.of(
          "--set", "thermocouple.fault.kind=offset",
          "--set", "thermocouple.fault.step_kelvin=3",
          "--set", "thermocouple.fault.from_seconds=12",
          "--set", "thermocouple.fault.to_seconds=16");

  @TempDir private Path folder;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void everyStepIsShownMeasuredAndBoundIntoTheRecord() throws Exception {
    CliRun run = commission("\n\nstop\n1200\n", HAND, "--watts", "0.05", "--who", "Ada");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    List<JsonNode> lines = record();
    assertThat(lines.getFirst().get("who").asString()).isEqualTo("Ada");
    assertThat(lines.getFirst().get("simulated").asBoolean()).isTrue();
    assertThat(lines.getFirst().get("devices").size()).isPositive();
    assertThat(measured("thermocouple", "restCelsius")).isBetween(36.5, 37.5);
    assertThat(measured("thermocouple", "riseKelvin")).isBetween(2.0, 4.0);
    assertThat(measured("stop", "contactOpenMillis")).isBetween(0.0, 300.0);
    assertThat(measured("dummy load", "powerWatts")).isBetween(0.045, 0.055);
    assertThat(measured("dummy load", "impedanceOhms")).isBetween(1080.0, 1320.0);
    assertThat(lines.getLast().get("end").asString()).isEqualTo("commissioned");
    assertThat(Verification.of(file()).damage()).isNull();
    assertThat(Replay.of(folder.resolve("out/journal.jsonl")).difference()).isNull();
  }

  @Test
  void aChangedLineOfTheRecordIsFound() throws Exception {
    assertThat(commission("\n\nstop\n1200\n", HAND, "--watts", "0.05").code()).isZero();
    Files.writeString(file(), Files.readString(file()).replace("\"passed\"", "\"failed\""));
    assertThat(Verification.of(file()).damage()).isNotNull();
  }

  @Test
  void powerThatGoesIntoTheTipInsteadOfTheLoadTripsAndIsExplained() throws Exception {
    CliRun run = commission("1200\n", List.of(), "--without", "thermocouple,stop");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("is the resistor in its place?", "NOT COMMISSIONED");
    assertThat(verdict("dummy load")).isEqualTo("failed");
    List<String> ticks = Files.readAllLines(folder.resolve("out/journal.jsonl"));
    assertThat(ticks.get(ticks.size() - 2)).contains("\"cmd_w\":0.0", "\"relay\":false");
  }

  @Test
  void aResistorOfAnotherValueIsNoticed() throws Exception {
    CliRun run =
        commission("600\n", List.of(), "--without", "thermocouple,stop", "--watts", "0.05");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("the load is said to have 600 Ω and 1");
  }

  @Test
  void withoutAHandTheThermocoupleIsNotShown() throws Exception {
    CliRun run = commission("\n\nstop\ns\n", List.of());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("did not rise by 2 °C within 60 s");
    assertThat(verdict("thermocouple")).isEqualTo("failed");
    assertThat(verdict("stop")).isEqualTo("passed");
    assertThat(verdict("dummy load")).isEqualTo("skipped");
    assertThat(record().getLast().get("end").asString()).isEqualTo("incomplete");
  }

  @Test
  void theEndOfTheInputAbortsWithRfOffAndSaysSo() throws Exception {
    CliRun run = commission("", List.of());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("aborted: no more answers", "RF is off");
    assertThat(record().getLast().get("end").asString()).isEqualTo("aborted");
    assertThat(folder.resolve("out/journal.jsonl")).doesNotExist();
  }

  @Test
  void qEndsItInTheMiddleOfAStep() throws Exception {
    CliRun run = commission("\nq\n", List.of(), "--without", "thermocouple");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("The relay is closed", "the operator has ended it");
  }

  @Test
  void moreThanTheElectrodeMayGetIsRefusedBeforeAnythingIsOpened() {
    CliRun run = commission("", List.of(), "--watts", "1.5");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--watts is 1.5; allowed 0.01 to 1.0 W");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aStepThatIsNoneIsRefused() {
    CliRun run = commission("", List.of(), "--without", "pedal");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no step [pedal]; there are thermocouple, stop, interlock");
  }

  /** The simulated rig has no switches to toggle. */
  private CliRun commission(String answers, List<String> settings, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("commission", "--rig", "simulated", "--out", folder.resolve("out").toString()));
    words.addAll(settings);
    words.addAll(List.of("--without", "interlock,footswitch"));
    words.addAll(List.of(more));
    words.addAll(List.of("--config", TestBench.CONFIG.toString()));
    return CliRun.answered(answers, words.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("out/commission.jsonl");
  }

  private List<JsonNode> record() throws IOException {
    return Files.readAllLines(file()).stream().map(json::readTree).toList();
  }

  private JsonNode step(String name) throws IOException {
    return record().stream()
        .filter(line -> line.has("step") && line.get("step").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no step " + name));
  }

  private String verdict(String name) throws IOException {
    return step(name).get("verdict").asString();
  }

  private double measured(String name, String value) throws IOException {
    return step(name).get("measured").get(value).asDouble();
  }
}
