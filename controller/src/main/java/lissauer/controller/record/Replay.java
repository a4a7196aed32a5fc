package lissauer.controller.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.Tick;
import lissauer.controller.safety.Inputs;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Runs the recorded inputs of a journal through the control core and compares every decision with
 * the recorded one, bit for bit.
 */
public final class Replay {
  private Replay() {}

  /**
   * What came out.
   *
   * @param ticks lines compared
   * @param difference the first decision that differs, in words, or null
   * @param end how the recorded run ended; {@code interrupted} when its last line is missing
   */
  public record Result(JournalHeader header, long ticks, @Nullable String difference, String end) {}

  /**
   * Replays one file.
   *
   * @throws IOException if the file cannot be read or is not a journal; the message says where
   */
  public static Result of(Path journal) throws IOException {
    try (JournalLines lines = new JournalLines(journal)) {
      JournalLines.Line first = lines.next();
      JournalHeader header = header(first == null ? "" : first.object(), journal);
      return compare(lines, header, journal);
    }
  }

  static JournalHeader header(String line, Path journal) throws IOException {
    try {
      JournalHeader header = Json.MAPPER.readValue(line, JournalHeader.class);
      if (header.format() == JournalHeader.FORMAT) {
        return header;
      }
      throw otherFormat(journal);
    } catch (JacksonException e) {
      throw new IOException(journal + ":1: not a Lissauer journal: " + e.getOriginalMessage(), e);
    }
  }

  static IOException otherFormat(Path journal) {
    return new IOException(
        journal
            + ":1: not a Lissauer journal of format "
            + JournalHeader.FORMAT
            + ", which this version reads");
  }

  private static Result compare(JournalLines lines, JournalHeader header, Path journal)
      throws IOException {
    ControlCore core = core(header, journal);
    Tick last = null;
    long ticks = 0;
    for (var line = lines.next(); line != null; line = lines.next()) {
      try {
        JsonNode recorded = Json.MAPPER.readTree(line.object());
        if (recorded.has("end")) {
          return ended(recorded, header, ticks, lines, journal);
        }
        require(recorded.required("n").longValue() == ticks, "tick " + ticks + " is missing");
        Tick tick = step(core, last, recorded);
        String replayed = TickJson.line(tick, last);
        if (!replayed.equals(line.object())) {
          String difference = difference(recorded, Json.MAPPER.readTree(replayed), ticks + 2);
          return new Result(header, ticks, difference, "not compared to its end");
        }
        last = tick;
        ticks++;
      } catch (IllegalArgumentException | JacksonException e) {
        if (line.cutOff()) {
          break;
        }
        throw new IOException(journal + ":" + (ticks + 2) + ": " + e.getMessage(), e);
      }
    }
    return new Result(header, ticks, null, "interrupted");
  }

  /** Results of the sites of a run, from repeating its inputs as far as its chain holds. */
  static List<SiteResult> results(Path journal) throws IOException {
    try (JournalLines lines = new JournalLines(journal)) {
      JournalLines.Line first = lines.next();
      JournalHeader header = header(first == null ? "" : first.object(), journal);
      ControlCore core = core(header, journal);
      RowTally tally = new RowTally(header.protocol().plan());
      Tick last = null;
      for (var line = lines.next(); line != null && line.holds(); line = lines.next()) {
        JsonNode recorded = Json.MAPPER.readTree(line.object());
        if (recorded.has("end")) {
          break;
        }
        last = step(core, last, recorded);
        tally.accept(last);
      }
      return tally.results();
    }
  }

  private static ControlCore core(JournalHeader header, Path journal) throws IOException {
    try {
      return new ControlCore(header.protocol());
    } catch (NullPointerException e) {
      throw new IOException(journal + ":1: the header lacks a part of its protocol", e);
    }
  }

  private static Tick step(ControlCore core, @Nullable Tick last, JsonNode recorded) {
    Inputs inputs = TickJson.inputs(recorded);
    long atNanos = recorded.required("t_ns").longValue();
    return last == null ? core.open(inputs, atNanos) : core.step(last, inputs, atNanos);
  }

  private static Result ended(
      JsonNode end, JournalHeader header, long ticks, JournalLines lines, Path journal)
      throws IOException {
    long told = end.required("ticks").longValue();
    if (told != ticks) {
      throw new IOException(
          journal + ": the end speaks of " + told + " ticks, but there are " + ticks);
    }
    if (lines.next() != null) {
      throw new IOException(journal + ": goes on after its end");
    }
    return new Result(header, ticks, null, end.get("end").stringValue());
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static String difference(JsonNode recorded, JsonNode replayed, long number) {
    for (String key : TickJson.columns().keySet()) {
      JsonNode was = recorded.get(key);
      JsonNode is = replayed.get(key);
      if (was == null ? is != null : !was.equals(is)) {
        return "line %d, tick %s, %s: recorded %s, replayed %s"
            .formatted(number, recorded.get("n"), key, was, is);
      }
    }
    return "line " + number + ": same values, written differently";
  }
}
