package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lissauer.simulator.device.SerialDevice;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The service in a process of its own; the front end's cable is pulled while it holds. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PulledCableTest {
  /** On a machine that stands still for 0.2 s a row ends before its time; then another is begun. */
  private static final int TRIES = 4;

  private static final long LEASE_NANOS = 250_000_000;
  private static final long IN_FLIGHT_NANOS = 50_000_000;

  /** Commands with power until the hold is under way. */
  private static final int HEATING = 260;

  private static final String PLAN =
      """
      description: one site
      electrode: drez-spinal
      program:
        kind: thermal
        set_celsius: 75
        ramp_seconds: 4
        hold_seconds: 4
      row:
        sites: 1
        spacing_millimetres: 1
        depth_millimetres: 2
        angle_degrees: 30
      next_site_below_celsius: 45
      """;

  @TempDir private Path folder;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theRowEndsWithAWordTheBoardSwitchesOffByItselfAndTheNextRowRuns() throws Exception {
    Path plan = Files.writeString(folder.resolve("one.yaml"), PLAN);
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      SerialDevice frontEnd = wires.serial("front-end");
      String printed = pullInTheHold(plan, frontEnd);
      assertThat(printed)
          .contains("front end")
          .containsAnyOf("is gone", "takes nothing more")
          .contains(folder.resolve("bench/front-end").toString());
      long pulled = nanosOf("unplugged", 0);
      assertThat(nanosOf("output off", pulled) - pulled)
          .isLessThanOrEqualTo(LEASE_NANOS + IN_FLIGHT_NANOS);
      assertThat(nanosOf("contact open", pulled)).isPositive();
      frontEnd.plug();
      assertThat(printed(start(plan, "unacknowledged"), "unacknowledged"))
          .contains("was left tripped", "perhaps", "lissauer acknowledge --rig wired");
      assertThat(runUntilDone(plan)).contains("ROW DONE: 1 site of 1");
    }
  }

  private String pullInTheHold(Path plan, SerialDevice frontEnd) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      acknowledge(); // what a computer that stood still has tripped before
      int before = heated();
      try (StallWitness machine = new StallWitness()) {
        Process service = start(plan, "pulled" + i);
        while (service.isAlive() && heated() < before + HEATING) {
          Thread.sleep(20);
        }
        if (service.isAlive()) {
          frontEnd.unplug();
          return printed(service, "pulled" + i);
        }
        String why = printed(service, "pulled" + i);
        assertThat(machine.stoodStill()).as("on a quiet machine: %s", why).isTrue();
      }
    }
    return tooBusy();
  }

  private String runUntilDone(Path plan) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      acknowledge();
      try (StallWitness machine = new StallWitness()) {
        String printed = printed(start(plan, "again" + i), "again" + i);
        if (printed.contains("ROW DONE")) {
          return printed;
        }
        boolean notHomed = printed.contains("open the rig again"); // left moving by a try before
        assertThat(machine.stoodStill() || notHomed).as("on a quiet machine: %s", printed).isTrue();
      }
    }
    return tooBusy();
  }

  /** As an operator does who has looked at the bench. */
  private void acknowledge() {
    String told = acknowledge(List.of()).out();
    Matcher trip = Pattern.compile("acknowledge --rig wired (\\w+)").matcher(told);
    if (trip.find()) {
      assertThat(acknowledge(List.of(trip.group(1))).code()).isEqualTo(ExitCode.DONE);
    }
  }

  private CliRun acknowledge(List<String> trip) {
    List<String> words = new ArrayList<>(List.of("acknowledge", "--rig", "wired"));
    words.addAll(List.of("--set", "link=" + folder.resolve("bench")));
    words.addAll(List.of("--state", folder.resolve("state").toString()));
    words.addAll(trip);
    return CliRun.of(words.toArray(String[]::new));
  }

  private static String tooBusy() {
    return Assumptions.abort("this machine stands still too often for a row in real time");
  }

  private Process start(Path plan, String name) throws IOException {
    return new ProcessBuilder(
            ProcessTest.lissauer(
                "run",
                "--no-report",
                "--rig",
                "wired",
                "--set",
                "link=" + folder.resolve("bench"),
                "--plan",
                plan.toString(),
                "--out",
                folder.resolve(name).toString(),
                "--state",
                folder.resolve("state").toString()))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".txt").toFile())
        .start();
  }

  private String printed(Process service, String name) throws Exception {
    service.waitFor();
    return Files.readString(folder.resolve(name + ".txt"), StandardCharsets.UTF_8);
  }

  private int heated() throws IOException {
    return (int)
        log().stream()
            .filter(line -> line.has("setPointWatts"))
            .filter(line -> line.get("setPointWatts").asDouble() > 0)
            .count();
  }

  private long nanosOf(String event, long afterNanos) throws IOException {
    return log().stream()
        .filter(line -> line.get("event").asString().equals(event))
        .mapToLong(line -> line.get("monotonicNanos").asLong())
        .filter(at -> at > afterNanos)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the device never noted: " + event));
  }

  private List<JsonNode> log() throws IOException {
    return Files.readAllLines(folder.resolve("devices.jsonl")).stream()
        .filter(line -> line.endsWith("}"))
        .filter(line -> line.contains("\"device\":\"front-end\""))
        .map(json::readTree)
        .toList();
  }
}
