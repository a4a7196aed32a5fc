package lissauer.controller.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whether a journal is still what was written: nothing changed, missing, added or in another order.
 *
 * <p>Whoever can rewrite the whole file can also hash it anew. That is only noticed by its head,
 * when it was kept elsewhere: it is printed at the end of a run and stands in the report.
 *
 * @param ticks whole and in place, from the first on
 * @param end how the run ended; empty when there is no end line, as after a pulled plug
 * @param head hash of the last line that holds, 64 hexadecimal digits; empty when not even the
 *     header does
 * @param damage the first place that is not as it was written, in words, or null
 */
public record Verification(long ticks, String end, String head, @Nullable String damage) {

  /**
   * Follows the hash chain of one file.
   *
   * @throws IOException if the file cannot be read
   */
  public static Verification of(Path journal) throws IOException {
    try (JournalLines lines = new JournalLines(journal)) {
      return new Walk(lines).run();
    }
  }

  /** Whether the first line, which says what all others are, is what was written. */
  public boolean headed() {
    return !head.isEmpty();
  }

  /** Whether every line is what was written, the last one that of the end. */
  public boolean whole() {
    return damage == null && !end.isEmpty();
  }

  private static final class Walk {
    private final JournalLines lines;
    private long ticks;
    private String first = "";
    private String last = "";

    Walk(JournalLines lines) {
      this.lines = lines;
    }

    Verification run() throws IOException {
      JournalLines.Line header = lines.next();
      if (header == null) {
        return result("", "the file is empty");
      }
      if (!header.holds()) {
        return result("", "line 1, the header: " + header(header.object()));
      }
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (!line.holds()) {
          return result("", line.cutOff() ? null : damage(line));
        }
        if (line.object().startsWith("{\"end\"")) {
          return ended(read(line.object()));
        }
        first = ticks == 0 ? line.object() : first;
        last = line.object();
        ticks++;
      }
      return result("", null);
    }

    private static String header(String text) {
      return !text.startsWith("{")
          ? "this is no record of Lissauer's"
          : text.endsWith("\r")
              ? "line ends were converted; take the file as it was written"
              : "changed, or written before records had a hash chain";
    }

    private Verification ended(JsonNode end) throws IOException {
      JournalLines.Line more = lines.next();
      return result(
          end.path("end").asString(),
          more == null ? null : "line " + more.number() + ": goes on after its end");
    }

    private Verification result(String end, @Nullable String damage) {
      return new Verification(ticks, end, lines.head(), damage);
    }

    private String damage(JournalLines.Line line) throws IOException {
      JsonNode read = read(line.object());
      String where =
          String.format(
              Locale.ROOT,
              "line %d, tick %d, after %.2f s: ",
              line.number(),
              ticks,
              (read(last).path("t_ns").asLong(0) - read(first).path("t_ns").asLong(0)) * 1e-9);
      if (line.object().chars().allMatch(letter -> letter == 0)) {
        return where + "filled with zeros, as a file system may leave it after a loss of power";
      }
      long found =
          read.has("end") ? read.path("ticks").asLong(ticks) : read.path("n").asLong(ticks);
      JournalLines.Line after = lines.next();
      boolean goesOn = after != null && after.object().startsWith(start(ticks + 1));
      long elsewhere = find(after);
      if (found == ticks || (goesOn && elsewhere == 0)) {
        return where + "changed";
      }
      if (found < ticks) {
        return where + "tick " + found + " once more, or out of order";
      }
      return where
          + (elsewhere > 0
              ? "out of order, it stands in line " + elsewhere
              : found == ticks + 1 ? "missing" : "missing, as all up to tick " + (found - 1));
    }

    /** Line further down that holds the tick that belongs here; 0 if there is none. */
    private long find(JournalLines.@Nullable Line from) throws IOException {
      for (var line = from; line != null; line = lines.next()) {
        if (line.object().startsWith(start(ticks))) {
          return line.number();
        }
      }
      return 0;
    }

    private static String start(long tick) {
      return "{\"n\":" + tick + ",";
    }

    private static JsonNode read(String object) {
      try {
        return Json.MAPPER.readTree(object);
      } catch (JacksonException e) {
        return MissingNode.getInstance();
      }
    }
  }
}
