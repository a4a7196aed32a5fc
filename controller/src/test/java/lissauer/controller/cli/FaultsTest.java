package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.record.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --faults} on the command line. */
class FaultsTest {
  @TempDir private Path folder;

  @Test
  void aRowWithAScriptSaysSoEndsInATripAndItsRecordNamesTheScript() throws IOException {
    CliRun run = run("--faults", "thermocouple-open");
    assertThat(run.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(run.out().lines().findFirst().orElseThrow())
        .contains("SIMULATED")
        .endsWith("fault script thermocouple-open");
    assertThat(run.out()).contains("the thermocouple reports OPEN_CIRCUIT");
    String header = Files.readAllLines(folder.resolve("run/journal.jsonl")).getFirst();
    assertThat(header)
        .contains("\"faults/thermocouple-open\":\"")
        .contains("\"faults\":\"thermocouple-open\"")
        .contains("fault script thermocouple-open: The thermocouple breaks")
        .contains("scripted fault: thermocouple open, output on for 6.0 s");
    assertThat(Replay.of(folder.resolve("run/journal.jsonl")).difference()).isNull();
  }

  @Test
  void aScriptOfOnesOwnIsAPath() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            "faults:\n  - {at: interlock, what: wrong, when: {after_seconds: 1}}\n");
    CliRun run = run("--faults", own.toString(), "--json");
    assertThat(run.code()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(run.out()).contains("fault script own");
  }

  /** As on a computer that is too busy for its 50 ticks a second. */
  @Test
  void aRowWhoseTicksTakeTwiceTheirTimeIsStillHeldInBand() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            "faults:\n  - {at: clock, what: slow, lag_seconds: 0.045}\n");
    CliRun run = run("--faults", own.toString());
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("in band 100.0 %");
  }

  @Test
  void aMistakeInAScriptIsToldWithFileLineAndColumn() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            faults:
              - at: interlock
                what: slow
              - at: output_stage
                what: stuck_on
                power_watts: 40
            """);
    CliRun run = run("--faults", own.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("own.yaml:3:11: faults[1].what: \"slow\" makes no sense at interlock")
        .contains(
            "own.yaml:6:18: faults[2].power_watts: 40 is out of range; allowed 0.001 to 20 W");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aScriptWithoutFaultsOrWithAWordForAListIsRefused() throws IOException {
    Path own = Files.writeString(folder.resolve("own.yaml"), "faults: []\n");
    assertThat(run("--faults", own.toString()).err()).contains("own.yaml:1:9: faults: is empty");
    Files.writeString(own, "faults: thermocouple\n");
    assertThat(run("--faults", own.toString()).err())
        .contains("own.yaml:1:9: faults: has the text \"thermocouple\"");
  }

  @Test
  void anUnknownScriptIsNotGuessedAtAndALabRigHasNone() {
    assertThat(run("--faults", "thermocouple-opne").err())
        .contains("did you mean \"thermocouple-open\"?");
    CliRun wired = run("--faults", "thermocouple-open", "--rig", "wired", "--set", "link=/tmp");
    assertThat(wired.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wired.err()).contains("faults: unknown key");
  }

  @Test
  void devicesRefuseWhatIsNotBehindTheWires() {
    CliRun run =
        CliRun.of(
            "devices", "--faults", "interlock-opens", "--config", TestBench.CONFIG.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("interlock wrong", "--misbehave");
  }

  private CliRun run(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                "--no-report",
                "--config",
                TestBench.CONFIG.toString(),
                "--out",
                folder.resolve("run").toString()));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray(String[]::new));
  }
}
