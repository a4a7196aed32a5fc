package lissauer.controller.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a journal, each with its place and whether the hash chain holds there. */
final class JournalLines implements AutoCloseable {
  private final InputStream in;
  private final HashChain chain = new HashChain();
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte @Nullable [] ahead;
  private long number;

  /**
   * One line.
   *
   * @param number from 1
   * @param text without its mark; as it was read when it has none
   * @param holds whether it is what was written, in the place where it was written
   * @param last whether nothing follows
   */
  record Line(long number, HashChain.Line text, boolean holds, boolean last) {
    /** The text, decoded. */
    String object() {
      return text.toString();
    }
  }

  /** Opens a journal. */
  JournalLines(Path journal) throws IOException {
    in = Files.newInputStream(journal);
    ahead = read();
  }

  /** The next line, or null after the last. */
  @Nullable Line next() throws IOException {
    if (ahead == null) {
      return null;
    }
    HashChain.Line line = new HashChain.Line(ahead);
    ahead = read();
    number++;
    boolean holds = chain.take(line);
    return new Line(number, line, holds, ahead == null);
  }

  /** Hash of the last line that was given, 64 hexadecimal digits. */
  String head() {
    return chain.head();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The next line without its end; null when nothing is left. */
  private byte @Nullable [] read() throws IOException {
    ByteArrayOutputStream line = null;
    while (true) {
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          byte[] read = joined(line, i);
          from = i + 1;
          return read;
        }
      }
      if (from < to) {
        line = line == null ? new ByteArrayOutputStream(2 * (to - from)) : line;
        line.write(buffer, from, to - from);
      }
      from = 0;
      to = Math.max(0, in.read(buffer));
      if (to == 0) {
        return line == null ? null : line.toByteArray();
      }
    }
  }

  private byte[] joined(@Nullable ByteArrayOutputStream before, int end) {
    if (before == null) {
      return Arrays.copyOfRange(buffer, from, end);
    }
    before.write(buffer, from, end - from);
    return before.toByteArray();
  }
}
