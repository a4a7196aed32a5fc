package lissauer.controller.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** What the cursor reads is what the library would. */
class TickCursorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "0.1",
        "74.9296875",
        "8.1E-5",
        "1e22",
        "1e23",
        "-1.5e-22",
        "1.5E-23",
        "1E+3",
        "0.28451799825835883",
        "123456789012345",
        "1234567890123456",
        "9007199254740993",
        "1e308",
        "1e309",
        "5e-324",
        "1e-400",
        "0.000000000000000000000001",
        "\"NaN\"",
        "\"-Infinity\""
      })
  void aNumberIsTheSameDouble(String number) {
    double expected = Double.parseDouble(number.replace("\"", ""));
    assertThat(Double.doubleToRawLongBits(of(number, TickCursor::number)))
        .isEqualTo(Double.doubleToRawLongBits(expected));
  }

  @Test
  void soAreAMillionRandomOnes() {
    Random random = new Random(25);
    for (int i = 0; i < 1_000_000; i++) {
      double value =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(2_000_000) / 1e4 - 100;
            case 2 -> (float) random.nextGaussian();
            default -> random.nextLong() * Math.pow(10, random.nextInt(60) - 40);
          };
      if (Double.isFinite(value)) {
        double read = of(String.valueOf(value), TickCursor::number);
        assertThat(Double.compare(read, value)).as("%s", value).isZero();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, -1, 20_000_000, 999_999_999_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE})
  void aWholeNumberIsTheSameLong(long number) {
    assertThat(of(String.valueOf(number), TickCursor::integer)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "IRP", "two words", "µ°C", "a \" \\ \n b", "\\", "€\u0001", "{}[],:"})
  void aTextIsTheSame(String text) {
    String quoted = Json.MAPPER.writeValueAsString(text);
    assertThat(of(quoted, TickCursor::text)).isEqualTo(text);
    assertThat(of("\"\\u00b5\"", TickCursor::text)).isEqualTo("µ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.25",
        "\"x\"",
        "true",
        "null",
        "[]",
        "[1,[2,3],{\"a\":\"}]\"}]",
        "{\"is\":\"Stopped\",\"by\":\"a \\\" b\"}"
      })
  void anyValueStaysWhatItIs(String value) {
    assertThat(of(value, TickCursor::any)).isEqualTo(value);
  }

  @Test
  void aWholeNumberBeyondALongIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("9223372036854775808", TickCursor::integer));
  }

  @Test
  void blanksDoNotMatter() {
    TickCursor cursor = cursor(" { \"a\" : 1 ,\t\"b\" : [ 1.5 , \"NaN\" ] , \"c\" : true } ");
    assertThat(cursor.next()).isEqualTo("a");
    assertThat(cursor.integer()).isEqualTo(1);
    assertThat(cursor.next()).isEqualTo("b");
    assertThat(cursor.pair()).containsExactly(1.5, Double.NaN);
    assertThat(cursor.next()).isEqualTo("c");
    assertThat(cursor.flag()).isTrue();
    assertThat(cursor.next()).isEmpty();
  }

  /** Names are compared with those of the line before: a prefix, an escape, a blank are others. */
  @Test
  void theNamesOfEachLineAreItsOwn() {
    TickCursor cursor = new TickCursor();
    List<List<String>> lines =
        List.of(
            List.of("n", "tip_c", "v"),
            List.of("n", "tip_ns", "v"),
            List.of("n", "tip", "v", "w", "x"),
            List.of("v", "n"),
            List.of("µ", "a\"b"),
            List.of("µ", "a\"b", "v"),
            List.of("n", "a\\"),
            List.of("n", "a\\\"b"),
            List.of("n", "a\"b"),
            List.of("n", "tip_c", "v"));
    for (List<String> names : lines) {
      Map<String, Integer> members = new LinkedHashMap<>();
      names.forEach(name -> members.put(name, 1));
      byte[] line = Json.MAPPER.writeValueAsBytes(members);
      cursor.begin(line, line.length);
      for (String name : names) {
        assertThat(cursor.next()).isEqualTo(name);
        assertThat(cursor.integer()).isEqualTo(1);
      }
      assertThat(cursor.next()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1}x",
        "{\"a\":1 \"b\":2}",
        "{\"a\":01x}",
        "{\"a\":-}",
        "{\"a\":.}",
        "{\"a\":1e}",
        "{\"a\":1.2.3}",
        "{\"a\":}",
        "{a:1}",
        "{\"a\":\"x}",
        "{\"a\":\"x\\",
        "{\"a\":\"x\\\"}",
        "{\"a\":1e99999}",
        "{\"a\":null}",
        "{,}"
      })
  void whatIsNoObjectOfNumbersIsRefused(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          TickCursor cursor = cursor(line);
          for (String key = cursor.next(); !key.isEmpty(); key = cursor.next()) {
            cursor.number();
          }
        })
        .withMessageMatching("(?s)column \\d+: expected .*|For input string.*");
  }

  /** Where a line ends in the middle, nothing but a clear refusal comes of it. */
  @Test
  void aLineCutAnywhereIsRefused() {
    String line =
        "{\"n\":7,\"t_ns\":140000000,\"tip_c\":36.98,\"q\":\"G\\\"OOD\",\"at_mm\":[0.0,2.5E-1],\"relay\":false,"
            + "\"trip\":{\"is\":\"Stopped\",\"by\":[\"TERMINAL\"]}}";
    assertThat(TickLine.of(bytes(line), new TickCursor()).tick(0, new double[2]).depthMillimetres())
        .isEqualTo(0.25);
    TickCursor cursor = new TickCursor();
    for (int length = 0; length < line.length(); length++) {
      String cut = line.substring(0, length);
      assertThatThrownBy(() -> TickLine.of(bytes(cut), cursor))
          .as(cut)
          .isInstanceOfAny(IllegalArgumentException.class, JacksonException.class);
    }
  }

  private static HashChain.Line bytes(String line) {
    return new HashChain.Line(line.getBytes(UTF_8));
  }

  private static TickCursor cursor(String line) {
    byte[] bytes = line.getBytes(UTF_8);
    return new TickCursor().begin(bytes, bytes.length);
  }

  /** Reads one value as that of the only member of an object. */
  private static <T> T of(String value, Function<TickCursor, T> read) {
    TickCursor cursor = cursor("{\"a\":" + value + "}");
    assertThat(cursor.next()).isEqualTo("a");
    T is = read.apply(cursor);
    assertThat(cursor.next()).isEmpty();
    return is;
  }
}
