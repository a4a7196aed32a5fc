package lissauer.controller.report;

import com.google.errorprone.annotations.FormatMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;

/**
 * Several runs beside each other.
 *
 * <p>A site stands out where it is further from the median of all sites of all runs than 3.5 times
 * the median distance, scaled to a standard deviation (Iglewicz and Hoaglin 1993), and further than
 * what the measurement resolves.
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
      return row.results().stream().mapToDouble(value).filter(Double::isFinite).toArray();
    }
  }

  /** A table of mean ± SD for people, then what stands out. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(say("%-40s %7s", "run", "sites"));
    for (Figure figure : Figure.values()) {
      head.append(say("  %18s", figure.title));
    }
    lines.add(head.toString());
    rows.forEach((name, row) -> {
      StringBuilder line =
          new StringBuilder(say("%-40s %3d/%3d", shown(name, row), asPlanned(row), planned(row)));
      for (Figure figure : Figure.values()) {
        Spread spread = Spread.of(figure.of(row));
        line.append(say("  %8.2f ± %7.2f", spread.meanFactor(), spread.deviationFactor()));
      }
      lines.add(line.toString());
    });
    lines.add("");
    List<String> found = outstanding();
    lines.addAll(found.isEmpty() ? List.of("no site stands out") : found);
    return lines;
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

  /** One sentence for every site that stands out, and by what. */
  private List<String> outstanding() {
    List<String> found = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      double[] all =
          rows.values().stream().flatMapToDouble(row -> Arrays.stream(figure.of(row))).toArray();
      double median = median(all);
      double distance = median(Arrays.stream(all).map(value -> Math.abs(value - median)).toArray());
      double limit = Math.max(figure.least, OUTSTANDING * distance / NORMAL);
      rows.forEach((name, row) -> {
        for (SiteResult site : row.results()) {
          double value = figure.value.applyAsDouble(site);
          if (Math.abs(value - median) > limit) {
            found.add(
                say(
                    "%s, site %d: %s %.2f, median of all %.2f",
                    name, site.site(), figure.title, value, median));
          }
        }
      });
    }
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

  /** The same for programs. */
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
        double[] values = figure.of(row);
        Spread spread = Spread.of(values);
        if (values.length > 0) {
          run.put(figure.key + "Mean", spread.meanFactor());
        }
        if (values.length > 1) {
          run.put(figure.key + "SD", spread.deviationFactor());
        }
      }
      runs.put(name, run);
    });
    return Map.of("runs", runs, "outstanding", outstanding());
  }

  @FormatMethod
  private static String say(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
