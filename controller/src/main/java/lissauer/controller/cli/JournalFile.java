package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A record as people name it: by its file, or by the folder of its run. */
final class JournalFile {
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
}
