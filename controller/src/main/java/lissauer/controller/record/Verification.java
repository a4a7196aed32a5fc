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
 * @param head hash of the last line that holds, 64 hexadecimal digits
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

  private static final class Walk {
    private final JournalLines lines;
    private long ticks;
    private String first = "";
    private String last = "";
    private String head = "";

    Walk(JournalLines lines) {
      this.lines = lines;
    }

    Verification run() throws IOException {
      JournalLines.Line header = lines.next();
      if (header == null) {
        return result("", "the file is empty");
      }
      if (!header.holds()) {
        return result(
            "interrupted",
            "line 1, the header: changed, or written before records had a hash chain");
      }
      head = lines.head();
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (!line.holds()) {
          boolean cutOff = line.last() && !line.object().endsWith("}");
          return result("", cutOff ? null : damage(line));
        }
        head = lines.head();
        if (line.object().startsWith("{\"end\"")) {
          return ended(read(line.object()));
        }
        first = ticks == 0 ? line.object() : first;
        last = line.object();
        ticks++;
      }
      return result("", null);
    }

    private Verification ended(JsonNode end) throws IOException {
      JournalLines.Line more = lines.next();
      return result(
          end.path("end").asString(),
          more == null ? null : "line " + more.number() + ": goes on after its end");
    }

    private Verification result(String end, @Nullable String damage) {
      return new Verification(ticks, end, head, damage);
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
      long found =
          read.has("end") ? read.path("ticks").asLong(ticks) : read.path("n").asLong(ticks);
      if (found == ticks) {
        return where + "changed";
      }
      if (found < ticks) {
        return where + "tick " + found + " once more, or out of order";
      }
      long elsewhere = find();
      return where
          + (elsewhere > 0
              ? "out of order, it stands in line " + elsewhere
              : found == ticks + 1 ? "missing" : "missing, as all up to tick " + (found - 1));
    }

    /** Line further down that holds the tick that belongs here; 0 if there is none. */
    private long find() throws IOException {
      String start = "{\"n\":" + ticks + ",";
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.object().startsWith(start)) {
          return line.number();
        }
      }
      return 0;
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
