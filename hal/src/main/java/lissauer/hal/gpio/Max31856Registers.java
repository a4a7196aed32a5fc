package lissauer.hal.gpio;

import java.util.Arrays;
import lissauer.hal.Quality;
import org.jspecify.annotations.Nullable;

/**
 * The sixteen registers of a MAX31856 and what they mean (datasheet, table 6 and the pages after
 * it).
 */
final class Max31856Registers {
  static final int COUNT = 16;
  static final int WRITE = 0x80;
  static final int AUTOMATIC = 0x80;

  /** CR0 to CJTO: what is written once and read back every time. */
  static final int SETTINGS = 10;

  private static final int CR0 = 0;
  private static final int CR1 = 1;
  private static final int COLD_JUNCTION = 0x0A;
  private static final int LINEARISED = 0x0C;
  private static final int STATUS = 0x0F;

  private static final int MOST_COLD_CELSIUS = 85;
  private static final int LEAST_COLD_CELSIUS = -20;

  private static final int OPEN = 0x01;
  private static final int OVER_OR_UNDER_VOLTAGE = 0x02;
  private static final int HOT = 0x4C;
  private static final int COLD = 0xB0;

  /** Reset values of CR0 to CJTO (datasheet, table 6). */
  private static final byte[] POWER_ON = {
    0x00, 0x03, (byte) 0xFF, 0x7F, (byte) 0xC0, 0x7F, (byte) 0xFF, (byte) 0x80, 0x00, 0x00
  };

  private final byte[] bytes = new byte[COUNT];

  /** Copies registers 00h to 0Fh out of an answer whose first byte came with the address. */
  Max31856Registers(byte[] answer) {
    System.arraycopy(answer, 1, bytes, 0, COUNT);
    // What the datasheet marks as "don't care".
    bytes[COLD_JUNCTION + 1] &= (byte) 0xFC;
    bytes[LINEARISED + 2] &= (byte) 0xE0;
  }

  /**
   * What CR0 to CJTO are to hold. The chip compares the window of −20 to 150 °C for the tip and of
   * −20 to 85 °C for the connector at every conversion, while it looks for an open circuit at every
   * sixteenth: a floating input that leaves the window is found at once.
   */
  static byte[] settings(Max31856Setup setup) {
    return new byte[] {
      (byte) setup.configuration0(),
      (byte) setup.configuration1(),
      (byte) 0xC0, // no fault is kept from the FAULT pin
      MOST_COLD_CELSIUS, // steps of 1 °C
      LEAST_COLD_CELSIUS,
      (byte) ((TipWindow.MOST_CELSIUS * 16) >> 8), // steps of 0.0625 °C
      (byte) (TipWindow.MOST_CELSIUS * 16),
      (byte) ((TipWindow.LEAST_CELSIUS * 16) >> 8),
      (byte) (TipWindow.LEAST_CELSIUS * 16),
      0
    };
  }

  /** Whether these are the registers of a chip that does what it was told; null when they are. */
  @Nullable BadFrame judge(byte[] settings) {
    if (Arrays.equals(bytes, 0, SETTINGS, settings, 0, SETTINGS)) {
      return null;
    }
    if (Arrays.equals(bytes, 0, SETTINGS, POWER_ON, 0, SETTINGS)) {
      return BadFrame.POWER_ON_SETTINGS;
    }
    boolean onlyType =
        bytes[CR0] == settings[CR0]
            && (bytes[CR1] & 0xF0) == (settings[CR1] & 0xF0)
            && Arrays.equals(bytes, CR1 + 1, SETTINGS, settings, CR1 + 1, SETTINGS);
    return onlyType ? BadFrame.WRONG_TYPE : BadFrame.WRONG_SETTINGS;
  }

  /** Letter of the type that CR1 holds; {@code voltage} for the codes without a table. */
  String type() {
    int code = bytes[CR1] & 0x0F;
    return code < 8 ? ThermocoupleType.ofCode(code).name() : "voltage";
  }

  /** 19 bits two's complement in steps of 2⁻⁷ °C (datasheet, table 7). */
  int hotCode() {
    return ((bytes[LINEARISED] << 16)
            | ((bytes[LINEARISED + 1] & 0xFF) << 8)
            | (bytes[LINEARISED + 2] & 0xFF))
        >> 5;
  }

  /** 14 bits two's complement in steps of 2⁻⁶ °C (datasheet, table 8). */
  int coldCode() {
    return ((bytes[COLD_JUNCTION] << 8) | (bytes[COLD_JUNCTION + 1] & 0xFF)) >> 2;
  }

  /** Hot junction, exact; NaN while any fault is shown. */
  double tipCelsius() {
    return quality() == Quality.GOOD ? hotCode() * 0x1p-7 : Double.NaN;
  }

  /** Cold junction, exact; NaN outside its range. */
  double coldJunctionCelsius() {
    return coldWrong() ? Double.NaN : coldCode() * 0x1p-6;
  }

  /**
   * What the fault status register (0Fh) says, and the window where it says nothing: a bit lost on
   * the way must not let a temperature through.
   */
  Quality quality() {
    if ((bytes[STATUS] & OPEN) != 0) {
      return Quality.OPEN_CIRCUIT;
    }
    if ((bytes[STATUS] & OVER_OR_UNDER_VOLTAGE) != 0) {
      return Quality.INPUT_VOLTAGE;
    }
    if (coldWrong()) {
      return Quality.COLD_JUNCTION;
    }
    boolean inside = TipWindow.holds(hotCode() * 0x1p-7);
    return (bytes[STATUS] & HOT) == 0 && inside ? Quality.GOOD : Quality.OUT_OF_RANGE;
  }

  private boolean coldWrong() {
    double cold = coldCode() * 0x1p-6;
    boolean inside = cold >= LEAST_COLD_CELSIUS && cold <= MOST_COLD_CELSIUS;
    return (bytes[STATUS] & COLD) != 0 || !inside;
  }

  /** Whether both were read from the same conversion, as far as can be seen. */
  boolean alike(Max31856Registers other) {
    return Arrays.equals(bytes, other.bytes);
  }
}
