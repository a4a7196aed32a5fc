package lissauer.controller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lissauer.controller.TestBench;
import lissauer.controller.cli.CliRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twelve ways to get a file wrong, each with the one message that it must get, and exit code 2. */
class BadConfigTest {
  @TempDir private Path folder;
  private Path plan;

  @BeforeEach
  void copyTheShippedConfiguration() throws IOException {
    try (Stream<Path> files = Files.walk(TestBench.CONFIG)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(TestBench.CONFIG.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    plan = folder.resolve("plans/nashold-spinal.yaml");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown key        | hold_seconds: 15   | hold_secnds: 15            | :8:16: program.hold_secnds: unknown key; did you mean "hold_seconds"?
          wrong unit         | ramp_seconds: 5    | ramp_milliseconds: 5000    | :7:22: program.ramp_milliseconds: wrong unit; write "ramp_seconds", in s (allowed 2 to 30 s)
          unit in the value  | ramp_seconds: 5    | ramp_seconds: 5 s          | :7:17: program.ramp_seconds: is the text "5 s"; expected a number, without the unit, in s, 2 to 30 s
          not a number       | set_celsius: 75    | set_celsius: .nan          | :6:16: program.set_celsius: .nan is not a number; allowed 40 to 85 °C
          duplicate          | ramp_seconds: 5    | set_celsius: 75            | :7:3: program.set_celsius: stands twice; the first is in line 6
          out of range       | set_celsius: 75    | set_celsius: 99            | :6:16: program.set_celsius: 99 is out of range; allowed 40 to 85 °C
          wrong type         | sites: 20          | sites: [20]                | :10:10: row.sites: is a list; expected a number, 1 to 500
          missing            | sites: 20          | # none                     | row.sites: is missing; expected 1 to 500
          not YAML           | kind: thermal      | kind: "thermal             | not YAML
          cyclic reference   | kind: thermal      | kind: &a [*a]              | :5:9: program.kind: refers to itself
          missing reference  | electrode: drez-spinal | electrode: drez-spinl  | :3:12: no file
          absurd number      | sites: 20          | sites: 1e300               | :10:10: row.sites: 1e300 is out of range; allowed 1 to 500
          """)
  void eachIsNamedWithItsPlaceAndEndsWith2(String what, String line, String instead, String message)
      throws IOException {
    String text = Files.readString(plan);
    assertThat(text).as(what).contains(line);
    Files.writeString(plan, text.replace(line, instead));
    assertRefused(message.strip());
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.writeString(plan, "# nothing\n");
    assertRefused("nashold-spinal.yaml:1:1: the file is empty; expected lines of the form");
  }

  @Test
  void aFileOfAbsurdSize() throws IOException {
    Files.writeString(plan, "# " + "x".repeat(1 << 21));
    assertRefused("nashold-spinal.yaml: is larger than 1 MiB");
  }

  @Test
  void aFileThatIsAFolder() throws IOException {
    Files.delete(plan);
    Files.createDirectory(plan);
    assertRefused("nashold-spinal.yaml: is a folder; expected a YAML file");
  }

  @Test
  void aFileThatIsNoText() throws IOException {
    Files.write(plan, new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1});
    assertRefused("nashold-spinal.yaml: is not UTF-8 text");
  }

  @Test
  void aPlanThatExplodesIntoAliases() throws IOException {
    StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
    }
    Files.writeString(plan, text.toString(), StandardCharsets.UTF_8);
    assertRefused("nashold-spinal.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rigs/simulated.yaml", "limits.yaml", "tissues/cord.yaml"})
  void anEmptySectionIsAnEmptyFileEverywhere(String file) throws IOException {
    Files.writeString(folder.resolve(file), "{}\n");
    assertRefused(file + ":1:1: the file is empty");
  }

  @Test
  void aFewAliasesThatMultiply() throws IOException {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 17; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(3)));
    }
    Files.writeString(plan, text.toString());
    assertRefused("one value too many");
  }

  @Test
  void bracketsWithoutEnd() throws IOException {
    Files.writeString(plan, "[".repeat(100_000));
    assertRefused("nashold-spinal.yaml:1:");
  }

  @Test
  void aTagThatLies() throws IOException {
    replace(plan, "sites: 20", "sites: !!int abc");
    assertRefused("row.sites: is the text \"abc\"; expected a number, 1 to 500");
  }

  @Test
  void severalMistakesInSeveralFilesAreReportedAtOnce() throws IOException {
    replace(plan, "set_celsius: 75", "set_celsius: 99");
    replace(plan, "spacing_millimetres: 1", "spacing_millimetres: 0");
    replace(folder.resolve("electrodes/drez-spinal.yaml"), "volts_rms: ", "volts: ");
    replace(folder.resolve("rigs/simulated.yaml"), "seed: 1", "seed: -1");
    replace(folder.resolve("limits.yaml"), "lease_seconds: 0.25", "lease_seconds: 2");
    CliRun run = CliRun.of("run", "--config", folder.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("set_celsius", "spacing_millimetres", "caps.volts", "seed", "lease_seconds");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spacing wider than the lesion | spacing_millimetres: 1 | spacing_millimetres: 2.5 | 2.5 mm is wider than the lesion
          power above the cap | next_site_below | limits: {power_watts: 2}#  | limits.power_watts: 2 is out of range; allowed 0.001 to 0.6 W
          two electrodes in a list | electrode: drez-spinal | electrode: [drez-spinal, cordotomy] | a plan heats through one electrode
          two electrodes by key | electrode: drez-spinal | electrodes: [drez-spinal, cordotomy] | a plan heats through one electrode
          tip limit at the set temperature | next_site_below | limits: {tip_celsius: 75}# | limits.tip_celsius: 75 is out of range; allowed 77 to 80 °C
          longer than the electrode allows | hold_seconds: 15 | hold_seconds: 90 | RF would be on for 96.5 s
          shallower than the tip | depth_millimetres: 2 | depth_millimetres: 1 | allowed 2 to 60 mm
          both a count and a target | sites: 20 | sites: 20/target_millimetres: 19 | stands beside target_millimetres; give one of the two
          """)
  void aPlanThatContradictsItselfIsRefusedWithTheReason(
      String what, String line, String instead, String message) throws IOException {
    replace(plan, line, instead.replace("/", "\n  "));
    assertRefused(message.strip());
  }

  private static void replace(Path file, String line, String instead) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(line);
    Files.writeString(file, text.replace(line, instead));
  }

  private void assertRefused(String message) {
    CliRun run = CliRun.of("run", "--config", folder.toString(), "--out", folder + "/never");
    assertThat(run.err()).contains(message);
    assertThat(run.err().strip().lines()).as("one message").hasSize(1);
    assertThat(run.code()).isEqualTo(2);
    assertThat(folder.resolve("never")).doesNotExist();
  }
}
