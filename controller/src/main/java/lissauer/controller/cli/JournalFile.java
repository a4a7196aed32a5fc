package lissauer.controller.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A record as people name it: by its file, or by the folder of its run. */
final class JournalFile {
  private static final String START = "{\"format\":";

  private JournalFile() {}

  /**
   * The journal's path.
   *
   * @throws IOException if it cannot be read
   */
  static Path of(Path named) throws IOException {
    Path journal = Files.isDirectory(named) ? named.resolve("journal.jsonl") : named;
    if (!Files.isReadable(journal)) {
      throw new IOException(journal + ": no such journal, or not readable");
    }
    return journal;
  }

  /**
   * A place to write to.
   *
   * @throws IOException if a record is there: it is never written over
   */
  static Path sparing(Path out) throws IOException {
    if (Files.isRegularFile(out)) {
      try (InputStream in = Files.newInputStream(out)) {
        if (new String(in.readNBytes(START.length()), StandardCharsets.UTF_8).equals(START)) {
          throw new IOException(out + ": is a record, which is never written over; name another");
        }
      }
    }
    return out;
  }
}
