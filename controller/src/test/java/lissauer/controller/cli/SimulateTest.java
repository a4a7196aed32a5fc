package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's command as a person calls it, on the shipped files. */
class SimulateTest {
  @TempDir private Path folder;

  /** Case C_w0_T75_h15 of the reference solution. */
  @Test
  void theReferenceProtocolGivesTheReferencesLesion() throws Exception {
    Path csv = folder.resolve("trace.csv");
    CliRun run =
        simulate(
            "--electrode drez-reference --tissue reference --clamp 75 --ramp 1 --seconds 15"
                + " --cool 30 --json --csv "
                + csv);
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(run.out());
    assertThat(json.get("simulated").booleanValue()).isTrue();
    assertThat(number(json, "R0_ohm") / 1304.7).isCloseTo(1, within(0.006));
    assertThat(number(json, "P_W") / 0.3022).isCloseTo(1, within(0.01));
    assertThat(number(json, "Z_ohm") / 930.7).isCloseTo(1, within(0.006));
    JsonNode liver = json.get("extents").get("end").get("Om1_liver");
    assertThat(number(liver, "r_mid_mm")).isCloseTo(0.9261, within(0.015));
    assertThat(number(liver, "z_distal_mm")).isCloseTo(0.5096, within(0.015));
    assertThat(number(liver, "z_prox_mm")).isCloseTo(0.3643, within(0.015));
    List<String> rows = Files.readAllLines(csv);
    assertThat(rows).hasSize(json.get("steps").intValue() + 2);
    assertThat(rows).anyMatch(row -> row.startsWith("16,16.8"));
  }

  @Test
  void aPlansProgramRunsOnItsElectrode() {
    CliRun run = simulate("--program cordotomy --resolution 0.5 --cool 1");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("SIMULATED cordotomy in cord: 75 °C for 30 s after a straight ramp of 5 s");
  }

  @Test
  void mistakesInOptionsAndFilesAreToldTogetherWithExitCode2() {
    CliRun run =
        simulate("--electrode drez-refrence --tissue cort --volts 999 --seconds 1 --csv /no/x.csv");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--electrode: no file", "did you mean \"drez-reference\"?", "--tissue: no file")
        .contains("--volts: 999 is out of range; allowed 0.1 to 200 V", "--csv: cannot write")
        .doesNotContain("Exception");
    assertThat(run.err().strip().lines()).hasSize(4);
  }

  @Test
  void theUsageListsIt() {
    assertThat(CliRun.of().out()).contains("simulate");
    assertThat(CliRun.of("simulate", "--help").out()).contains("--electrode", "--clamp", "--vtk");
  }

  private static double number(JsonNode json, String key) {
    return json.get(key).doubleValue();
  }

  private static CliRun simulate(String arguments) {
    String all = "simulate --config " + TestBench.CONFIG + " " + arguments;
    return CliRun.of(all.split(" "));
  }
}
