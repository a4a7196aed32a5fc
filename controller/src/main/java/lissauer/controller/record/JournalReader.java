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
  private final TickCursor cursor = new TickCursor();
  private final String first;
  private final JournalTitle title;
  private double[] toMillimetres = {Double.NaN, Double.NaN};
  private long firstNanos = Long.MIN_VALUE;
  private String end = "";
  private boolean broken;
  private String last = "";

  /**
   * Opens a journal and reads its title.
   *
   * @throws IOException if it cannot be read or is no journal of this version
   */
  public JournalReader(Path journal) throws IOException {
    this.journal = journal;
    this.lines = new JournalLines(journal);
    try {
      JournalLines.Line line = lines.next();
      this.first = line == null ? "" : line.object();
      this.title = JournalTitle.of(first, journal);
      this.broken = line == null || !line.holds();
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** What the first line says of the record. */
  public JournalTitle title() {
    return title;
  }

  /**
   * The whole first line.
   *
   * @throws IOException if this version cannot read it
   */
  public JournalHeader header() throws IOException {
    return Replay.header(first, journal);
  }

  /**
   * The next tick, or null after the last one that holds.
   *
   * @throws IOException if a line that holds cannot be understood; the message says which
   */
  public @Nullable RecordedTick next() throws IOException {
    JournalLines.Line line = end.isEmpty() ? lines.next() : null;
    if (line == null || !line.holds()) {
      broken = broken || line != null;
      return null;
    }
    try {
      TickLine tick = TickLine.of(line.text(), cursor);
      if (tick == null) {
        last = line.object();
        end = end(cursor.begin(line.text().bytes(), line.text().length()));
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

  private static String end(TickCursor line) {
    for (String key = line.next(); !key.isEmpty(); key = line.next()) {
      if (key.equals("end")) {
        return line.text();
      }
      String _ = line.any();
    }
    throw new IllegalArgumentException("no end");
  }

  /** After the last tick: how the run ended; empty when the record has no end. */
  public String end() {
    return end;
  }

  /** Hash of the last line that holds so far, 64 hexadecimal digits. */
  public String head() {
    return lines.head();
  }

  /** After the last tick: whether anything, its header too, does not hold or was cut off. */
  public boolean broken() {
    return broken;
  }

  /**
   * After the last tick: the result of each site; none when the record has no end.
   *
   * @throws IOException if the end cannot be understood
   */
  public List<SiteResult> results() throws IOException {
    if (last.isEmpty()) {
      return List.of();
    }
    try {
      JsonNode sites = Json.MAPPER.readTree(last).required("sites");
      return StreamSupport.stream(sites.spliterator(), false).map(SiteJson::read).toList();
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IOException(journal + ": its end: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
