package lissauer.controller.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

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
  private static final String MARK = ",\"h\":\"";
  private static final String HEAD = ",\"head\":\"";
  private static final String CLOSE = "\"}";

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
    return open(object) + MARK + mark() + CLOSE;
  }

  /** The end line with the head of the chain. */
  String headed(String object) {
    add(object);
    return open(object) + HEAD + head() + CLOSE;
  }

  /** Hash of the last line, 64 hexadecimal digits; none before the first line. */
  String head() {
    return HexFormat.of().formatHex(head);
  }

  /**
   * Takes a line that was read, whether it holds or not.
   *
   * @return the line as it was before it was marked, or null when its mark is missing or does not
   *     belong there
   */
  @Nullable String checked(String line) {
    String object = unmarked(line);
    if (object == null) {
      return null;
    }
    add(object);
    boolean ends = line.length() - object.length() > MARK_LETTERS + MARK.length() + 1;
    String found = line.substring(line.length() - CLOSE.length() - (ends ? 64 : MARK_LETTERS));
    return found.equals((ends ? head() : mark()) + CLOSE) ? object : null;
  }

  /** The line as it was before it was marked, or null when there is no mark. */
  static @Nullable String unmarked(String line) {
    int mark = line.length() - CLOSE.length() - MARK_LETTERS - MARK.length();
    int whole = line.length() - CLOSE.length() - 64 - HEAD.length();
    if (!line.endsWith(CLOSE)) {
      return null;
    }
    if (mark > 0 && line.startsWith(MARK, mark)) {
      return line.substring(0, mark) + "}";
    }
    return whole > 0 && line.startsWith(HEAD, whole) ? line.substring(0, whole) + "}" : null;
  }

  private void add(String object) {
    sha.update(head);
    head = sha.digest(object.getBytes(StandardCharsets.UTF_8));
  }

  private String mark() {
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(head, MARK_BYTES));
  }

  private static String open(String object) {
    return object.substring(0, object.length() - 1);
  }
}
