package lissauer.controller.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The lines of a journal, each with its place and whether the hash chain holds there. */
final class JournalLines implements AutoCloseable {
  /** No line of ours is longer than a few kilobytes; what is, is taken in pieces. */
  private static final int MOST_BYTES = 1 << 24;

  private final InputStream in;
  private final HashChain chain = new HashChain();
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte @Nullable [] ahead;
  private boolean aheadEnded;
  private byte[] held = {};
  private long number;

  /**
   * One line.
   *
   * @param number from 1
   * @param text without its mark; as it was read when it has none
   * @param holds whether it is what was written, in the place where it was written
   * @param last whether nothing follows
   * @param ended whether a line break follows
   */
  record Line(long number, HashChain.Line text, boolean holds, boolean last, boolean ended) {
    /** Whether it is what a process that was killed, or a pulled plug, leaves of a line. */
    boolean cutOff() {
      return last && !ended && !holds;
    }

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
    boolean ended = aheadEnded;
    ahead = read();
    number++;
    boolean holds = chain.take(line);
    held = holds ? chain.hash() : held;
    return new Line(number, line, holds, ahead == null, ended);
  }

  /** Hash of the last line that was given and holds, 64 hexadecimal digits; empty before it. */
  String head() {
    return HexFormat.of().formatHex(held);
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
          aheadEnded = true;
          return read;
        }
      }
      if (from < to) {
        line = line == null ? new ByteArrayOutputStream(2 * (to - from)) : line;
        line.write(buffer, from, to - from);
      }
      from = to;
      if (line != null && line.size() >= MOST_BYTES) {
        aheadEnded = true;
        return line.toByteArray();
      }
      from = 0;
      to = Math.max(0, in.read(buffer));
      if (to == 0) {
        aheadEnded = false;
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
