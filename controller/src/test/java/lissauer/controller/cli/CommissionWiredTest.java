package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lissauer.simulator.device.SerialDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A bench of emulated devices is walked through by somebody with hands, in a process of its own.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommissionWiredTest {
  @TempDir private Path folder;

  @Test
  void eachSwitchIsToggledThePedalDropsTheRelayAndTheStageStandsStill() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      SerialDevice bench = wires.serial("front-end");
      Process process = commission(wires, "dummy load");
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      PrintWriter in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
      until(out, "What does a thermometer");
      in.println("36,5");
      until(out, "Hold it between two fingers");
      bench.handle("tip warmed");
      until(out, "passed");
      bench.handle("tip released");
      until(out, "The relay will close");
      in.println();
      until(out, "STOP now");
      bench.handle("footswitch down");
      until(out, "passed {by=footswitch");
      bench.handle("footswitch up");
      toggle(out, bench, "Press the emergency stop", "interlock open", "interlock closed");
      toggle(out, bench, "Step on the footswitch", "footswitch down", "footswitch up");
      assertThat(until(out, "COMMISSIONED")).startsWith("COMMISSIONED, without dummy load");
      assertThat(process.waitFor()).isZero();
      List<JsonNode> log = wires.log("front-end");
      assertThat(log)
          .filteredOn(line -> line.has("setPointWatts"))
          .allMatch(line -> line.get("setPointWatts").asDouble() == 0);
      assertThat(log).anyMatch(line -> is(line, "contact closed"));
      assertThat(wires.log("stage"))
          .noneMatch(line -> line.has("text") && line.get("text").asString().contains("G53"));
    }
  }

  @Test
  void aSignalWhileTheRelayIsClosedOpensItAndIsRecorded() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      Process process = commission(wires, "thermocouple");
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      PrintWriter in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
      until(out, "The relay will close");
      in.println();
      until(out, "STOP now");
      assertThat(wires.log("front-end")).noneMatch(line -> is(line, "relay let go"));
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(wires.log("front-end")).anyMatch(line -> is(line, "relay let go"));
      List<String> record = Files.readAllLines(folder.resolve("out/commission.jsonl"));
      assertThat(record.getLast()).startsWith("{\"end\":\"aborted\"");
    }
  }

  private static void toggle(
      BufferedReader out, SerialDevice bench, String prompt, String actuate, String release)
      throws IOException {
    until(out, prompt);
    bench.handle(actuate);
    until(out, release.contains("up") ? "Step off" : "Release");
    bench.handle(release);
    until(out, "passed");
  }

  private static boolean is(JsonNode line, String event) {
    return line.get("event").asString().equals(event);
  }

  private static String until(BufferedReader out, String words) throws IOException {
    List<String> before = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(words)) {
        return line;
      }
      before.add(line);
    }
    throw new AssertionError("it never said \"" + words + "\" but " + before);
  }

  private Process commission(EmulatedWires wires, String without) throws IOException {
    return new ProcessBuilder(
            ProcessTest.lissauer(
                "commission",
                "--rig",
                "wired",
                "--set",
                "link=" + wires.link,
                "--out",
                folder.resolve("out").toString(),
                "--state",
                folder.resolve("state").toString(),
                "--without",
                without))
        .redirectErrorStream(true)
        .start();
  }
}
