package lissauer.controller.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a journal, each with its place and whether the hash chain holds there. */
final class JournalLines implements AutoCloseable {
  private final BufferedReader reader;
  private final HashChain chain = new HashChain();
  private @Nullable String ahead;
  private long number;

  /**
   * One line.
   *
   * @param number from 1
   * @param object without its mark; as it was read when it has none
   * @param holds whether it is what was written, in the place where it was written
   * @param last whether nothing follows
   */
  record Line(long number, String object, boolean holds, boolean last) {}

  /** Opens a journal; bytes that are no UTF-8 break the chain where they are. */
  JournalLines(Path journal) throws IOException {
    reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(journal), StandardCharsets.UTF_8), 1 << 16);
    ahead = reader.readLine();
  }

  /** The next line, or null after the last. */
  @Nullable Line next() throws IOException {
    String line = ahead;
    if (line == null) {
      return null;
    }
    ahead = reader.readLine();
    number++;
    String checked = chain.checked(line);
    String unmarked = checked == null ? HashChain.unmarked(line) : checked;
    return new Line(number, unmarked == null ? line : unmarked, checked != null, ahead == null);
  }

  /** Hash of the last line that was given, 64 hexadecimal digits. */
  String head() {
    return chain.head();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
