package lissauer.controller.report;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lissauer.controller.loop.Protocol;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;

/**
 * Several runs beside each other.
 *
 * <p>A site stands out where it is further from the median of all sites of runs with its program
 * and electrode than 3.5 times the median distance, scaled to a standard deviation (Iglewicz and
 * Hoaglin 1993), and further than what the measurement resolves.
 */
public final class RowComparison {
  private static final double OUTSTANDING = 3.5;
  private static final double NORMAL = 0.6745; // median distance of a normal distribution, in SD

  private final Map<String, RecordedRow> rows;

  private RowComparison(Map<String, RecordedRow> rows) {
    this.rows = rows;
  }

  /** A comparison of runs, by what people call them. */
  public static RowComparison of(Map<String, RecordedRow> rows) {
    return new RowComparison(new LinkedHashMap<>(rows));
  }

  /** What is compared; differences below {@code least} never stand out. */
  private enum Figure {
    IN_BAND("in band %", "inBandPercent", 1, site -> 100 * site.inBandFraction()),
    OVERSHOOT("overshoot K", "overshootKelvin", 0.2, SiteResult::overshootKelvin),
    ENERGY("energy J", "energyJoules", 0.1, SiteResult::energyJoules),
    BEFORE("Ω before", "beforeOhms", 10, SiteResult::beforeOhms),
    CHANGE(
        "Ω change %",
        "impedanceChangePercent", 1, site -> 100 * (site.afterOhms() / site.beforeOhms() - 1));

    private final String title;
    private final String key;
    private final double least;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final ToDoubleFunction<SiteResult> value;

    Figure(String title, String key, double least, ToDoubleFunction<SiteResult> value) {
      this.title = title;
      this.key = key;
      this.least = least;
      this.value = value;
    }

    double[] of(RecordedRow row) {
      return row.results().stream()
          .filter(SiteTable::made)
          .mapToDouble(value)
          .filter(Double::isFinite)
          .toArray();
    }
  }

  /** A site that is far from what is usual in runs of its kind; both in the figure's unit. */
  private record Outlier(String run, int site, Figure figure, double value, double median) {
    String sentence() {
      return say("%s, site %d: %s %.2f, median %.2f", run, site, figure.title, value, median);
    }

    Map<String, Object> values() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("run", run);
      values.put("site", site);
      values.put("figure", figure.key);
      values.put("value", value);
      values.put("median", median);
      return values;
    }
  }

  /**
   * A table of mean ± SD over the sites whose program ran its time, impedance site by site, then
   * what stands out.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(say("    %-40s %7s", "run", "sites"));
    for (Figure figure : Figure.values()) {
      head.append(say("  %18s", figure.title));
    }
    lines.add(head.toString());
    rows.forEach((name, row) -> {
      StringBuilder line =
          new StringBuilder(
              say(
                  "%-3s %-40s %3d/%3d",
                  label(name), shown(name, row), asPlanned(row), planned(row)));
      for (Figure figure : Figure.values()) {
        Spread spread = Spread.of(figure.of(row));
        line.append(
            say("  %8s ± %7s", number(spread.meanFactor()), number(spread.deviationFactor())));
      }
      lines.add(line.toString());
    });
    lines.add("");
    lines.addAll(impedances());
    lines.add("");
    if (kinds().size() > 1) {
      lines.add("programs or electrodes differ: a site is held only against those of its kind");
    }
    List<Outlier> found = outstanding();
    lines.addAll(
        found.isEmpty()
            ? List.of("no site stands out")
            : found.stream().map(Outlier::sentence).toList());
    return lines;
  }

  /** Impedance before and its change, a line a site, a column a run. */
  private List<String> impedances() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("site");
    rows.keySet().forEach(name -> head.append(say("  %16s", label(name) + " Ω, change %")));
    lines.add(head.toString());
    int most = rows.values().stream().mapToInt(row -> row.results().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      StringBuilder line = new StringBuilder(say("%4d", i + 1));
      for (RecordedRow row : rows.values()) {
        boolean made = i < row.results().size() && SiteTable.made(row.results().get(i));
        line.append(
            made
                ? say(
                    "  %8.0f %7s",
                    Figure.BEFORE.value.applyAsDouble(row.results().get(i)),
                    number(Figure.CHANGE.value.applyAsDouble(row.results().get(i))))
                : say("  %8s %7s", "–", "–"));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private String label(String name) {
    return "[" + (new ArrayList<>(rows.keySet()).indexOf(name) + 1) + "]";
  }

  private static String number(double value) {
    return Double.isFinite(value) ? say("%.2f", value) : "–";
  }

  private static String shown(String name, RecordedRow row) {
    String mark = row.header().simulated() ? "SIMULATED " : "";
    String end =
        row.done()
            ? ""
            : " ("
                + (row.verification().end().isEmpty() ? "interrupted" : row.verification().end())
                + ")";
    return mark + name + end + (row.verification().damage() == null ? "" : " DAMAGED");
  }

  private static long asPlanned(RecordedRow row) {
    return row.results().stream().filter(SiteTable::asPlanned).count();
  }

  private static int planned(RecordedRow row) {
    return row.header().protocol().plan().sites().size();
  }

  /** Runs by what their sites have in common: only such sites can be held against each other. */
  private Map<String, Map<String, RecordedRow>> kinds() {
    Map<String, Map<String, RecordedRow>> kinds = new LinkedHashMap<>();
    rows.forEach((name, row) -> {
      Protocol protocol = row.header().protocol();
      String kind = protocol.plan().program() + protocol.electrode().name();
      kinds.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(name, row);
    });
    return kinds;
  }

  private List<Outlier> outstanding() {
    List<Outlier> found = new ArrayList<>();
    kinds()
        .values()
        .forEach(kind -> {
          for (Figure figure : Figure.values()) {
            found.addAll(outstanding(kind, figure));
          }
        });
    return found;
  }

  private static List<Outlier> outstanding(Map<String, RecordedRow> kind, Figure figure) {
    List<Outlier> found = new ArrayList<>();
    double[] all =
        kind.values().stream().flatMapToDouble(row -> Arrays.stream(figure.of(row))).toArray();
    double median = median(all);
    double distance = median(Arrays.stream(all).map(value -> Math.abs(value - median)).toArray());
    double limit = Math.max(figure.least, OUTSTANDING * distance / NORMAL);
    kind.forEach((name, row) -> {
      for (SiteResult site : row.results()) {
        double value = figure.value.applyAsDouble(site);
        if (SiteTable.made(site) && Math.abs(value - median) > limit) {
          found.add(new Outlier(name, site.site(), figure, value, median));
        }
      }
    });
    return found;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The same for programs; what cannot be said of a site or a run is left out. */
  public Map<String, Object> values() {
    Map<String, Object> runs = new LinkedHashMap<>();
    rows.forEach((name, row) -> {
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("simulated", row.header().simulated());
      run.put("end", row.verification().end());
      run.put("damaged", row.verification().damage() != null);
      run.put("sitesPlanned", planned(row));
      run.put("sitesAsPlanned", asPlanned(row));
      for (Figure figure : Figure.values()) {
        Spread spread = Spread.of(figure.of(row));
        put(run, figure.key + "Mean", spread.meanFactor());
        put(run, figure.key + "SD", spread.deviationFactor());
      }
      run.put("sites", row.results().stream().map(RowComparison::values).toList());
      runs.put(name, run);
    });
    return Map.of(
        "runs", runs, "outstanding", outstanding().stream().map(Outlier::values).toList());
  }

  private static Map<String, Object> values(SiteResult site) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("site", site.site());
    values.put("verdict", SiteTable.verdict(site));
    for (Figure figure : Figure.values()) {
      put(values, figure.key, figure.value.applyAsDouble(site));
    }
    return values;
  }

  private static void put(Map<String, Object> values, String key, double value) {
    if (Double.isFinite(value)) {
      values.put(key, value);
    }
  }

  @FormatMethod
  private static String say(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
