package lissauer.simulator.tissue;

import java.util.List;
import lissauer.hal.settings.Settings;

/**
 * Properties of the tissue around a tip, at the frequency of the generator.
 *
 * @param baseCelsius temperature far away and at the start
 * @param conductivitySiemensPerMetre at 37 °C
 * @param conductivityPerKelvin relative rise of conductivity with temperature, α
 * @param displacementRatio displacement current over conduction current at 37 °C; 0 is resistive
 * @param conductionWattsPerMetreKelvin thermal conductivity, k
 * @param capacityJoulesPerCubicMetreKelvin density times specific heat, ρc
 * @param perfusionWattsPerCubicMetreKelvin ρ_b c_b ω of Pennes' equation
 * @param perfusionStops whether perfusion ends where tissue is destroyed (liver kinetics, Ω ≥ 1)
 * @param waterFraction volume of water that can boil away; 0 leaves boiling out
 */
public record Tissue(
    double baseCelsius,
    double conductivitySiemensPerMetre,
    double conductivityPerKelvin,
    double displacementRatio,
    double conductionWattsPerMetreKelvin,
    double capacityJoulesPerCubicMetreKelvin,
    double perfusionWattsPerCubicMetreKelvin,
    boolean perfusionStops,
    double waterFraction) {

  /** Temperature at which the conductivity of a tissue file holds. */
  public static final double NOMINAL_CELSIUS = 37;

  private static final double BOILING_CELSIUS = 100;

  /**
   * Conductivity of dried tissue relative to 99 °C, and how it is reached (Chang 2003, and others).
   */
  private static final double DRY_SHARE = 0.01;

  /** Refuses what is not finite and positive. */
  public Tissue {
    if (!(conductivitySiemensPerMetre > 0
        && conductionWattsPerMetreKelvin > 0
        && capacityJoulesPerCubicMetreKelvin > 0
        && perfusionWattsPerCubicMetreKelvin >= 0)) {
      throw new IllegalArgumentException("tissue properties must be above 0");
    }
  }

  /**
   * Conductivity over that at 37 °C: a straight line to 99 °C; where tissue can boil it then falls
   * to a hundredth by 105 °C.
   */
  double conductivityRatio(double celsius, boolean dry) {
    double limit = waterFraction > 0 ? Math.min(celsius, BOILING_CELSIUS - 1) : celsius;
    double ratio = 1 + conductivityPerKelvin * (limit - NOMINAL_CELSIUS);
    if (dry) {
      ratio *= DRY_SHARE;
    } else if (waterFraction > 0 && celsius > BOILING_CELSIUS) {
      ratio *= Math.max(DRY_SHARE, 1 - (1 - DRY_SHARE) * (celsius - BOILING_CELSIUS) / 5);
    }
    return Math.max(ratio, 0.01);
  }

  /** Conductance at 37 °C of what has this one at base temperature. */
  public double nominalSiemens(double coldSiemens) {
    return coldSiemens / conductivityRatio(baseCelsius, false);
  }

  /** The same tissue with another slope of conductivity. */
  public Tissue withConductivityPerKelvin(double perKelvin) {
    return new Tissue(
        baseCelsius,
        conductivitySiemensPerMetre,
        perKelvin,
        displacementRatio,
        conductionWattsPerMetreKelvin,
        capacityJoulesPerCubicMetreKelvin,
        perfusionWattsPerCubicMetreKelvin,
        perfusionStops,
        waterFraction);
  }

  /** The same tissue with another perfusion. */
  public Tissue withPerfusion(double wattsPerCubicMetreKelvin) {
    return new Tissue(
        baseCelsius,
        conductivitySiemensPerMetre,
        conductivityPerKelvin,
        displacementRatio,
        conductionWattsPerMetreKelvin,
        capacityJoulesPerCubicMetreKelvin,
        wattsPerCubicMetreKelvin,
        perfusionStops,
        waterFraction);
  }

  /** Reads a tissue file; what other parts own is left for them. */
  public static Tissue from(Settings file) {
    return new Tissue(
        file.number("base_celsius", 10, 40),
        file.number("conductivity_siemens_per_metre", 0.005, 5),
        file.number("conductivity_per_kelvin", 0, 0.05),
        file.number("displacement_ratio", 0, 5, 0),
        file.number("conduction_watts_per_metre_kelvin", 0.1, 2),
        file.number("capacity_joules_per_cubic_metre_kelvin", 1e6, 6e6),
        file.number("perfusion_watts_per_cubic_metre_kelvin", 0, 200_000),
        file.choice("perfusion_stops", List.of("never", "where_destroyed"))
            .equals("where_destroyed"),
        file.number("water_fraction", 0, 1));
  }
}
