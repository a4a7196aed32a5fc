package lissauer.simulator.cartesian;

/**
 * How fast tissue dies: Ω grows by A exp(−θ / T), T in kelvin.
 *
 * @param frequencyPerSecond A
 * @param activationKelvin θ, the activation energy over the gas constant
 * @param floorCelsius below it nothing is added. The law itself has no floor: "liver" adds 0.0003 a
 *     second at 37 °C, so a row of minutes kills tissue that was never warm. To compare two models,
 *     give both the same
 */
public record Kinetics(double frequencyPerSecond, double activationKelvin, double floorCelsius) {
  private static final double GAS_JOULES_PER_MOLE_KELVIN = 8.314462618;

  /** Refuses what is no rate. */
  public Kinetics {
    if (!(frequencyPerSecond > 0 && activationKelvin > 0 && floorCelsius < 100)) {
      throw new IllegalArgumentException("no rate of damage follows from these numbers");
    }
  }

  /** COMSOL bioheat library, "liver": A 7.39e39 1/s, 2.577e5 J/mol; no floor. */
  public static Kinetics liver() {
    return new Kinetics(7.39e39, 2.577e5 / GAS_JOULES_PER_MOLE_KELVIN, -273.15);
  }

  /** The same with a floor. */
  public Kinetics above(double newFloorCelsius) {
    return new Kinetics(frequencyPerSecond, activationKelvin, newFloorCelsius);
  }

  /** Rate at a temperature. */
  double ratePerSecond(double celsius) {
    return celsius < floorCelsius
        ? 0
        : frequencyPerSecond * StrictMath.exp(-activationKelvin / (celsius + 273.15));
  }
}
