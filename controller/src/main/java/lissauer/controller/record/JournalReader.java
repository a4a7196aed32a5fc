package lissauer.controller.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
  private double toAlongMillimetres = Double.NaN;
  private double toDepthMillimetres = Double.NaN;
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
    if (line == null || !line.holds() || !end.isEmpty()) {
      broken = broken || line != null;
      return null;
    }
    head = lines.head();
    try {
      JsonNode read = Json.MAPPER.readTree(line.object());
      if (read.has("end")) {
        end = read.get("end").asString();
        results =
            StreamSupport.stream(read.required("sites").spliterator(), false)
                .map(SiteJson::read)
                .toList();
        return null;
      }
      return tick(read);
    } catch (IllegalArgumentException | JacksonException e) {
      throw new IOException(journal + ":" + line.number() + ": " + e.getMessage(), e);
    }
  }

  /** After the last tick: how the run ended; empty when the record has no end. */
  public String end() {
    return end;
  }

  /** Hash of the last line that was given, 64 hexadecimal digits. */
  public String head() {
    return head;
  }

  /** After the last tick: whether more follows, which does not hold or was cut off. */
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

  private RecordedTick tick(JsonNode read) {
    long atNanos = read.required("t_ns").longValue();
    firstNanos = firstNanos == Long.MIN_VALUE ? atNanos : firstNanos;
    if (read.has("to_mm")) {
      toAlongMillimetres = part(read, "to_mm", 0);
      toDepthMillimetres = part(read, "to_mm", 1);
    }
    return new RecordedTick(
        read.required("n").longValue(),
        atNanos,
        (atNanos - firstNanos) * 1e-9,
        TickJson.number(read, "tip_c"),
        read.path("tip_ns").asLong(0),
        TickJson.number(read, "cj_c"),
        read.path("q").asString("GOOD"),
        TickJson.number(read, "v"),
        TickJson.number(read, "i"),
        TickJson.number(read, "p"),
        TickJson.number(read, "z"),
        read.path("rf_ns").asLong(0),
        read.path("io").asString(""),
        part(read, "at_mm", 0),
        part(read, "at_mm", 1),
        toAlongMillimetres,
        toDepthMillimetres,
        read.has("fault") ? read.get("fault").toString() : "",
        read.path("stop").asString(""),
        read.path("phase").asString(""),
        read.path("site").asInt(0),
        TickJson.number(read, "ref_c"),
        TickJson.number(read, "want_w"),
        TickJson.number(read, "cmd_w"),
        read.path("relay").asBoolean(false),
        read.has("trip") ? read.get("trip").toString() : "",
        others(read));
  }

  private static double part(JsonNode read, String key, int index) {
    return TickJson.number(read.path(key).path(index));
  }

  private static Map<String, String> others(JsonNode read) {
    Map<String, String> others = Map.of();
    for (String key : read.propertyNames()) {
      if (!TickJson.FLAT.contains(key)) {
        others = others.isEmpty() ? new TreeMap<>() : others;
        others.put(key, Objects.requireNonNull(read.get(key)).toString());
      }
    }
    return others;
  }
}
