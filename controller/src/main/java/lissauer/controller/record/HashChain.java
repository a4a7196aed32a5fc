package lissauer.controller.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Binds each line of a journal to all lines before it, so that whoever knows the last hash notices
 * any later change.
 *
 * <p>The hash of a line is SHA-256 over the hash of the line before, none before the first, and the
 * line's own text. A line ends with the first 48 bits of its hash, which is enough to say where a
 * record was damaged; the end line carries all 256 as the head of the chain.
 */
final class HashChain {
  private static final int MARK_BYTES = 6;
  private static final int MARK_LETTERS = 8;
  private static final byte[] MARK = ",\"h\":\"".getBytes(US_ASCII);
  private static final byte[] HEAD = ",\"head\":\"".getBytes(US_ASCII);
  private static final byte[] CLOSE = "\"}".getBytes(US_ASCII);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder();

  private final MessageDigest sha;
  private byte[] head = {};

  HashChain() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The line with its mark: a JSON object one member longer. */
  String marked(String object) {
    add(object);
    return closed(object, MARK, mark());
  }

  /** The end line with the head of the chain. */
  String headed(String object) {
    add(object);
    return closed(object, HEAD, head());
  }

  /** Hash of the last line, never written to again; empty before the first line. */
  byte[] hash() {
    return head;
  }

  /** Hash of the last line, 64 hexadecimal digits; none before the first line. */
  String head() {
    return HexFormat.of().formatHex(head);
  }

  /**
   * Takes a line that was read, whether it holds or not. Where it has a mark, its bytes become the
   * line as it was before: an hour of ticks is read without a copy of each.
   *
   * @param line UTF-8, without the line break
   * @return whether it is what was written, in the place where it was written
   */
  boolean take(Line line) {
    byte[] found = line.unmark();
    if (found.length == 0) {
      return false;
    }
    sha.update(head);
    sha.update(line.bytes, 0, line.length);
    head = sha.digest();
    return found.length == 64
        ? Arrays.equals(found, head().getBytes(US_ASCII))
        : Arrays.equals(found, BASE64.encode(Arrays.copyOf(head, MARK_BYTES)));
  }

  /** A line as bytes, with its mark until {@link #take}. */
  static final class Line {
    private final byte[] bytes;
    private int length;

    Line(byte[] bytes) {
      this.bytes = bytes;
      this.length = bytes.length;
    }

    byte[] bytes() {
      return bytes;
    }

    int length() {
      return length;
    }

    @Override
    public String toString() {
      return new String(bytes, 0, length, UTF_8);
    }

    /** Takes the mark off and returns it; none leaves the line as it is. */
    private byte[] unmark() {
      if (!has(CLOSE, length - CLOSE.length)) {
        return new byte[0];
      }
      byte[] found = unmark(MARK, MARK_LETTERS);
      return found.length > 0 ? found : unmark(HEAD, 64);
    }

    private byte[] unmark(byte[] key, int letters) {
      int from = length - CLOSE.length - letters;
      int at = from - key.length;
      if (at <= 0 || !has(key, at)) {
        return new byte[0];
      }
      byte[] found = Arrays.copyOfRange(bytes, from, from + letters);
      bytes[at] = '}';
      length = at + 1;
      return found;
    }

    private boolean has(byte[] part, int at) {
      return at >= 0 && Arrays.equals(bytes, at, at + part.length, part, 0, part.length);
    }
  }

  private void add(String object) {
    sha.update(head);
    head = sha.digest(object.getBytes(UTF_8));
  }

  private String mark() {
    return BASE64.encodeToString(Arrays.copyOf(head, MARK_BYTES));
  }

  private static String closed(String object, byte[] key, String hash) {
    String open = object.substring(0, object.length() - 1);
    return open + new String(key, US_ASCII) + hash + new String(CLOSE, US_ASCII);
  }
}
