package lissauer.controller.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks along the lines of a journal, objects of JSON: their members one after another, each read
 * once.
 *
 * <p>Ours, because an hour of ticks has 180,000 such lines, and a general parser takes most of an
 * export's time to be set up and compiled. Numbers and plain texts are read here; a text with
 * escapes is given to the library, and objects and arrays are cut out as they are. Every method
 * throws {@link IllegalArgumentException} with the column where the line is not what is asked for.
 */
final class TickCursor {
  /** A double holds so many decimal digits exactly ... */
  private static final int EXACT_DIGITS = 15;

  /** ... and these powers of ten, so that one division or product rounds as it must. */
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Names of the members of the line before: nearly always they are those of the next line. */
  private final List<String> names = new ArrayList<>();

  private byte[] line = {};
  private int length;
  private int at;
  private int member;

  /** Begins a line; what stands behind {@code lineLength} is not looked at. */
  TickCursor begin(byte[] nextLine, int lineLength) {
    line = nextLine;
    length = lineLength;
    at = 0;
    member = 0;
    return this;
  }

  /** Goes to the next member and returns its name; empty after the last. */
  String next() {
    if (member == 0) {
      take('{');
      if (peek() == '}') {
        return end();
      }
    } else if (peek() == '}') {
      return end();
    } else {
      take(',');
    }
    String name = name();
    take(':');
    return name;
  }

  /** Where the line before had the same name, that one, without a new text for it. */
  private String name() {
    int index = member++;
    if (index < names.size() && isNext(names.get(index))) {
      at += names.get(index).length() + 2;
      return names.get(index);
    }
    String name = text();
    if (index < names.size()) {
      names.set(index, name);
    } else if (index == names.size()) {
      names.add(name);
    }
    return name;
  }

  private boolean isNext(String name) {
    if (peek() != '"') {
      return false;
    }
    int end = at + name.length() + 1;
    if (end >= length || line[end] != '"') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (line[at + 1 + i] != name.charAt(i) || name.charAt(i) == '\\') {
        return false;
      }
    }
    return true;
  }

  private String end() {
    take('}');
    peek();
    if (at < length) {
      throw unlike("the end");
    }
    return "";
  }

  /** A whole number. */
  long integer() {
    peek();
    int from = at;
    boolean negative = at < length && line[at] == '-';
    at += negative ? 1 : 0;
    int first = at;
    long value = digits(0);
    if (at == first) {
      throw unlike("a whole number");
    }
    if (at - first > 18) {
      return Long.parseLong(slice(from));
    }
    return negative ? -value : value;
  }

  /** A number; what JSON has no number for stands in quotes. */
  double number() {
    if (peek() == '"') {
      return Double.parseDouble(text());
    }
    int from = at;
    boolean negative = at < length && line[at] == '-';
    at += negative ? 1 : 0;
    int first = at;
    long value = digits(0);
    int digits = at - first;
    int exponent = 0;
    if (at < length && line[at] == '.') {
      int point = ++at;
      value = digits(value);
      exponent = point - at;
      digits -= exponent;
    }
    if (digits == 0) {
      throw unlike("a number");
    }
    if (at < length && (line[at] == 'E' || line[at] == 'e')) {
      at++;
      exponent += exponent();
    }
    if (digits > EXACT_DIGITS || Math.abs(exponent) >= TENS.length) {
      return Double.parseDouble(slice(from));
    }
    double size = exponent < 0 ? value / TENS[-exponent] : value * TENS[exponent];
    return negative ? -size : size;
  }

  private int exponent() {
    boolean negative = at < length && line[at] == '-';
    at += negative || (at < length && line[at] == '+') ? 1 : 0;
    int first = at;
    long value = digits(0);
    if (at == first || at - first > 4) {
      throw unlike("an exponent");
    }
    return (int) (negative ? -value : value);
  }

  /** More digits behind those of {@code value}; beyond a long's range the sum means nothing. */
  private long digits(long value) {
    long sum = value;
    while (at < length && line[at] >= '0' && line[at] <= '9') {
      sum = 10 * sum + line[at++] - '0';
    }
    return sum;
  }

  /** Whether it is true. */
  boolean flag() {
    boolean value = peek() == 't';
    for (byte letter : (value ? "true" : "false").getBytes(ISO_8859_1)) {
      if (at == length || line[at++] != letter) {
        throw unlike("true or false");
      }
    }
    return value;
  }

  /** A text. */
  String text() {
    if (peek() != '"') {
      throw unlike("a text in quotes");
    }
    int from = at;
    boolean plain = skipText();
    return plain
        ? new String(line, from + 1, at - from - 2, ISO_8859_1)
        : Json.MAPPER.readValue(line, from, at - from, String.class);
  }

  /** Goes behind a text and says whether it is what it seems: neither escaped nor beyond ASCII. */
  private boolean skipText() {
    boolean plain = true;
    at++;
    while (at < length && line[at] != '"') {
      plain &= line[at] >= ' ' && line[at] != '\\'; // above ASCII bytes are negative
      at += line[at] == '\\' ? 2 : 1;
    }
    if (at >= length) {
      throw unlike("a quote");
    }
    at++;
    return plain;
  }

  /** Two numbers. */
  double[] pair() {
    take('[');
    double first = number();
    take(',');
    double second = number();
    take(']');
    return new double[] {first, second};
  }

  /** Any value, as it is written. */
  String any() {
    peek();
    int from = at;
    int depth = 0;
    while (at < length && (depth > 0 || (line[at] != ',' && line[at] != '}'))) {
      switch (line[at]) {
        case '"' -> {
          boolean _ = skipText();
        }
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        default -> at++;
      }
    }
    if (at == from) {
      throw unlike("a value");
    }
    return slice(from).stripTrailing();
  }

  private String slice(int from) {
    return new String(line, from, at - from, UTF_8);
  }

  /** The next letter that is no blank; 0 at the end of the line. */
  private byte peek() {
    while (at < length && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
      at++;
    }
    return at < length ? line[at] : 0;
  }

  private void take(char letter) {
    if (peek() != letter) {
      throw unlike("'" + letter + "'");
    }
    at++;
  }

  private IllegalArgumentException unlike(String expected) {
    return new IllegalArgumentException("column " + (at + 1) + ": expected " + expected);
  }
}
