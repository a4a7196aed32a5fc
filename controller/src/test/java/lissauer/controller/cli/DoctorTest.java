package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lissauer.controller.TestBench;
import lissauer.hal.link.SerialLink;
import lissauer.simulator.device.WireFault;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code lissauer doctor} on the simulator, on emulated wires, and where something is wrong. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoctorTest {
  private static final int TRIES = 4;

  @TempDir private Path folder;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theSimulatedRigIsWellAndEachFindingSaysWhatWasSeen() {
    CliRun doctor = doctor("simulated");
    assertThat(doctor.code()).as(doctor.out()).isZero();
    List<JsonNode> findings = findings(doctor);
    assertThat(seen(findings, "version")).isEqualTo(Runtime.version().toString());
    assertThat(seen(findings, "tip temperature")).contains("°C, GOOD");
    assertThat(seen(findings, "monotonic")).startsWith("0 of ");
    assertThat(seen(findings, "write and force")).contains("ms at most");
    assertThat(seen(findings, "jitter")).contains("ms p99");
    assertThat(seen(findings, "plans and electrodes")).matches("[0-9]+ plans, [0-9]+ electrodes");
  }

  @Test
  void aWiredRigShowsIdentityCapsSelfTestAndLinkQualityAndIsNeverEnergised() throws Exception {
    patiently(this::wellAndCold);
  }

  private void wellAndCold() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      List<JsonNode> findings = findings(doctor("wired", "link=" + wires.link));
      assertThat(seen(findings, "identity")).contains("EMU-0001", "firmware 1.0.0");
      assertThat(seen(findings, "caps")).startsWith("read back 1.000 W");
      assertThat(seen(findings, "self test of the board")).isEqualTo("all 7 passed");
      assertThat(seen(findings, "interlock")).isEqualTo("closed");
      assertThat(seen(findings, "relay contact")).isEqualTo("open");
      assertThat(seen(findings, "link quality")).startsWith("200 exchanges: 0 lost");
      assertThat(states(findings)).doesNotContain("missing", "fail");
      List<JsonNode> log = wires.log("front-end");
      assertThat(log).anyMatch(line -> line.has("setPointWatts"));
      assertThat(log)
          .filteredOn(line -> line.has("setPointWatts"))
          .allMatch(line -> line.get("setPointWatts").asDouble() == 0);
      assertThat(log).noneMatch(line -> line.get("event").asString().equals("relay driven"));
      assertThat(wires.log("stage")).noneMatch(line -> line.toString().contains("< $H"));
    }
  }

  @Test
  void withoutItsDevicesEachIsMissingByNameAndTheExitCodeIs3() {
    CliRun doctor = doctor("wired", "link=" + folder.resolve("nowhere"));
    assertThat(doctor.code()).isEqualTo(3);
    assertThat(doctor.out())
        .contains("there is no " + folder.resolve("nowhere/front-end"))
        .contains("there is no " + folder.resolve("nowhere/stage"));
  }

  @Test
  void anotherSpeedOfTheLineIsFoundAndNamed() throws Exception {
    patiently(this::anotherSpeed);
  }

  private void anotherSpeed() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      CliRun doctor = doctor("wired", "link=" + wires.link, "front-end.baud=230400");
      assertThat(doctor.code()).isEqualTo(3);
      assertThat(doctor.out())
          .contains("it answers at 115200 baud, the rig file says 230400: write baud: 115200");
    }
  }

  @Test
  void anotherDeviceBehindThePortIsNotTakenForTheRightOne() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      CliRun doctor =
          doctor("wired", "link=" + wires.link, "front-end.serial=stage", "stage.serial=front-end");
      assertThat(doctor.code()).isEqualTo(3);
      assertThat(doctor.out()).contains("no answer", "no GRBL answers");
    }
  }

  @Test
  void aPortThatAServiceHoldsIsNamedWithItsHolderAndTheExitCodeIs1() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired");
        SerialLink _ = new SerialLink(wires.link.resolve("front-end").toString(), 115_200)) {
      CliRun doctor = doctor("wired", "link=" + wires.link);
      assertThat(doctor.code()).isEqualTo(1);
      assertThat(doctor.out()).contains("held by this very process");
      assertThat(states(findings(doctor))).doesNotContain("missing");
    }
  }

  @Test
  void aLineThatLosesFramesIsFoundByItsCounts() throws Exception {
    try (EmulatedWires wires = new EmulatedWires(folder, "wired")) {
      Thread spoiler = Thread.ofPlatform().daemon().start(() -> spoil(wires));
      CliRun doctor = doctor("wired", "link=" + wires.link);
      spoiler.join();
      JsonNode quality =
          findings(doctor).stream()
              .filter(f -> f.get("check").asString().equals("link quality"))
              .findFirst()
              .orElseThrow();
      assertThat(quality.get("state").asString()).isIn("warn", "fail");
      assertThat(quality.get("seen").asString()).contains("silence=");
    }
  }

  /** Once the trial of the line is under way. */
  private static void spoil(EmulatedWires wires) {
    try {
      while (wires.log("front-end").stream().filter(line -> line.has("setPointWatts")).count()
          < 20) {
        Thread.sleep(5);
      }
      double now = wires.live.<Double>ask(on -> on.clock().nanos() * 1e-9);
      wires.serial("front-end").misbehave(WireFault.SILENT, now, 0.06);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMistakeInAFileIsAFindingAndTheOthersAreStillMade() throws Exception {
    Path plan =
        Files.writeString(
            folder.resolve("bad.yaml"),
            Files.readString(TestBench.CONFIG.resolve("plans/nashold-spinal.yaml"))
                .replace("set_celsius: 75", "set_celsius: 175"));
    CliRun doctor = CliRun.of(arguments("simulated", "--plan", plan.toString()));
    assertThat(doctor.code()).isEqualTo(2);
    assertThat(doctor.out()).contains("set_celsius: 175 is out of range", "\"monotonic\"");
  }

  private interface Look {
    void run() throws Exception;
  }

  /** A computer that stands still for a while makes any device seem silent: then once more. */
  private static void patiently(Look look) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      try (StallWitness machine = new StallWitness()) {
        try {
          look.run();
          return;
        } catch (AssertionError e) {
          if (!machine.stoodStill()) {
            throw e;
          }
        }
      }
    }
    Assumptions.abort("this machine stands still too often to look at a line");
  }

  private CliRun doctor(String rig, String... settings) {
    List<String> more = new ArrayList<>();
    for (String setting : settings) {
      more.add("--set");
      more.add(setting);
    }
    return CliRun.of(arguments(rig, more.toArray(String[]::new)));
  }

  private String[] arguments(String rig, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "doctor", "--json", "--seconds", "0.2", "--rig", rig, "--out", folder + "/runs"));
    words.addAll(List.of(more));
    words.addAll(List.of("--config", TestBench.CONFIG.toString()));
    return words.toArray(String[]::new);
  }

  private List<JsonNode> findings(CliRun doctor) {
    return doctor
        .out()
        .lines()
        .map(json::readTree)
        .filter(line -> line.get("event").asString().equals("finding"))
        .toList();
  }

  private static String seen(List<JsonNode> findings, String check) {
    return findings.stream()
        .filter(finding -> finding.get("check").asString().equals(check))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody looked at " + check))
        .get("seen")
        .asString();
  }

  private static List<String> states(List<JsonNode> findings) {
    return findings.stream().map(finding -> finding.get("state").asString()).toList();
  }
}
