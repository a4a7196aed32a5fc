package lissauer.controller.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.cli.CliRun;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowComparisonTest {
  @TempDir private static Path folder;
  private static RecordedRow row;

  @BeforeAll
  static void oneRow() throws Exception {
    CliRun.of(
        "run",
        "--no-report",
        "--config",
        TestBench.CONFIG.toString(),
        "--out",
        folder.resolve("a").toString());
    row = RecordedRow.of(folder.resolve("a/journal.jsonl"));
  }

  /** The same row, with the energy of site 7 doubled and an impedance lost. */
  private static RecordedRow changed() {
    List<SiteResult> results = new ArrayList<>(row.results());
    SiteResult site = results.get(6);
    results.set(
        6,
        new SiteResult(
            site.site(),
            site.at(),
            site.verdict(),
            site.holdSeconds(),
            site.inBandFraction(),
            site.overshootKelvin(),
            site.peakCelsius(),
            2 * site.energyJoules(),
            site.beforeOhms(),
            Double.NaN));
    return new RecordedRow(row.header(), List.of(), results, row.trips(), row.verification());
  }

  private static RowComparison comparison() {
    Map<String, RecordedRow> rows = new LinkedHashMap<>();
    rows.put("good", row);
    rows.put("odd", changed());
    return RowComparison.of(rows);
  }

  @Test
  void aSiteThatStandsOutIsNamedWithItsValueAndTheMedian() {
    assertThat(comparison().lines())
        .anyMatch(line -> line.matches("odd, site 7: energy J 11\\.\\d\\d, median 5\\.\\d\\d"))
        .noneMatch(line -> line.startsWith("good, site 7:"));
  }

  @Test
  void theFirstSiteStandsOutSinceItIsMadeInColdTissue() {
    assertThat(comparison().lines()).anyMatch(line -> line.startsWith("good, site 1: Ω before"));
  }

  @Test
  void eachRunHasOneLineWithMeanAndDeviation() {
    List<String> lines = comparison().lines();
    assertThat(lines.getFirst()).contains("in band %", "energy J", "Ω before", "Ω change %");
    assertThat(lines.get(1)).startsWith("[1] SIMULATED good").contains(" 20/ 20", "±");
    double mean =
        row.results().stream().mapToDouble(SiteResult::energyJoules).average().orElseThrow();
    assertThat(lines.get(1)).contains(String.format(java.util.Locale.ROOT, "%8.2f ±", mean));
  }

  @Test
  void impedanceAndItsChangeStandSiteBySite() {
    assertThat(comparison().lines())
        .anyMatch(line -> line.matches("   1 +1[0-9]{3} +-[0-9.]+ +1[0-9]{3} +-[0-9.]+"))
        .anyMatch(line -> line.matches("   7 +1[0-9]{3} +-[0-9.]+ +1[0-9]{3} +–"))
        .anyMatch(line -> line.startsWith("  20 "));
  }

  /** Neither in the means, nor among what is usual, nor named as standing out. */
  @Test
  void aSiteThatWasBrokenOffDoesNotCount() {
    List<SiteResult> results = new ArrayList<>(row.results());
    SiteResult site = results.get(4);
    results.set(
        4,
        new SiteResult(
            5, site.at(), Verdict.INCOMPLETE, 0, Double.NaN, Double.NaN, 50, 0.4, 2000, 900));
    RecordedRow cut =
        new RecordedRow(row.header(), List.of(), results, row.trips(), row.verification());
    List<String> lines = RowComparison.of(Map.of("cut", cut)).lines();
    double mean =
        row.results().stream()
            .filter(result -> result.site() != 5)
            .mapToDouble(SiteResult::beforeOhms)
            .average()
            .orElseThrow();
    assertThat(lines.get(1))
        .contains(" 19/ 20", String.format(java.util.Locale.ROOT, "%8.2f ±", mean))
        .doesNotContain("NaN");
    assertThat(lines).noneMatch(line -> line.startsWith("cut, site 5:"));
    assertThat(lines).anyMatch(line -> line.matches("   5 +– +–"));
  }

  /** Twice the set power is no outlier of the others, and they none of it. */
  @Test
  void onlySitesOfTheSameProgramAreHeldAgainstEachOther() throws Exception {
    String path = folder.resolve("c").toString();
    CliRun.of(
        "run",
        "--no-report",
        "--plan",
        "cordotomy",
        "--config",
        TestBench.CONFIG.toString(),
        "--out",
        path);
    Map<String, RecordedRow> rows = new LinkedHashMap<>();
    rows.put("row", row);
    rows.put("one", RecordedRow.of(folder.resolve("c/journal.jsonl")));
    assertThat(RowComparison.of(rows).lines())
        .anyMatch(line -> line.contains("only against those of its kind"))
        .anyMatch(line -> line.startsWith("row, site 1:"))
        .noneMatch(line -> line.startsWith("one, site 1:"));
    assertThat(comparison().lines()).noneMatch(line -> line.contains("of its kind"));
    CliRun twice = CliRun.of("compare", path, path);
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("named twice");
  }

  @Test
  void theCommandComparesFoldersAndPrintsJson() {
    String path = folder.resolve("a").toString();
    CliRun text = CliRun.of("compare", path);
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("SIMULATED " + path);
    CliRun json = CliRun.of("compare", "--json", path);
    assertThat(json.out())
        .contains("\"energyJoulesMean\"", "\"sitesAsPlanned\":20", "\"outstanding\":[{\"run\":")
        .contains("\"sites\":[{\"site\":1,\"verdict\":\"complete\",\"inBandPercent\":100.0");
    assertThat(CliRun.of("compare", folder.resolve("none").toString()).code()).isEqualTo(2);
  }
}
