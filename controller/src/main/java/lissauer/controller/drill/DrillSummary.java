package lissauer.controller.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lissauer.controller.campaign.Spread;

/** One hazard over many seeds. */
public record DrillSummary(Ordeal ordeal, List<Drilled> rows) {
  /** Keeps its own copy. */
  public DrillSummary {
    rows = List.copyOf(rows);
  }

  /** Puts rows together. */
  public static DrillSummary of(Ordeal ordeal, List<Drilled> rows) {
    return new DrillSummary(ordeal, rows);
  }

  /** Rows that ended in a trip. */
  public int tripped() {
    return (int) rows.stream().filter(row -> row.trip().isPresent()).count();
  }

  /** Share of the rows on which the fault was found for what it is. */
  public double foundShare() {
    return share(rows.stream().filter(row -> row.found(ordeal)).count());
  }

  /** Share of the rows on which that was within the budget. */
  public double inTimeShare() {
    return share(rows.stream().filter(row -> row.inTime(ordeal)).count());
  }

  /** From the onset to the deciding tick; infinite where it was not found. */
  public Spread reactionSeconds() {
    return spread(row -> row.found(ordeal) ? row.reactionSeconds() : Double.POSITIVE_INFINITY);
  }

  /** From the onset until no power reached the tissue; infinite where it was not found. */
  public Spread offSeconds() {
    return spread(row -> row.found(ordeal) ? row.offSeconds() : Double.POSITIVE_INFINITY);
  }

  /** Into the tissue since the onset. */
  public Spread joules() {
    return spread(Drilled::joules);
  }

  /** Highest true temperature of the tip since the onset. */
  public Spread peakCelsius() {
    return spread(row -> row.came() ? row.peakCelsius() : Double.NEGATIVE_INFINITY);
  }

  /** How often each trip came, by its name, and what else became of rows. */
  public Map<String, Integer> ends() {
    Map<String, Integer> ends = new LinkedHashMap<>();
    rows.forEach(row -> ends.merge(end(row), 1, Integer::sum));
    return ends;
  }

  /** Seeds on which it was not found in time, each with what happened instead. */
  public List<String> missed() {
    List<String> missed = new ArrayList<>();
    for (Drilled row : rows) {
      if (!row.inTime(ordeal)) {
        missed.add(
            "seed "
                + row.seed()
                + ": "
                + end(row)
                + (row.what().isEmpty() ? "" : ", " + row.what()));
      }
    }
    return missed;
  }

  private String end(Drilled row) {
    String trip = row.trip().orElse("no trip");
    if (ordeal.script().isEmpty()) {
      return trip;
    }
    if (!row.came()) {
      return trip + " and no fault";
    }
    return row.trip().isPresent() && !ordeal.trips().contains(trip) ? trip + " (unexpected)" : trip;
  }

  private double share(long count) {
    return (double) count / rows.size();
  }

  private Spread spread(ToDoubleFunction<Drilled> measure) {
    return Spread.of(rows, measure);
  }
}
