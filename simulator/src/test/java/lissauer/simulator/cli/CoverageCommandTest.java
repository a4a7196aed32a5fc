package lissauer.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CoverageCommandTest {
  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private static Run coverage(String arguments) {
    CommandLine line =
        new CommandLine(new SimulatorModule().commands(new FileShelf()).get("plan coverage"));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler((e, command, _) -> {
      command.getErr().println(e.getMessage());
      return 2;
    });
    int code = line.execute(List.of(arguments.strip().split(" +")).toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void theTableSaysWhatIsCoveredAndWhatIsSpilt() {
    Run run = coverage("three --section none --clamp 75 --no-advice");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("SIMULATED three: drez in cord", "3 sites, 1.00 mm apart, 75 °C for 1 s")
        .contains("the next site once the tip is below 45 °C", "target: box 1.5 mm wide")
        .contains("liver", "CEM43 240 min", "BHK", "burn", "around the box")
        .doesNotContain("advice");
  }

  @Test
  void aHotterRowCoversMore() {
    double cool = covered(coverage("three --section none --no-advice --json --clamp 65"));
    double hot = covered(coverage("three --section none --no-advice --json --clamp 85"));
    assertThat(hot).isGreaterThan(cool + 10);
  }

  private static double covered(Run run) {
    return json(run).get("coverage").get(0).get("covered_percent").doubleValue();
  }

  private static JsonNode json(Run run) {
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void theJsonHoldsSitesRegionsVariantsAndAdvice() {
    JsonNode json = json(coverage("three --section none --json --wait 12 --clamp 75"));
    assertThat(json.get("simulated").booleanValue()).isTrue();
    assertThat(json.get("site")).hasSize(3);
    assertThat(json.get("site").get(0).get("wait_s").doubleValue()).isCloseTo(12, within(0.03));
    assertThat(json.get("site").get(1).get("start_celsius").doubleValue()).isGreaterThan(38);
    assertThat(json.get("coverage")).hasSize(4);
    assertThat(json.get("regions")).hasSize(2);
    assertThat(json.get("variants")).hasSizeGreaterThan(5);
    assertThat(json.has("advice")).isTrue();
  }

  @Test
  void anotherSpacingKeepsTheLengthOfTheRow() {
    JsonNode json = json(coverage("three --section none --no-advice --json --spacing 1.5"));
    assertThat(json.get("sites").intValue()).isEqualTo(2);
    assertThat(json.get("spacing_mm").doubleValue()).isEqualTo(1.5);
  }

  @Test
  void theAdviceIsToldInWords() {
    Run run = coverage("three --section none --clamp 75");
    assertThat(run.out())
        .contains("as planned", "spacing 0.75 mm", "wait 30 s", "set 80 °C", "advice");
  }

  @Test
  void thePictureIsWritten() {
    Path file = folder.resolve("row.png");
    Run run = coverage("three --section none --clamp 75 --plot " + file);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(file).exists().satisfies(path -> assertThat(Files.size(path)).isGreaterThan(20_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nowhere | no file nowhere",
        "three --section none --target section | --target: section needs a --section",
        "three --section none --target sphere | neither box nor section",
        "three --section none --spacing 9 | --spacing: 9 is out of range; allowed 0.5 to 5 mm",
        "three --section none --wait x | is not a number; give 0 to 600 s",
        "weak --section none --clamp 70 | changes a set temperature, which this plan has not",
        "three --section none --tissue pool | not fully in tissue",
        "three --section none --plot /no/row.png | /no/row.png"
      })
  void aMistakeIsNamedAndNothingIsComputed(String arguments, String message) {
    Run run = coverage(arguments);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
