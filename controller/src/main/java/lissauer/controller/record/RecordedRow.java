package lissauer.controller.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lissauer.controller.safety.Trip;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A whole run in memory, about 25 MB an hour.
 *
 * @param results of every site that was begun; from the record's end, or when it has none from
 *     repeating its inputs
 * @param trip why RF was cut, if it was
 */
public record RecordedRow(
    JournalHeader header,
    List<RecordedTick> ticks,
    List<SiteResult> results,
    Optional<Tripped> trip,
    Verification verification) {

  /** Keeps its own copies. */
  public RecordedRow {
    ticks = List.copyOf(ticks);
    results = List.copyOf(results);
  }

  /** The tick that cut RF, and why. */
  public record Tripped(RecordedTick tick, Trip trip) {}

  /**
   * Reads a run as far as its hash chain holds.
   *
   * @throws IOException if the file cannot be read or is no journal of this version
   */
  public static RecordedRow of(Path journal) throws IOException {
    Verification verification = Verification.of(journal);
    List<RecordedTick> ticks = new ArrayList<>();
    try (JournalReader reader = new JournalReader(journal)) {
      RecordedTick tripped = null;
      for (RecordedTick tick = reader.next(); tick != null; tick = reader.next()) {
        ticks.add(tick);
        tripped = tick.trip().isEmpty() ? tripped : tick;
      }
      return new RecordedRow(
          reader.header(),
          ticks,
          reader.end().isEmpty() ? Replay.results(journal) : reader.results(),
          tripped(tripped, journal),
          verification);
    }
  }

  private static Optional<Tripped> tripped(@Nullable RecordedTick tick, Path journal)
      throws IOException {
    if (tick == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Tripped(tick, Json.MAPPER.readValue(tick.trip(), Trip.class)));
    } catch (JacksonException e) {
      throw new IOException(
          journal + ":" + (tick.number() + 2) + ": a trip that this version does not know", e);
    }
  }

  /** Whether every site of the plan has a result. */
  public boolean done() {
    return verification.end().equals("done");
  }
}
