package lissauer.controller.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.safety.Trip;
import tools.jackson.core.JacksonException;

/**
 * A whole run in memory, about 25 MB an hour.
 *
 * @param results of every site that was begun; from the record's end, or when it has none from
 *     repeating its inputs
 * @param trips why RF was cut, each time that it was
 */
public record RecordedRow(
    JournalHeader header,
    List<RecordedTick> ticks,
    List<SiteResult> results,
    List<Tripped> trips,
    Verification verification) {

  /** Keeps its own copies. */
  public RecordedRow {
    ticks = List.copyOf(ticks);
    results = List.copyOf(results);
    trips = List.copyOf(trips);
  }

  /**
   * A trip.
   *
   * @param tick the one that cut RF
   * @param acknowledgedSeconds when an operator let the row go on, s since the first tick; NaN if
   *     never
   */
  public record Tripped(RecordedTick tick, Trip trip, double acknowledgedSeconds) {}

  /**
   * Reads a run as far as its hash chain holds.
   *
   * @throws IOException if the file cannot be read or is no journal of this version
   */
  public static RecordedRow of(Path journal) throws IOException {
    Verification verification = Verification.of(journal);
    List<RecordedTick> ticks = new ArrayList<>();
    try (JournalReader reader = new JournalReader(journal)) {
      for (RecordedTick tick = reader.next(); tick != null; tick = reader.next()) {
        ticks.add(tick);
      }
      return new RecordedRow(
          reader.header(),
          ticks,
          reader.end().isEmpty() ? Replay.results(journal) : reader.results(),
          trips(ticks, journal),
          verification);
    }
  }

  private static List<Tripped> trips(List<RecordedTick> ticks, Path journal) throws IOException {
    List<Tripped> trips = new ArrayList<>();
    for (RecordedTick tick : ticks) {
      if (!tick.trip().isEmpty()) {
        trips.add(new Tripped(tick, trip(tick, journal), Double.NaN));
      } else if (!trips.isEmpty() && !isTripped(tick.phase())) {
        Tripped last = trips.removeLast();
        boolean first = Double.isNaN(last.acknowledgedSeconds());
        trips.add(first ? new Tripped(last.tick(), last.trip(), tick.seconds()) : last);
      }
    }
    return trips;
  }

  private static boolean isTripped(String phase) {
    return phase.equals("tripped") || phase.equals("locked out");
  }

  private static Trip trip(RecordedTick tick, Path journal) throws IOException {
    try {
      return Json.MAPPER.readValue(tick.trip(), Trip.class);
    } catch (JacksonException e) {
      throw new IOException(
          journal + ":" + (tick.number() + 2) + ": a trip that this version does not know", e);
    }
  }

  /** Whether the row went on to its last site, whatever became of each. */
  public boolean done() {
    return verification.end().equals("done");
  }
}
