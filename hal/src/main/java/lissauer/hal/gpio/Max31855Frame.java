package lissauer.hal.gpio;

import lissauer.hal.Quality;

/**
 * The 32 bits of a MAX31855 and what they mean (datasheet, tables 2 to 5).
 *
 * @param bits as they came, D31 first
 */
record Max31855Frame(int bits) {
  private static final int FAULT = 1 << 16;
  private static final int RESERVED = (1 << 17) | (1 << 3);
  private static final int SHORT_TO_SUPPLY = 1 << 2;
  private static final int SHORT_TO_GROUND = 1 << 1;
  private static final int OPEN = 1;
  private static final int CAUSES = SHORT_TO_SUPPLY | SHORT_TO_GROUND | OPEN;

  /** Ends of what the part measures inside (datasheet, electrical characteristics). */
  private static final double LEAST_COLD_CELSIUS = -40;

  private static final double MOST_COLD_CELSIUS = 125;

  static Max31855Frame of(byte[] answer) {
    return new Max31855Frame(
        (answer[0] << 24)
            | ((answer[1] & 0xFF) << 16)
            | ((answer[2] & 0xFF) << 8)
            | (answer[3] & 0xFF));
  }

  /** D17 and D3 read 0, and D16 is set exactly when a cause is. */
  boolean possible() {
    return (bits & RESERVED) == 0 && ((bits & FAULT) != 0) == ((bits & CAUSES) != 0);
  }

  /** 14 bits two's complement in steps of 0.25 °C (table 4). */
  int hotCode() {
    return bits >> 18;
  }

  /** Hot junction; NaN while any fault is shown. */
  double tipCelsius() {
    return quality() == Quality.GOOD ? hotCode() * 0.25 : Double.NaN;
  }

  /** 12 bits two's complement in steps of 0.0625 °C; NaN outside the range of the part. */
  double coldJunctionCelsius() {
    double celsius = ((bits << 16) >> 20) * 0.0625;
    return celsius >= LEAST_COLD_CELSIUS && celsius <= MOST_COLD_CELSIUS ? celsius : Double.NaN;
  }

  Quality quality() {
    if ((bits & OPEN) != 0) {
      return Quality.OPEN_CIRCUIT;
    }
    if ((bits & (CAUSES | FAULT)) != 0) {
      return Quality.INPUT_VOLTAGE;
    }
    if (Double.isNaN(coldJunctionCelsius())) {
      return Quality.COLD_JUNCTION;
    }
    return TipWindow.holds(hotCode() * 0.25) ? Quality.GOOD : Quality.OUT_OF_RANGE;
  }
}
