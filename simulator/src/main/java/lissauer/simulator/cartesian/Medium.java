package lissauer.simulator.cartesian;

/**
 * What the tissue is made of. Steel and insulation are those of the reference solution and do not
 * vary.
 *
 * @param conductivitySiemensPerMetre at 37 °C
 * @param conductivityPerKelvin relative change of conductivity with temperature, α; there is no
 *     boiling here, so nothing above 100 °C is to be believed
 * @param heatWattsPerMetreKelvin thermal conductivity
 * @param storageJoulesPerCubicMetreKelvin density times specific heat
 * @param perfusionWattsPerCubicMetreKelvin heat taken by blood; it does not stop in dead tissue
 * @param baseCelsius temperature at the start, at the box and of the blood
 */
public record Medium(
    double conductivitySiemensPerMetre,
    double conductivityPerKelvin,
    double heatWattsPerMetreKelvin,
    double storageJoulesPerCubicMetreKelvin,
    double perfusionWattsPerCubicMetreKelvin,
    double baseCelsius) {
  /** Steel, and insulation of PTFE or polyimide: handbook values. */
  static final double STEEL_WATTS_PER_METRE_KELVIN = 15;

  static final double STEEL_JOULES_PER_CUBIC_METRE_KELVIN = 4.0e6;
  static final double INSULATION_WATTS_PER_METRE_KELVIN = 0.25;
  static final double INSULATION_JOULES_PER_CUBIC_METRE_KELVIN = 2.31e6;

  /** Refuses what cannot conduct. */
  public Medium {
    if (!(conductivitySiemensPerMetre > 0
        && conductivityPerKelvin >= 0
        && heatWattsPerMetreKelvin > 0
        && storageJoulesPerCubicMetreKelvin > 0
        && perfusionWattsPerCubicMetreKelvin >= 0
        && baseCelsius >= 0)) {
      throw new IllegalArgumentException("tissue must conduct and store, was " + this);
    }
  }

  /**
   * Cord without perfusion, as in case C_w0 of the reference: σ by the 4-Cole-Cole fit of grey
   * matter at 500 kHz, k and ρc those of the cord in the IT'IS table.
   */
  public static Medium cord() {
    return new Medium(0.15, 0.02, 0.51, 3.90225e6, 0, 37);
  }

  /** Conductivity of tissue this much warmer than 37 °C. */
  double siemensPerMetre(double aboveBaseKelvin) {
    double above37Kelvin = aboveBaseKelvin + baseCelsius - 37;
    return conductivitySiemensPerMetre * (1 + conductivityPerKelvin * above37Kelvin);
  }
}
