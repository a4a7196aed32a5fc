package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The service in one process, emulated devices in another, serial lines between them, in real time.
 * A machine that stands still for 0.2 s ends a row, as it must; then it is tried again.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WiredRowTest {
  private static final int TRIES = 4;

  private static final String PLAN =
      """
      description: short
      electrode: drez-spinal
      program:
        kind: thermal
        set_celsius: 75
        ramp_seconds: 4
        hold_seconds: 5
      row:
        sites: 2
        spacing_millimetres: 1
        depth_millimetres: 2
        angle_degrees: 30
      next_site_below_celsius: 45
      """;

  /** Six standard deviations of the sensor. */
  private static final double NOISE_KELVIN = 0.3;

  @TempDir private Path folder;
  private final ObjectMapper json = new ObjectMapper();
  private Process devices;
  private Path plan;

  @BeforeEach
  void plan() throws IOException {
    plan = Files.writeString(folder.resolve("short.yaml"), PLAN);
  }

  @AfterEach
  void unplug() throws InterruptedException {
    if (devices != null) {
      devices.destroy();
      devices.waitFor();
    }
  }

  @Test
  void aRowOnWiresEndsAsTheSameRowInOneProcess() throws Exception {
    startDevices();
    List<JsonNode> wired = sites(untilNotStoodStill("wired"));
    Path alone = folder.resolve("alone");
    assertThat(run(List.of("--plan", plan.toString(), "--out", alone.toString()))).isZero();
    List<JsonNode> inOne = sites(alone);
    assertThat(wired).hasSameSizeAs(inOne).hasSize(2);
    for (int i = 0; i < wired.size(); i++) {
      assertThat(text(wired.get(i), "verdict")).isEqualTo(text(inOne.get(i), "verdict"));
      assertThat(number(wired.get(i), "peakCelsius"))
          .isCloseTo(number(inOne.get(i), "peakCelsius"), within(NOISE_KELVIN));
      assertThat(number(wired.get(i), "beforeOhms"))
          .isCloseTo(number(inOne.get(i), "beforeOhms"), within(50.0));
    }
  }

  /** A row that a pause of the machine has ended is made again; one that failed without is told. */
  private Path untilNotStoodStill(String name) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      Path out = folder.resolve(name + i);
      try (StallWitness machine = new StallWitness()) {
        int code = runWired(out);
        if (code == 0) {
          return out;
        }
        boolean notHomed = code == ExitCode.DEVICE && i > 0; // left moving by a try before
        assertThat(machine.stoodStill() || notHomed)
            .as("exit code %d on a quiet machine", code)
            .isTrue();
      }
    }
    return Assumptions.abort("this machine stands still too often for a row in real time");
  }

  private int runWired(Path out) throws Exception {
    return run(
        List.of(
            "--rig",
            "wired",
            "--set",
            "link=" + folder.resolve("bench"),
            "--plan",
            plan.toString(),
            "--out",
            out.toString(),
            "--state",
            out + "-state"));
  }

  private int run(List<String> options) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--no-report"));
    words.addAll(options);
    Process process =
        new ProcessBuilder(ProcessTest.lissauer(words.toArray(String[]::new)))
            .redirectErrorStream(true)
            .start();
    System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }

  private void startDevices() throws IOException {
    devices =
        new ProcessBuilder(
                ProcessTest.lissauer(
                    "devices", "--rig", "wired", "--link", folder.resolve("bench").toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = devices.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).startsWith("front-end /dev/pts/");
    assertThat(out.readLine()).startsWith("stage /dev/pts/");
    assertThat(Files.isSymbolicLink(folder.resolve("bench/front-end"))).isTrue();
  }

  private List<JsonNode> sites(Path record) throws IOException {
    JsonNode end = lines(record.resolve("journal.jsonl")).getLast();
    return StreamSupport.stream(end.get("sites").spliterator(), false).toList();
  }

  private List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(json::readTree).toList();
  }

  private static String text(JsonNode node, String key) {
    return node.get(key).asString();
  }

  private static double number(JsonNode node, String key) {
    return node.get(key).asDouble();
  }
}
