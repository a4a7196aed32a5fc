package lissauer.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
  private static final String BRIEF = "--electrode drez --resolution 0.5 --cool 0.5 ";

  @TempDir private Path folder;

  @Test
  void theTableSaysWhatWasSimulatedAndThatItWas() {
    Run run = simulate(BRIEF + "--clamp 70 --seconds 1 --alpha 0.015");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(
            "SIMULATED drez in cord: 70 °C for 1 s after a raised-cosine ramp of 1 s,"
                + " then 0.5 s of cooling")
        .contains("with --alpha = 0.015", "cold ", "tip 70.00 °C   at 2 s", "energy", "peak")
        .contains("lesion at RF off", "lesion after cooling", "Ω = 1, liver", "ever ≥ 60 °C")
        .endsWith("SIMULATED: computed, not measured\n");
  }

  @Test
  void theCsvHasARowAStepAndRfStillOnInTheLastMomentOfRf() throws IOException {
    Path file = folder.resolve("trace.csv");
    JsonNode json = json(BRIEF + "--volts 12 --seconds 0.73 --json --csv " + file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("t_s,V_rms,I_A,P_W,Z_ohm,T_tc,T_r0.5,T_r1,T_r2");
    List<double[]> rows = lines.stream().skip(1).map(SimulateCommandTest::numbers).toList();
    assertThat(rows).hasSize(json.get("steps").intValue() + 1);
    assertThat(rows.getFirst()[0]).isZero();
    assertThat(rows.getFirst()[1]).isEqualTo(12);
    assertThat(rows.getLast()[0]).isEqualTo(1.23);
    boolean offSeen = false;
    for (double[] row : rows) {
      offSeen |= row[0] == 0.73;
      assertThat(row[1]).as("%s s", row[0]).isEqualTo(row[0] <= 0.73 ? 12 : 0);
      if (row[0] > 0.73) {
        assertThat(List.of(row[2], row[3])).containsOnly(0.0);
      } else {
        assertThat(row[2] * row[4] / 12).isCloseTo(1, within(1e-6));
        assertThat(row[3] / (12 * row[2])).isCloseTo(1, within(1e-6));
      }
    }
    assertThat(offSeen).isTrue();
  }

  @Test
  void theJsonIsOneObjectWithNullForWhatWasNotReached() {
    JsonNode json = json(BRIEF + "--watts 0.05 --seconds 0.5 --json");
    assertThat(json.get("simulated").booleanValue()).isTrue();
    assertThat(json.get("electrode").stringValue()).isEqualTo("drez");
    assertThat(json.get("tissue").stringValue()).isEqualTo("cord");
    assertThat(json.get("protocol").get("kind").stringValue()).isEqualTo("constant_power");
    assertThat(json.get("P_W").doubleValue()).isCloseTo(0.05, within(1e-9));
    assertThat(json.get("energy_J").doubleValue()).isCloseTo(0.025, within(1e-9));
    assertThat(json.get("imbalance").doubleValue()).isCloseTo(0, within(1e-9));
    assertThat(json.get("extents").get("on").size()).isEqualTo(9);
    JsonNode hot = json.get("extents").get("end").get("Tmx60");
    assertThat(hot.get("r_mid_mm").isNull()).isTrue();
    assertThat(hot.get("volume_mm3").doubleValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "row, 3, thermal, 60 °C for 1 s after a straight ramp of 2 s (program of row)",
    "weak, 0.5, constant_power, 0.1 W for 0.5 s (program of weak)",
    "pulsed, 1, pulsed, 20 V in bursts of 0.04 s at 2 Hz for 1 s (program of pulsed)"
  })
  void aPlansProgramIsDoneOnItsElectrode(String plan, double offSeconds, String kind, String text) {
    JsonNode json = json("--resolution 0.5 --cool 0 --json --program " + plan);
    assertThat(json.get("electrode").stringValue()).isEqualTo("drez");
    assertThat(json.get("t_off_s").doubleValue()).isEqualTo(offSeconds);
    assertThat(json.get("protocol").get("kind").stringValue()).isEqualTo(kind);
    assertThat(json.get("protocol").get("plan").stringValue()).isEqualTo(plan);
    assertThat(simulate("--resolution 0.5 --cool 0 --program " + plan).out()).contains(text);
  }

  @Test
  void burstsHeatForAsLongAsTheyLast() throws IOException {
    Path file = folder.resolve("bursts.csv");
    JsonNode json =
        json(
            "--program pulsed --electrode straight --resolution 0.5 --json --cool 0 --csv " + file);
    double onSeconds = 0;
    double before = 0;
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      double[] row = numbers(line);
      onSeconds += row[1] > 0 ? row[0] - before : 0;
      before = row[0];
    }
    assertThat(onSeconds).isCloseTo(0.08, within(1e-9));
    assertThat(json.get("electrode").stringValue()).isEqualTo("straight");
    assertThat(json.get("energy_J").doubleValue()).isCloseTo(0.08 * 400 / 1300, within(0.002));
  }

  @Test
  void pictureAndFieldsAreWritten() throws IOException {
    for (String electrode : List.of("drez", "straight")) {
      Path plot = folder.resolve(electrode + ".png");
      Path vtk = folder.resolve(electrode + ".vtr");
      Run run =
          simulate(
              "--electrode %s --resolution 0.5 --clamp 75 --seconds 1 --cool 1 --plot %s --vtk %s"
                  .formatted(electrode, plot, vtk));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(Files.size(plot)).isGreaterThan(20_000);
      assertThat(Files.readString(vtk))
          .contains("SIMULATED", "temperature_at_rf_off_celsius", "omega_liver", "cem43_min")
          .contains("power_density_at_rf_off_w_mm3");
    }
  }

  @Test
  void beyondBoilingInATissueWithoutWaterIsBeyondTheModel() {
    Run run = simulate(BRIEF + "--tissue dry --clamp 110 --seconds 0.2 --json");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("warning: the tissue reaches 1", "dry has no boiling");
    assertThat(JsonMapper.shared().readTree(run.out()).get("warnings").size()).isEqualTo(1);
    assertThat(simulate(BRIEF + "--clamp 102 --seconds 0.2").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --clamp 75 --seconds 1 | --electrode: is missing; give one of drez, straight
          --electrode drez | --clamp: is missing; say what to do with one of --program, --clamp, --watts and --volts
          --electrode drez --clamp 75 --volts 3 --seconds 1 | --clamp and --volts: contradict each other; give one of
          --electrode drez --clamp 75 | --seconds: is missing; give 0.05 to 600 s
          --electrode drez --volts 3 --seconds 1 --ramp 2 | --ramp: goes with --clamp only: the others begin at once; leave it out
          --program row --ramp 2 | --ramp: goes with --clamp only: the plan has its own; leave it out
          --program row --seconds 2 | --seconds: does not go with --program: the plan says how long; leave it out
          --program rwo | --program: no file rwo
          --electrode drez --volts 201 --seconds 1 | --volts: 201 is out of range; allowed 0.1 to 200 V
          --electrode drez --watts -1 --seconds 1 | --watts: -1 is out of range; allowed 0.001 to 50 W
          --electrode drez --clamp hot --seconds 1 | --clamp: "hot" is not a number; give 40 to 150 °C, without the unit
          --electrode drez --clamp NaN --seconds 1 | --clamp: NaN is out of range; allowed 40 to 150 °C
          --electrode drez --clamp 75 --ramp 0 --seconds 1 | --ramp: 0 is out of range; allowed 0.05 to 60 s
          --electrode drez --clamp 75 --seconds 1 --cool 601 | --cool: 601 is out of range; allowed 0 to 600 s
          --electrode drez --clamp 75 --seconds 1 --alpha 2 | --alpha: 2 is out of range; allowed 0 to 0.05 1/K
          --electrode drez --clamp 75 --seconds 1 --resolution 4 | --resolution: 4 is out of range; allowed 0.5 to 3 times finer
          --electrode drez --clamp 75 --seconds 1 --set base_celsius=30 | --set base_celsius=30: must begin with tissue. or electrode.
          --electrode drez --clamp 75 --seconds 1 --set tissue.base_celsius=50 | base_celsius: 50.0 is out of range; allowed 10 to 40 °C
          --electrode drez --clamp 75 --seconds 1 --set tissue.base_celcius=30 | base_celcius: unknown key; did you mean "base_celsius"?
          --electrode straight --clamp 75 --seconds 1 --set electrode.tip_millimetres=51 | tip_millimetres: 51.0 is out of range; allowed 0.1 to 50 mm
          --electrode drez --clamp 75 --seconds 1 --tissue pool | puts the surface at 40 mm, but drez is modelled up to 26 mm
          --electrode drez --clamp 75 --seconds 1 --plot x.svg | --plot: cannot write x.svg: its name must end in .png
          --electrode drez --clamp 75 --seconds 1 --vtk x.vtu | --vtk: cannot write x.vtu: its name must end in .vtr
          --electrode drez --clamp 75 --seconds 1 --csv / | --csv: cannot write /
          """)
  void aMistakeIsNamedWithItsOptionAndItsRange(String arguments, String message) {
    Run run = simulate(arguments);
    assertThat(run.err()).contains(message);
    assertThat(run.err().strip().lines()).hasSize(1);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void severalMistakesAreToldAtOnce() {
    Run run = simulate("--electrode drez --volts 300 --seconds -1 --cool x --tissue cort");
    assertThat(run.err().strip().lines()).hasSize(4);
    assertThat(run.err()).contains("--volts", "--seconds", "--cool", "--tissue");
  }

  @Test
  void theElectrodeOfAPlanCanBeChanged() {
    JsonNode json =
        json(
            "--program weak --resolution 0.5 --cool 0 --json --set electrode.tip_millimetres=3"
                + " --set tissue.conductivity_siemens_per_metre=0.3");
    assertThat(json.get("R0_ohm").doubleValue()).isBetween(400.0, 550.0);
    assertThat(json.get("changes").size()).isEqualTo(3);
  }

  private record Run(int code, String out, String err) {}

  private static JsonNode json(String arguments) {
    Run run = simulate(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out().strip().lines()).hasSize(1);
    return JsonMapper.shared().readTree(run.out());
  }

  private static Run simulate(String arguments) {
    var module = new SimulatorModule();
    CommandLine line = new CommandLine(module.commands(new FileShelf()).get("simulate"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler((e, command, _) -> {
      command.getErr().println(e.getMessage());
      return 2;
    });
    List<String> words = new ArrayList<>(Stream.of(arguments.strip().split(" +")).toList());
    int code = line.execute(words.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private static double[] numbers(String line) {
    return Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();
  }
}
