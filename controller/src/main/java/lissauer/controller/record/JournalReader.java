package lissauer.controller.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a journal tick by tick, as far as its hash chain holds: what stands behind the first
 * damaged line is not given, so that nobody draws it by mistake.
 */
public final class JournalReader implements AutoCloseable {
  private final Path journal;
  private final JournalLines lines;
  private final JournalHeader header;
  private double[] toMillimetres = {Double.NaN, Double.NaN};
  private long firstNanos = Long.MIN_VALUE;
  private String end = "";
  private String head = "";
  private boolean broken;
  private List<SiteResult> results = List.of();

  /**
   * Opens a journal and reads its header.
   *
   * @throws IOException if it cannot be read or is no journal of this version
   */
  public JournalReader(Path journal) throws IOException {
    this.journal = journal;
    this.lines = new JournalLines(journal);
    try {
      JournalLines.Line first = lines.next();
      this.header = Replay.header(first == null ? "" : first.object(), journal);
      this.broken = first == null || !first.holds();
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** The first line. */
  public JournalHeader header() {
    return header;
  }

  /**
   * The next tick, or null after the last one that holds.
   *
   * @throws IOException if a line that holds cannot be understood; the message says which
   */
  public @Nullable RecordedTick next() throws IOException {
    JournalLines.Line line = lines.next();
    if (line == null || !line.holds()) {
      broken = broken || line != null;
      return null;
    }
    head = lines.head();
    try {
      TickLine tick = TickLine.of(line.text());
      if (tick == null) {
        end(Json.MAPPER.readTree(line.object()));
        broken = broken || lines.next() != null;
        return null;
      }
      firstNanos = firstNanos == Long.MIN_VALUE ? tick.atNanos() : firstNanos;
      double[] sentTo = tick.toMillimetres();
      toMillimetres = sentTo == null ? toMillimetres : sentTo;
      return tick.tick(firstNanos, toMillimetres);
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IOException(journal + ":" + line.number() + ": " + e.getMessage(), e);
    }
  }

  private void end(JsonNode read) {
    end = read.required("end").asString();
    results =
        StreamSupport.stream(read.required("sites").spliterator(), false)
            .map(SiteJson::read)
            .toList();
  }

  /** After the last tick: how the run ended; empty when the record has no end. */
  public String end() {
    return end;
  }

  /** Hash of the last line that was given, 64 hexadecimal digits. */
  public String head() {
    return head;
  }

  /** After the last tick: whether anything, its header too, does not hold or was cut off. */
  public boolean broken() {
    return broken;
  }

  /** After the last tick: the result of each site; none when the record has no end. */
  public List<SiteResult> results() {
    return results;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
