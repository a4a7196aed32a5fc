package lissauer.hal.console;

/**
 * Tissue that a campaign asks for.
 *
 * @param baseCelsius temperature far away and at the start
 * @param conductivitySiemensPerMetre σ at 37 °C, at the frequency of the generator
 * @param conductivityPerKelvin relative rise of σ with temperature, α
 * @param conductionWattsPerMetreKelvin thermal conductivity, k
 * @param capacityJoulesPerCubicMetreKelvin density times specific heat, ρc
 * @param perfusionWattsPerCubicMetreKelvin ρ_b c_b ω of Pennes' equation
 */
public record VirtualTissue(
    Model model,
    double baseCelsius,
    double conductivitySiemensPerMetre,
    double conductivityPerKelvin,
    double conductionWattsPerMetreKelvin,
    double capacityJoulesPerCubicMetreKelvin,
    double perfusionWattsPerCubicMetreKelvin) {

  /** How it is computed. */
  public sealed interface Model {}

  /** All cells of a mesh; tissue can boil, and perfusion ends where tissue is destroyed. */
  public record Full() implements Model {}

  /**
   * A few decays, a hundred times faster, without boiling or an end of perfusion.
   *
   * @param offFraction each decay rate and each gain of the sensor is off by up to this fraction,
   *     uniformly, so that no law can rest on the exact structure of the model; 0 to 0.3
   * @param seed of what is off by how much
   */
  public record Reduced(double offFraction, long seed) implements Model {
    /** Refuses what would turn a decay into growth. */
    public Reduced {
      if (!(offFraction >= 0 && offFraction <= 0.3)) {
        throw new IllegalArgumentException("modes can be off by 0 to 0.3, was " + offFraction);
      }
    }

    /** As it was trained. */
    public static Reduced exact() {
      return new Reduced(0, 0);
    }
  }
}
