package lissauer.controller.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    try (BufferedReader lines = Files.newBufferedReader(journal)) {
      JournalHeader header = header(lines.readLine(), journal);
      return compare(lines, header, journal);
    }
  }

  private static JournalHeader header(@Nullable String line, Path journal) throws IOException {
    try {
      JournalHeader header = Json.MAPPER.readValue(line == null ? "" : line, JournalHeader.class);
      if (header.format() != JournalHeader.FORMAT) {
        throw new IOException(
            journal
                + ":1: journal format "
                + header.format()
                + "; this version reads format "
                + JournalHeader.FORMAT);
      }
      return header;
    } catch (JacksonException e) {
      throw new IOException(journal + ":1: not a Lissauer journal: " + e.getOriginalMessage(), e);
    }
  }

  private static Result compare(BufferedReader lines, JournalHeader header, Path journal)
      throws IOException {
    ControlCore core = new ControlCore(header.protocol());
    Tick last = null;
    long number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      JsonNode recorded = node(line, lines, journal, number);
      if (recorded == null) {
        break;
      }
      if (recorded.has("end")) {
        return new Result(header, number - 2, null, recorded.get("end").stringValue());
      }
      Inputs inputs = TickJson.inputs(recorded);
      long atNanos = recorded.required("t_ns").longValue();
      Tick tick = last == null ? core.open(inputs, atNanos) : core.step(last, inputs, atNanos);
      String replayed = TickJson.line(tick, last);
      if (!replayed.equals(line)) {
        String difference = difference(recorded, Json.MAPPER.readTree(replayed), number);
        return new Result(header, number - 1, difference, "");
      }
      last = tick;
    }
    return new Result(header, number - 1, null, "interrupted");
  }

  /** A line that a pulled plug cut off is no error when it is the last. */
  private static @Nullable JsonNode node(
      String line, BufferedReader lines, Path journal, long number) throws IOException {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JacksonException e) {
      if (lines.readLine() == null) {
        return null;
      }
      throw new IOException(journal + ":" + number + ": " + e.getOriginalMessage(), e);
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
