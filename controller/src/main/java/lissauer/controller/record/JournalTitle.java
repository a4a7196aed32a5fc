package lissauer.controller.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a record says of itself, without its protocol: whoever only needs this is spared the better
 * part of a second that a general reader of JSON takes to be loaded.
 *
 * @param simulated true when no real device was behind the rig
 */
public record JournalTitle(String run, String startedUtc, boolean simulated, String software) {

  /**
   * Reads a header.
   *
   * @throws IOException if it is none of this version
   */
  static JournalTitle of(String line, Path journal) throws IOException {
    byte[] bytes = line.getBytes(UTF_8);
    TickCursor header = new TickCursor().begin(bytes, bytes.length);
    String run = "";
    String startedUtc = "";
    String software = "";
    boolean simulated = true;
    long format = 0;
    try {
      for (String key = header.next(); !key.isEmpty(); key = header.next()) {
        switch (key) {
          case "format" -> format = header.integer();
          case "run" -> run = header.text();
          case "startedUtc" -> startedUtc = header.text();
          case "simulated" -> simulated = header.flag();
          case "software" -> software = header.text();
          default -> {
            String _ = header.any();
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(journal + ":1: not a Lissauer journal: " + e.getMessage(), e);
    }
    if (format != JournalHeader.FORMAT) {
      throw Replay.otherFormat(journal);
    }
    return new JournalTitle(run, startedUtc, simulated, software);
  }
}
