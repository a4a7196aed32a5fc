package lissauer.controller.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import lissauer.controller.campaign.Outcome;
import lissauer.controller.campaign.SiteOutcome;
import lissauer.controller.campaign.Spread;

/** The comparison as a table: one block for each scenario, one line for each law. */
final class ComparisonTable {
  private static final int NAME_WIDTH = 30;
  private static final String QUARTET = "    p50    p95    p99    max";
  private static final String GAP = " |";

  private final PrintWriter out;

  ComparisonTable(PrintWriter out) {
    this.out = out;
  }

  /** Tells what the columns are. */
  void legend(double capWatts) {
    out.println("true tip above the set point until perfusion changes (over), seconds from the");
    out.println("command that begins the ramp until within 1 K and 0.5 K for good, share of the");
    out.println("hold within 0.2 K, furthest off after perfusion changes (step), hottest tissue,");
    out.println("highest true power, time into 1 K over the plant's own bound at full power.");
    out.printf(Locale.ROOT, "set point 75 \u00b0C, electrode's absolute cap %.3g W%n", capWatts);
  }

  /** One scenario. */
  void print(Comparison comparison) {
    out.println();
    out.println(
        pad(comparison.scenario().name())
            + String.format(
                " seeds%-28s |%-28s |%-28s | held |%-28s | tissue |  power |  x bound",
                "  over, K", "  within 1 K, s", "  within 0.5 K, s", "  step, K"));
    out.println(
        pad("")
            + "      "
            + QUARTET
            + GAP
            + QUARTET
            + GAP
            + QUARTET
            + GAP
            + "    % |"
            + QUARTET
            + GAP
            + "    max |    max |    p50    p95");
    for (Comparison.Entry entry : comparison.entries()) {
      if (comparison.scenario().sites() == 1) {
        line(entry.name(), entry, entry.outcomes().stream().map(Outcome::first).toList());
      } else {
        line(entry.name() + ", 1st", entry, part(entry, 0, 1));
        line("  next sites", entry, part(entry, 1, comparison.scenario().sites()));
      }
    }
    out.flush();
  }

  private static List<SiteOutcome> part(Comparison.Entry entry, int from, int to) {
    return entry.outcomes().stream().flatMap(o -> o.sites().subList(from, to).stream()).toList();
  }

  private void line(String name, Comparison.Entry entry, List<SiteOutcome> sites) {
    List<Outcome> outcomes = entry.outcomes();
    Spread ratio = Spread.of(outcomes, Outcome::boundRatio);
    out.println(
        pad("  " + name)
            + String.format(Locale.ROOT, "%6d", outcomes.size())
            + quartet(Spread.of(sites, SiteOutcome::overshootKelvin))
            + GAP
            + quartet(Spread.of(sites, SiteOutcome::oneKelvinSeconds))
            + GAP
            + quartet(Spread.of(sites, SiteOutcome::halfKelvinSeconds))
            + GAP
            + String.format(Locale.ROOT, " %4.1f |", 100 * Goal.held(sites))
            + quartet(Spread.of(sites, SiteOutcome::stepKelvin))
            + GAP
            + number(Spread.of(outcomes, Outcome::peakTissueCelsius).most())
            + GAP
            + number(Spread.of(outcomes, Outcome::mostWatts).most())
            + GAP
            + number(ratio.at(0.5))
            + number(ratio.at(0.95)));
  }

  private static String quartet(Spread spread) {
    return number(spread.at(0.5))
        + number(spread.at(0.95))
        + number(spread.at(0.99))
        + number(spread.most());
  }

  /** Seven places; "never" for what never came, nothing for what was not asked. */
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "      .";
    }
    if (Double.isInfinite(value)) {
      return "  never";
    }
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? " %6.2f" : " %6.1f", value);
  }

  private static String pad(String name) {
    return name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
  }
}
