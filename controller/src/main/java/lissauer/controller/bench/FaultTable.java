package lissauer.controller.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lissauer.controller.campaign.Spread;
import lissauer.controller.drill.DrillSummary;
import lissauer.controller.drill.Ordeal;

/** Hazards as a table: a line each, and below it the seeds on which a promise was not kept. */
final class FaultTable {
  private static final int TOLD = 3;

  private final PrintWriter out;

  FaultTable(PrintWriter out) {
    this.out = out;
  }

  void legend(int seeds, List<String> plans) {
    out.println("seeds 1 to " + seeds + " of each hazard, on " + String.join(", ", plans) + ":");
    out.println("share found, and found within its budget; from the onset, or from the first RF");
    out.println(
        "after it, to the tick that cuts RF, and until no power reaches the tissue; energy");
    out.println("into the tissue and highest true temperature of the tip after it; the trips.");
    out.println();
    out.println(
        "                                              found  in time  budget |  reaction, s  |"
            + "    off, s    |   energy, J  |  peak °C");
    out.println(
        "                                                  %        %       s |    p50    max |"
            + "   p50    max |   p50    max |  p50  max");
    out.flush();
  }

  void print(DrillSummary summary) {
    Ordeal ordeal = summary.ordeal();
    Spread reaction = summary.reactionSeconds();
    Spread off = summary.offSeconds();
    Spread joules = summary.joules();
    Spread peak = summary.peakCelsius();
    out.printf(
        Locale.ROOT,
        "%-4s %-40.40s %5.0f  %7s  %6s | %6s %6s | %5s %6s | %5.2f %6.2f | %4.0f %4.0f | %s%n",
        ordeal.id(),
        ordeal.title(),
        100 * summary.foundShare(),
        ordeal.promised() ? String.format(Locale.ROOT, "%.0f", 100 * summary.inTimeShare()) : "-",
        ordeal.promised() ? seconds(ordeal.budgetSeconds()) : "-",
        seconds(reaction.at(0.5)),
        seconds(reaction.most()),
        seconds(off.at(0.5)),
        seconds(off.most()),
        joules.at(0.5),
        joules.most(),
        peak.at(0.5),
        peak.most(),
        ends(summary));
    if (ordeal.promised()) {
      told(summary);
    }
    out.flush();
  }

  void sound(DrillSummary summary) {
    out.println();
    out.println(summary.rows().size() + " rows on which nothing breaks: " + ends(summary));
    summary.rows().stream()
        .filter(row -> row.trip().isPresent())
        .forEach(row -> out.println("     seed " + row.seed() + ": " + row.what()));
    out.println();
    out.flush();
  }

  private void told(DrillSummary summary) {
    List<String> missed = summary.missed();
    missed.stream().limit(TOLD).forEach(line -> out.println("     MISSED " + line));
    if (missed.size() > TOLD) {
      out.println("     and " + (missed.size() - TOLD) + " seeds more");
    }
  }

  private static String seconds(double seconds) {
    return seconds < Double.POSITIVE_INFINITY
        ? String.format(Locale.ROOT, "%.2f", seconds)
        : "never";
  }

  private static String ends(DrillSummary summary) {
    return summary.ends().entrySet().stream()
        .map(end -> end.getKey() + " " + end.getValue())
        .collect(Collectors.joining(", "));
  }
}
