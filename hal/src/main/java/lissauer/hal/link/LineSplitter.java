package lissauer.hal.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what arrives into lines of printable ASCII. A line that is too long or is no text is counted
 * and dropped whole; the next one is whole again. Memory is bounded whatever arrives.
 */
public final class LineSplitter {
  private static final int MOST_WAITING = 256;

  private final BadFrames bad;
  private final byte[] line;
  private final Queue<String> waiting = new ArrayDeque<>();
  private int length;
  private @Nullable String trouble;

  /** A splitter for lines of at most this many characters. */
  public LineSplitter(int longest, BadFrames bad) {
    this.line = new byte[longest];
    this.bad = bad;
  }

  /** Takes the next bytes of the stream. */
  public void accept(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      accept(bytes[i]);
    }
  }

  /** The oldest line, without its end and surrounding spaces; null when none is complete. */
  public @Nullable String next() {
    return waiting.poll();
  }

  /** Whether a line has begun and not ended. */
  public boolean inLine() {
    return length > 0 || trouble != null;
  }

  /** Drops what has arrived so far, complete or not. */
  public void clear() {
    waiting.clear();
    length = 0;
    trouble = null;
  }

  private void accept(byte b) {
    if (b == '\n') {
      end();
    } else if (b == '\r') {
      return;
    } else if (b != '\t' && (b < ' ' || b > '~')) {
      trouble = trouble == null ? "not text" : trouble;
    } else if (length == line.length) {
      trouble = trouble == null ? "line too long" : trouble;
    } else {
      line[length++] = b;
    }
  }

  private void end() {
    if (trouble != null) {
      bad.count(trouble);
    } else if (waiting.size() == MOST_WAITING) {
      bad.count("flood");
    } else {
      String text = new String(line, 0, length, StandardCharsets.US_ASCII).strip();
      if (!text.isEmpty()) {
        waiting.add(text);
      }
    }
    length = 0;
    trouble = null;
  }
}
