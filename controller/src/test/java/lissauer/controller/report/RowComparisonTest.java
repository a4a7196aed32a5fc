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
    return new RecordedRow(row.header(), List.of(), results, row.trip(), row.verification());
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
        .anyMatch(
            line -> line.matches("odd, site 7: energy J 11\\.\\d\\d, median of all 5\\.\\d\\d"))
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
    assertThat(lines.get(1)).startsWith("SIMULATED good").contains(" 20/ 20", "±");
    double mean =
        row.results().stream().mapToDouble(SiteResult::energyJoules).average().orElseThrow();
    assertThat(lines.get(1)).contains(String.format(java.util.Locale.ROOT, "%8.2f ±", mean));
  }

  @Test
  void theCommandComparesFoldersAndPrintsJson() {
    String path = folder.resolve("a").toString();
    CliRun text = CliRun.of("compare", path);
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("SIMULATED " + path);
    CliRun json = CliRun.of("compare", "--json", path);
    assertThat(json.out())
        .contains("\"energyJoulesMean\"", "\"sitesAsPlanned\":20", "\"outstanding\"");
    assertThat(CliRun.of("compare", folder.resolve("none").toString()).code()).isEqualTo(2);
  }
}
