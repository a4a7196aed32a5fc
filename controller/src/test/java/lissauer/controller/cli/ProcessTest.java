package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lissauer.controller.TestBench;
import lissauer.controller.record.Replay;
import lissauer.controller.record.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: signals, a kill, a disk that takes no more. */
class ProcessTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalWhileHeatingSwitchesRfOffClosesTheRecordAsInterruptedAndExits1(String signal)
      throws Exception {
    Process process = startUntilHeating();
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    List<String> lines = Files.readAllLines(journal());
    assertThat(lines.getLast()).startsWith("{\"end\":\"interrupted\"");
    assertThat(lines.get(lines.size() - 2)).contains("\"cmd_w\":0.0", "\"relay\":false");
    assertThat(Replay.of(journal()).difference()).isNull();
  }

  @Test
  void aKilledProcessLeavesARecordThatReadsAsInterrupted() throws Exception {
    Process process = startUntilHeating();
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Replay.Result result = Replay.of(journal());
    assertThat(result.difference()).isNull();
    assertThat(result.end()).isEqualTo("interrupted");
    Verification whole = Verification.of(journal());
    assertThat(whole.damage()).isNull();
    assertThat(whole.end()).isEmpty();
    assertThat(whole.ticks()).isEqualTo(result.ticks());
    CliRun verify = CliRun.of("verify", folder.toString());
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.out()).contains(whole.ticks() + " ticks; interrupted", whole.head());
  }

  @Test
  void aDiskThatTakesNoMoreStopsTheRowSafelyAndSaysSo() throws Exception {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f 1024; exec \"$@\"", "-"));
    command.addAll(lissauer("run", "--out", folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(printed)
        .contains("the record can no longer be written")
        .contains("measured to be off")
        .contains("the record is not whole: File too large");
    assertThat(Replay.of(journal()).difference()).isNull();
    assertThat(Verification.of(journal()).damage()).isNull();
    assertThat(Verification.of(journal()).ticks()).isGreaterThan(3000);
    assertThat(printed)
        .as("the head of what stands on the disk")
        .contains("head    " + Verification.of(journal()).head());
  }

  @Test
  void aGeneratorThatHangsKeepsNeitherTheRelayNorTheProcess() throws Exception {
    Path rig = folder.resolve("hanging.yaml");
    String simulated = Files.readString(TestBench.CONFIG.resolve("rigs/simulated.yaml"));
    Files.writeString(rig, simulated.replace("kind: simulated", "kind: hanging"));
    Process process =
        new ProcessBuilder(lissauer("run", "--rig", rig.toString(), "--out", folder.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
    String line = errors.readLine();
    while (line != null && !line.equals("generator hangs")) {
      line = errors.readLine();
    }
    new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
    assertThat(errors.lines().toList()).contains("relay let go");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
  }

  @Test
  void aBrokerThatIsNotThereIsMentionedWhileTheRowGoesOn() throws Exception {
    List<String> command =
        lissauer("run", "--plan", "cordotomy", "--speed", "4", "--json", "--no-report");
    command.remove("--no-telemetry");
    command.addAll(List.of("--broker", "mqtt://127.0.0.1:1"));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> events = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    List<String> kinds =
        events.stream()
            .map(line -> line.replaceFirst("\\{\"event\":\"([^\"]*)\".*", "$1"))
            .toList();
    assertThat(kinds).containsSubsequence("phase", "telemetry-trouble", "phase", "end");
    assertThat(kinds).containsOnlyOnce("telemetry-trouble");
    assertThat(events.get(kinds.indexOf("telemetry-trouble"))).contains("mqtt://127.0.0.1:1: ");
  }

  private Process startUntilHeating() throws IOException {
    Process process =
        new ProcessBuilder(lissauer("run", "--json", "--speed", "4", "--out", folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader events = process.inputReader(StandardCharsets.UTF_8);
    String event = events.readLine();
    while (event != null && !event.contains("\"phase\":\"ramp\"")) {
      event = events.readLine();
    }
    assertThat(event).as("the row must get to heating").isNotNull();
    return process;
  }

  static List<String> lissauer(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    if (arguments[0].equals("run")) {
      command.add("--no-telemetry");
    }
    command.addAll(List.of("--config", TestBench.CONFIG.toAbsolutePath().toString()));
    return command;
  }

  private Path journal() {
    return folder.resolve("journal.jsonl");
  }
}
