package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CliTest {
  @TempDir private Path folder;

  @Test
  void aRowRunsEndsWithATableAndReplays() {
    CliRun run = lissauer("run", "--out", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("SIMULATED", "self test passed", "site 20 of 20", "ROW DONE: 20 sites of 20")
        .contains("record  " + folder.resolve("journal.jsonl"))
        .doesNotContain("\033[");
    assertThat(run.out()).contains("report  " + folder.resolve("report.html"));
    CliRun replay = CliRun.of("replay", folder.toString());
    assertThat(replay.code()).isZero();
    assertThat(replay.out()).contains("no difference in 3", "the run was done");
    String head = run.out().replaceAll("(?s).*head {4}([0-9a-f]{64}).*", "$1");
    CliRun verify = CliRun.of("verify", folder.toString(), "--head", head);
    assertThat(verify.code()).isZero();
    assertThat(verify.out()).contains("whole, 3", "the run was done", "head " + head);
  }

  @Test
  void aChangedRecordIsFoundAndNothingButHashesAreTakenForHeads() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    lissauer("run", "--plan", "cordotomy", "--out", folder.toString());
    String foreign = "0".repeat(64);
    CliRun other = CliRun.of("verify", journal.toString(), "--head", foreign);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).contains("NOT the head that was expected");
    Files.writeString(
        journal, Files.readString(journal).replaceFirst("\"tip_c\":3", "\"tip_c\":4"));
    CliRun damaged = CliRun.of("verify", journal.toString(), "--json");
    assertThat(damaged.code()).isEqualTo(1);
    JsonNode found = JsonMapper.shared().readTree(damaged.out());
    assertThat(found.get("damage").stringValue())
        .isEqualTo("line 2, tick 0, after 0.00 s: changed");
    assertThat(found.get("ticks").intValue()).isZero();
    assertThat(CliRun.of("verify", journal.toString()).out()).startsWith("DAMAGED ");
    CliRun nonsense = CliRun.of("verify", journal.toString(), "--head", "abc");
    assertThat(nonsense.code()).isEqualTo(2);
    assertThat(nonsense.err()).contains("expected 64 hexadecimal digits");
  }

  @Test
  void jsonEventsAreOneObjectALine() {
    CliRun run = lissauer("run", "--json", "--out", folder.toString());
    List<JsonNode> events =
        new ArrayList<>(run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList());
    assertThat(events.getFirst().get("event").stringValue()).isEqualTo("start");
    assertThat(events.getFirst().get("simulated").booleanValue()).isTrue();
    assertThat(events.stream().filter(e -> e.get("event").stringValue().equals("site")))
        .hasSize(20);
    assertThat(events.removeLast().get("report").stringValue()).endsWith("report.html");
    assertThat(events.getLast().get("end").stringValue()).isEqualTo("done");
    assertThat(events.getLast().get("head").stringValue()).hasSize(64);
    assertThat(events.getLast().get("outputConfirmedOff").booleanValue()).isTrue();
  }

  @Test
  void aTripExplainsItselfAndExits1() {
    CliRun run =
        lissauer(
            "run",
            "--set",
            "thermocouple.fault.kind=offset",
            "--set",
            "thermocouple.fault.step_kelvin=12",
            "--set",
            "thermocouple.fault.from_seconds=14",
            "--out",
            folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("TRIPPED at", "limit 80.0 °C", "perhaps", "next", "trace", "measured to be off");
  }

  @Test
  void aRecordIsNotWrittenOver() {
    assertThat(lissauer("run", "--out", folder.toString()).code()).isZero();
    CliRun again = lissauer("run", "--out", folder.toString());
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("exists", "another --out");
  }

  @Test
  void theSeedOfTheCommandLineIsInTheRecord() throws IOException {
    lissauer("run", "--seed", "7", "--out", folder.toString());
    String header = Files.readAllLines(folder.resolve("journal.jsonl")).getFirst();
    assertThat(header).contains("\"seed 7\"", "\"overrides\":{\"seed\":\"7\"}");
  }

  @Test
  void everyPlanIsListedAndSound() {
    CliRun plans = lissauer("plans");
    assertThat(plans.code()).isZero();
    assertThat(plans.out()).contains("nashold-spinal", "20 sites", "deep-row");
  }

  @Test
  void anUnknownPlanRigOrBenchmarkIsGuessed() {
    assertThat(lissauer("run", "--plan", "nashhold-spinal").err())
        .contains("did you mean \"nashold-spinal\"?");
    assertThat(lissauer("run", "--rig", "simulted").err()).contains("did you mean \"simulated\"?");
    assertThat(lissauer("bench", "lop").err()).contains("did you mean \"loop\"?");
  }

  @Test
  void theLoopBenchmarkPrintsOneLineAFigure() {
    CliRun bench = lissauer("bench", "loop", "--seconds", "1");
    assertThat(bench.out()).containsPattern("decision allocation: [0-9.]+ By \\(at most 2048\\)");
    assertThat(bench.out())
        .containsPattern("tick allocation: [0-9.]+ By \\((NOT )?at most 2048\\)");
    assertThat(bench.out().lines()).hasSize(13);
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    CliRun run = CliRun.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("run", "replay", "Not a medical device");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(CliRun.of("version").out()).contains("Lissauer 0.1", "Java 25");
  }

  @Test
  void theDeepRowIsTreatedInLayersDeepestFirst() {
    var plan = new TestBench("deep-row").protocol.plan();
    assertThat(plan.program()).isInstanceOf(Program.Thermal.class);
    assertThat(plan.sites().get(0).at().depthMillimetres()).isEqualTo(4);
    assertThat(plan.sites().get(1).at().depthMillimetres()).isEqualTo(2);
    assertThat(plan.sites().get(1).at().alongMillimetres()).isEqualTo(0);
    assertThat(plan.sites().get(2).at().alongMillimetres()).isEqualTo(1);
    assertThat(plan.sites()).hasSize(2 * (20 + 2 * 5 + 1));
    assertThat(plan.angleDegrees()).isEqualTo(20);
  }

  private static CliRun lissauer(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = TestBench.CONFIG.toString();
    return CliRun.of(all);
  }
}
