package lissauer.controller.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lissauer.controller.TestBench;
import lissauer.controller.cli.CliRun;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;
import lissauer.hal.console.CoverageMap;
import lissauer.hal.console.CoverageMap.Outline;
import lissauer.hal.console.CoverageMap.Slice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReportTest {
  @TempDir private static Path shared;
  private static Path whole;
  private static Path tripped;
  @TempDir private Path folder;

  @BeforeAll
  static void twoRuns() {
    whole = run("whole");
    tripped =
        run(
            "tripped",
            "--set",
            "thermocouple.fault.kind=detached",
            "--set",
            "thermocouple.fault.from_seconds=70");
  }

  private static Path run(String name, String... more) {
    List<String> words = new ArrayList<>(List.of("run", "--config", TestBench.CONFIG.toString()));
    words.addAll(List.of("--out", shared.resolve(name).toString()));
    words.addAll(List.of(more));
    CliRun.of(words.toArray(String[]::new));
    return shared.resolve(name);
  }

  @Test
  void aRunLeavesAPageThatNeedsNothingElse() throws IOException {
    String page = Files.readString(whole.resolve("report.html"));
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("SIMULATED", ">DONE<", "20 of 20", "sites as planned", "default-src 'none'")
        .contains("Covers 100.0 % of the target", "Modelled, not measured", "No gaps.")
        .doesNotContain("<script", "http://", "https://", "@import", "url(", "NaN", "Infinity");
    assertThat(page.split("<svg ", -1)).as("row, overlay, map, sites").hasSize(1 + 3 + 20);
    assertThat(page.length()).isLessThan(1_500_000);
  }

  @Test
  void everySiteAndTheirMeanAndDeviationAreInTheTable() throws IOException {
    String page = html(whole.resolve("journal.jsonl"), Optional.empty());
    RecordedRow row = RecordedRow.of(whole.resolve("journal.jsonl"));
    assertThat(page.split("<td class=\"word\">complete</td>", -1)).hasSize(21);
    double mean =
        row.results().stream().mapToDouble(site -> site.energyJoules()).average().orElseThrow();
    assertThat(page)
        .contains(String.format(java.util.Locale.ROOT, "<td>%.2f</td>", mean))
        .contains("<tr class=\"sum\"><td>mean</td>", "<tr class=\"sum\"><td>SD</td>");
  }

  @Test
  void theProvenanceNamesVersionFilesAndHead() throws IOException {
    RecordedRow row = RecordedRow.of(whole.resolve("journal.jsonl"));
    String page = html(whole.resolve("journal.jsonl"), Optional.empty());
    assertThat(page)
        .contains(row.verification().head(), "Lissauer 0.1", "Java 25", "plans/nashold-spinal")
        .contains("whole, " + row.ticks().size() + " ticks");
    row.header().files().values().forEach(hash -> assertThat(page).contains(hash));
  }

  @Test
  void aTripIsExplainedWithItsTrace() throws IOException {
    String page = Files.readString(tripped.resolve("report.html"));
    assertThat(page)
        .contains(
            ">TRIPPED<",
            "Tripped at 70.",
            "off what measured power explains",
            "Perhaps: ",
            "Next: ")
        .contains("ten seconds before the trip", "time since the trip, s")
        .contains("class=\"moment\"", "class=\"notDone\"", "<tr class=\"off\">", "set by hand")
        .doesNotContain("NaN");
  }

  @Test
  void aRecordThatWasCutOffIsReportedAsInterrupted() throws IOException {
    String text = Files.readString(whole.resolve("journal.jsonl"));
    Path cut = folder.resolve("journal.jsonl");
    Files.writeString(cut, text.substring(0, text.length() / 3));
    assertThat(html(cut, Optional.empty()))
        .contains(">INTERRUPTED<", "without an end", "no model beside the service")
        .doesNotContain("NaN");
    Files.writeString(cut, text.substring(0, text.indexOf('\n') + 1));
    assertThat(html(cut, Optional.empty())).contains(">INTERRUPTED<", "0 of 20");
  }

  @Test
  void aDamagedRecordSaysSoAndIsShownUpToThere() throws IOException {
    Path damaged = folder.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(whole.resolve("journal.jsonl"));
    lines.remove(6000);
    Files.write(damaged, lines);
    assertThat(html(damaged, Optional.empty()))
        .contains(">DAMAGED<", "DAMAGED RECORD: line 6001, tick 5999", "SIMULATED")
        .doesNotContain("--head ");
    assertThat(RecordedRow.of(damaged).ticks()).hasSize(5999);
  }

  @Test
  void ofARecordWhoseHeaderWasChangedNothingIsBelieved() throws IOException {
    Path forged = folder.resolve("journal.jsonl");
    String text = Files.readString(whole.resolve("journal.jsonl"));
    Files.writeString(forged, text.replaceFirst("\"simulated\":true", "\"simulated\":false"));
    assertThat(html(forged, Optional.empty()))
        .contains(">DAMAGED<", "not even whether it was simulated");
    CliRun report = CliRun.of("report", folder.toString());
    assertThat(report.code()).isEqualTo(1);
    assertThat(report.err()).contains("DAMAGED", "header");
    CliRun replay = CliRun.of("replay", folder.toString());
    assertThat(replay.code()).isEqualTo(1);
    assertThat(replay.err()).contains("DAMAGED");
    CliRun compare = CliRun.of("compare", folder.toString());
    assertThat(compare.code()).isEqualTo(1);
    assertThat(compare.out()).contains("DAMAGED");
  }

  /** It holds the head of what the record was. */
  @Test
  void theReportOfARecordAsItWasIsNotWrittenOver() throws IOException {
    Files.copy(whole.resolve("report.html"), folder.resolve("report.html"));
    List<String> lines = Files.readAllLines(whole.resolve("journal.jsonl"));
    Files.write(folder.resolve("journal.jsonl"), lines.subList(0, lines.size() - 100));
    CliRun verify = CliRun.of("verify", folder.toString());
    assertThat(verify.out())
        .contains("its tail cut off", "the report beside it was written with another head: ");
    assertThat(CliRun.of("report", folder.toString()).out()).contains("report-of-changed-record");
    assertThat(folder.resolve("report.html")).hasSameTextualContentAs(whole.resolve("report.html"));
    Files.copy(
        whole.resolve("journal.jsonl"),
        folder.resolve("journal.jsonl"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(CliRun.of("report", folder.toString()).out()).contains("report.html");
    assertThat(CliRun.of("verify", folder.toString()).out()).doesNotContain("another head");
  }

  @Test
  void aRecordIsNeverWrittenOver() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    Files.copy(whole.resolve("journal.jsonl"), journal);
    for (String command : List.of("report", "export --csv", "export --parquet")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.addAll(List.of(whole.toString(), "--out", journal.toString()));
      CliRun refused = CliRun.of(words.toArray(String[]::new));
      assertThat(refused.code()).as(command).isEqualTo(2);
      assertThat(refused.err()).contains("never written over");
    }
    assertThat(journal).hasSameTextualContentAs(whole.resolve("journal.jsonl"));
    CliRun intoFolder = CliRun.of("report", whole.toString(), "--out", folder.toString());
    assertThat(intoFolder.err()).contains("is a folder");
  }

  @Test
  void whatWasBrokenOffIsInNoMean() throws IOException {
    RecordedRow row = RecordedRow.of(tripped.resolve("journal.jsonl"));
    double mean =
        row.results().stream()
            .filter(site -> site.verdict() == SiteResult.Verdict.COMPLETE)
            .mapToDouble(SiteResult::energyJoules)
            .average()
            .orElseThrow();
    String page = html(tripped.resolve("journal.jsonl"), Optional.empty());
    String sum = page.replaceAll("(?s).*<tr class=\"sum\"><td>mean</td>(.*?)</tr>.*", "$1");
    assertThat(sum)
        .contains(String.format(java.util.Locale.ROOT, "<td>%.2f</td>", mean), "of 2 made");
    assertThat(Files.readString(tripped.resolve("report.html")))
        .contains("between the first and the last of the 2 sites made (20 planned)");
  }

  @Test
  void theMapOfADeepTipFitsOnAPage() throws IOException {
    List<Slice> slices = List.of(new Slice(0, 6, 18, 36), new Slice(1, 6, 18, 36));
    CoverageMap map =
        new CoverageMap(
            "a model",
            1,
            1,
            0,
            List.of(),
            new CoverageMap.Target(4, 20, 34),
            List.of(new Outline("liver", slices)));
    String page = html(whole.resolve("journal.jsonl"), Optional.of(map));
    String height =
        page.replaceAll("(?s).*viewBox=\"0 0 1120 ([0-9.]+)\"[^>]*\"lesion map\".*", "$1");
    assertThat(Double.parseDouble(height)).isLessThan(760);
  }

  @Test
  void gapsAreShadedAndOutlinesBreakThere() throws IOException {
    List<Slice> slices =
        List.of(
            new Slice(0, 1, -0.5, 2.4),
            new Slice(1, Double.NaN, Double.NaN, Double.NaN),
            new Slice(2, 1, -0.5, 2.4));
    CoverageMap map =
        new CoverageMap(
            "a model of <my> own",
            0.6,
            0,
            1,
            List.of(new CoverageMap.Stretch(0.5, 1.5)),
            new CoverageMap.Target(0.75, 0, 2),
            List.of(new Outline("liver", slices)));
    String page = html(whole.resolve("journal.jsonl"), Optional.of(map));
    assertThat(page).contains("1 gap, shaded red", "class=\"gap\"", "a model of &lt;my&gt; own");
    String outline = page.replaceAll("(?s).*class=\"lesion\" d=\"([^\"]*)\".*", "$1");
    assertThat(outline.split("Z", -1)).as("two pieces").hasSize(3);
  }

  @Test
  void theReportCommandWritesWhereItIsTold() {
    Path out = folder.resolve("page.html");
    CliRun report = CliRun.of("report", whole.toString(), "--out", out.toString());
    assertThat(report.code()).isZero();
    assertThat(out).exists();
    assertThat(folder).isDirectoryContaining(path -> path.equals(out));
    CliRun none = CliRun.of("report", folder.resolve("none").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("no such journal");
    CliRun nowhere =
        CliRun.of("report", whole.toString(), "--out", folder.resolve("no/page.html").toString());
    assertThat(nowhere.code()).isEqualTo(2);
  }

  private static String html(Path journal, Optional<CoverageMap> map) throws IOException {
    return new RowReport(RecordedRow.of(journal)).html(map);
  }
}
