package lissauer.hal.gpio;

/**
 * Which pair of metals a converter is to linearise.
 *
 * <p>A tip of stainless tube and constantan wire is none of these; docs/devices/raspberry-pi.md
 * says what that costs.
 */
public enum ThermocoupleType {
  /** Platinum and rhodium. */
  B(0, 250, 1820),
  /** Chromel and constantan. */
  E(1, -200, 1000),
  /** Iron and constantan. */
  J(2, -210, 1200),
  /** Chromel and alumel. */
  K(3, -200, 1372),
  /** Nicrosil and nisil. */
  N(4, -200, 1300),
  /** Platinum and rhodium, 13 %. */
  R(5, -50, 1768),
  /** Platinum and rhodium, 10 %. */
  S(6, -50, 1768),
  /** Copper and constantan. */
  T(7, -200, 400);

  private final int code;
  private final double leastCelsius;
  private final double mostCelsius;

  ThermocoupleType(int code, double leastCelsius, double mostCelsius) {
    this.code = code;
    this.leastCelsius = leastCelsius;
    this.mostCelsius = mostCelsius;
  }

  /** What bits 3:0 of the MAX31856's CR1 say for this type (datasheet, CR1). */
  public int code() {
    return code;
  }

  /**
   * The type of a code.
   *
   * @param code 0 to 7
   */
  public static ThermocoupleType ofCode(int code) {
    for (ThermocoupleType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("no thermocouple type has code " + code);
  }

  /** Lower end of the range that the MAX31856 linearises (datasheet, table 1). */
  public double leastCelsius() {
    return leastCelsius;
  }

  /** Upper end of that range. */
  public double mostCelsius() {
    return mostCelsius;
  }
}
