package lissauer.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the MAX31855's datasheet, line by line. */
class Max31855FrameTest {
  @ParameterizedTest
  @CsvSource({
    "0110 0100 0000 00, 1600",
    "0011 1110 1000 00, 1000",
    "0000 0110 0100 11, 100.75",
    "0000 0001 1001 00, 25",
    "0000 0000 0000 00, 0",
    "1111 1111 1111 11, -0.25",
    "1111 1111 1111 00, -1",
    "1111 0000 0110 00, -250"
  })
  void thermocoupleTemperatureIsFourteenBitsInQuarters(String bits, double celsius) {
    assertThat(new Max31855Frame(parse(bits) << 18).hotCode() * 0.25).isEqualTo(celsius);
  }

  @ParameterizedTest
  @CsvSource({
    "0110 0100 1001, 100.5625",
    "0001 1001 0000, 25",
    "0000 0000 0000, 0",
    "1111 1111 1111, -0.0625",
    "1111 1111 0000, -1",
    "1110 1100 0000, -20"
  })
  void junctionTemperatureIsTwelveBitsInSixteenths(String bits, double celsius) {
    assertThat(new Max31855Frame(parse(bits) << 4).coldJunctionCelsius()).isEqualTo(celsius);
  }

  @ParameterizedTest
  @CsvSource({"1, OPEN_CIRCUIT", "2, INPUT_VOLTAGE", "4, INPUT_VOLTAGE", "5, OPEN_CIRCUIT"})
  void everyFaultBitTakesTheTemperatureAway(int cause, Quality quality) {
    Max31855Frame frame = new Max31855Frame(100 << 18 | 1 << 16 | 23 << 8 | cause);
    assertThat(frame.possible()).isTrue();
    assertThat(frame.quality()).isEqualTo(quality);
    assertThat(frame.tipCelsius()).isNaN();
    assertThat(frame.coldJunctionCelsius()).isEqualTo(23);
  }

  @Test
  void aConnectorOutsideItsRangeTakesTheTemperatureAway() {
    Max31855Frame frame = new Max31855Frame(100 << 18 | 126 << 8);
    assertThat(frame.quality()).isEqualTo(Quality.COLD_JUNCTION);
    assertThat(frame.tipCelsius()).isNaN();
  }

  @Test
  void whatNoTipCanBeIsNoTemperature() {
    assertThat(new Max31855Frame((150 * 4) << 18).tipCelsius()).isEqualTo(150);
    assertThat(new Max31855Frame((150 * 4 + 1) << 18).quality()).isEqualTo(Quality.OUT_OF_RANGE);
    assertThat(new Max31855Frame((150 * 4 + 1) << 18).tipCelsius()).isNaN();
    assertThat(new Max31855Frame((-20 * 4 - 1) << 18).tipCelsius()).isNaN();
  }

  @Test
  void reservedBitsAndAFaultWithoutACauseAreNoFrame() {
    assertThat(new Max31855Frame(1 << 17).possible()).isFalse();
    assertThat(new Max31855Frame(1 << 3).possible()).isFalse();
    assertThat(new Max31855Frame(1 << 16).possible()).isFalse();
    assertThat(new Max31855Frame(1).possible()).isFalse();
  }

  private static int parse(String bits) {
    return Integer.parseInt(bits.replace(" ", ""), 2);
  }
}
