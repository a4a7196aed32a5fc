package lissauer.simulator.tissue;

/**
 * How heat over time destroys tissue. Kinetics outweigh every other choice of a lesion model, so
 * all are computed side by side.
 *
 * <p>The Arrhenius laws accumulate {@code Ω = ∫ A e^(−Ea/RT) dt}; tissue counts as destroyed where
 * Ω reaches 1. CEM43 (Sapareto and Dewey 1984) accumulates equivalent minutes at 43 °C.
 */
public enum DamageLaw {
  /** A = 7.39e39 1/s, Ea = 2.577e5 J/mol: liver, as used by finite-element packages. */
  LIVER("liver", 7.39e39, 2.577e5),
  /**
   * A = 2.984e80 1/s, Ea = 5.064e5 J/mol: hamster kidney cells; nearest to cell death below 50 °C.
   */
  BHK("BHK", 2.984e80, 5.064e5),
  /** A = 3.1e98 1/s, Ea = 6.28e5 J/mol: skin burns, Henriques 1947; coagulation. */
  BURN("burn", 3.1e98, 6.28e5),
  /** Equivalent minutes at 43 °C. */
  CEM43("CEM43", 0, 0);

  /** Below this no damage is counted. */
  public static final double LOWEST_CELSIUS = 39;

  private static final double HIGHEST_CELSIUS = 400;
  private static final double GAS_CONSTANT = 8.314462618;

  /** Entries of the table for each kelvin. */
  public static final int PER_KELVIN = 64;

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // filled once
  private final double[] table;

  DamageLaw(String title, double frequencyPerSecond, double energyJoulesPerMole) {
    this.title = title;
    int entries = (int) ((HIGHEST_CELSIUS - LOWEST_CELSIUS) * PER_KELVIN) + 2;
    this.table = new double[entries];
    for (int i = 0; i < entries; i++) {
      double celsius = LOWEST_CELSIUS + (double) i / PER_KELVIN;
      table[i] =
          frequencyPerSecond == 0
              ? StrictMath.pow(celsius >= 43 ? 0.5 : 0.25, 43 - celsius) / 60
              : frequencyPerSecond
                  * StrictMath.exp(-energyJoulesPerMole / (GAS_CONSTANT * (celsius + 273.15)));
    }
  }

  /** As it is written in tables and files. */
  public String title() {
    return title;
  }

  /**
   * Rate of damage, 1/s, or of equivalent minutes, min/s; from a table at 1/64 K, within 2e-5 of
   * the formula (CEM43 below 43 °C: 6e-5), and 0 below 39 °C.
   */
  public double rate(double celsius) {
    double place = (Math.min(celsius, HIGHEST_CELSIUS) - LOWEST_CELSIUS) * PER_KELVIN;
    if (!(place >= 0)) {
      return 0;
    }
    int index = (int) place;
    return table[index] + (place - index) * (table[index + 1] - table[index]);
  }

  /**
   * The rates of all laws in one table, for kernels: entry {@code i} holds those at {@link
   * #LOWEST_CELSIUS} + i / {@link #PER_KELVIN} in the order of the laws.
   */
  public static double[] rates() {
    DamageLaw[] laws = values();
    int entries = laws[0].table.length;
    double[] rates = new double[entries * laws.length];
    for (int i = 0; i < entries; i++) {
      for (int law = 0; law < laws.length; law++) {
        rates[i * laws.length + law] = laws[law].table[i];
      }
    }
    return rates;
  }
}
