package lissauer.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lissauer.hal.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the MAX31856's datasheet, line by line. */
class Max31856RegistersTest {
  private static final Max31856Setup SETUP =
      new Max31856Setup(
          new SpiAddress(0, 0, 1_000_000),
          ThermocoupleType.T,
          4,
          50,
          Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
          Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "0110 0100 0000 0000 0000 0000, 1600",
    "0011 1110 1000 0000 0000 0000, 1000",
    "0000 0110 0100 1111 0000 0000, 100.9375",
    "0000 0001 1001 0000 0000 0000, 25",
    "0000 0000 0000 0001 0000 0000, 0.0625",
    "0000 0000 0000 0000 0010 0000, 0.0078125",
    "0000 0000 0000 0000 0000 0000, 0",
    "1111 1111 1111 1111 0000 0000, -0.0625",
    "1111 1111 1111 0000 0000 0000, -1",
    "1111 0000 0110 0000 0000 0000, -250"
  })
  void linearisedTemperatureIsNineteenBitsInStepsOfASevenBitFraction(String bits, double celsius) {
    assertThat(with(0x0C, bits).hotCode() * 0.0078125).isEqualTo(celsius);
  }

  @ParameterizedTest
  @CsvSource({
    "0111 1111 0000 0000, 127",
    "0110 0100 1001 0000, 100.5625",
    "0001 1001 0000 0000, 25",
    "0000 0000 0000 0100, 0.015625",
    "0000 0000 0000 0000, 0",
    "1111 1111 1111 0000, -0.0625",
    "1110 1100 0000 0000, -20",
    "1100 1001 0000 0000, -55"
  })
  void coldJunctionIsFourteenBitsInStepsOfASixBitFraction(String bits, double celsius) {
    assertThat(with(0x0A, bits).coldCode() * 0.015625).isEqualTo(celsius);
  }

  @Test
  void unusedBitsCountForNothing() {
    byte[] answer = answer();
    answer[1 + 0x0B] |= 0x03;
    answer[1 + 0x0E] |= 0x1F;
    assertThat(new Max31856Registers(answer).alike(new Max31856Registers(answer()))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "00, GOOD",
    "01, OPEN_CIRCUIT",
    "02, INPUT_VOLTAGE",
    "03, OPEN_CIRCUIT",
    "04, OUT_OF_RANGE",
    "08, OUT_OF_RANGE",
    "10, COLD_JUNCTION",
    "20, COLD_JUNCTION",
    "40, OUT_OF_RANGE",
    "80, COLD_JUNCTION"
  })
  void everyFaultBitTakesTheTemperatureAway(String status, Quality quality) {
    byte[] answer = answer();
    answer[1 + 0x0F] = (byte) Integer.parseInt(status, 16);
    Max31856Registers registers = new Max31856Registers(answer);
    assertThat(registers.quality()).isEqualTo(quality);
    assertThat(Double.isNaN(registers.tipCelsius())).isEqualTo(quality != Quality.GOOD);
  }

  @Test
  void aTemperatureOutsideTheWindowIsNoneEvenIfTheChipSaysNothing() {
    assertThat(with(0x0C, "0000 1001 0110 0000 0010 0000").quality())
        .as("150.0078 °C")
        .isEqualTo(Quality.OUT_OF_RANGE);
    assertThat(with(0x0C, "0000 1001 0110 0000 0000 0000").tipCelsius()).isEqualTo(150);
    assertThat(with(0x0A, "0101 0101 0000 0100").quality())
        .as("connector at 85.016 °C")
        .isEqualTo(Quality.COLD_JUNCTION);
    assertThat(with(0x0A, "0101 0101 0000 0100").coldJunctionCelsius()).isNaN();
  }

  @Test
  void settingsAreThoseOfTheDatasheet() {
    byte[] settings = Max31856Registers.settings(SETUP);
    assertThat(settings[0]).as("CR0: open-circuit test 01, 50 Hz").isEqualTo((byte) 0x11);
    assertThat(settings[1]).as("CR1: 4 samples, type T").isEqualTo((byte) 0x27);
    assertThat(settings[5] * 16 + (settings[6] & 0xFF) / 16.0).isEqualTo(150);
    assertThat(settings[7] * 16 + (settings[8] & 0xFF) / 16.0).isEqualTo(-20);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, 0.105, 0.170",
    "4, 60, 0.155, 0.270",
    "1, 50, 0.125, 0.2",
    "2, 50, 0.145, 0.24"
  })
  void conversionTimesAreTheLongestOfTheDatasheet(
      int samples, int mains, double period, double first) {
    Max31856Setup setup =
        new Max31856Setup(
            SETUP.address(),
            ThermocoupleType.K,
            samples,
            mains,
            Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
            Optional.empty());
    assertThat(setup.periodSeconds()).isCloseTo(period, within());
    assertThat(setup.firstSeconds()).isCloseTo(first, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  /** A chip that does what it was told, at 37 °C with its connector at 23 °C. */
  static byte[] answer() {
    byte[] answer = new byte[17];
    System.arraycopy(Max31856Registers.settings(SETUP), 0, answer, 1, 10);
    answer[1 + 0x0A] = 23;
    answer[1 + 0x0C] = 2;
    answer[1 + 0x0D] = 0x50;
    return answer;
  }

  private static Max31856Registers with(int address, String bits) {
    byte[] answer = answer();
    String whole = bits.replace(" ", "");
    for (int i = 0; i < whole.length() / 8; i++) {
      answer[1 + address + i] = (byte) Integer.parseInt(whole.substring(8 * i, 8 * i + 8), 2);
    }
    return new Max31856Registers(answer);
  }
}
