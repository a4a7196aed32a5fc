package lissauer.simulator.tissue;

/**
 * Thermal properties of what is not tissue.
 *
 * @param metal solid stainless steel: 15 W/(m K), 4.0 MJ/(m³ K) (handbook)
 * @param polymer PTFE or polyimide: 0.25 W/(m K), 2.31 MJ/(m³ K) (handbook)
 * @param fluid cerebrospinal fluid: 0.62 W/(m K), 1007 kg/m³, 4200 J/(kg K) (IT'IS)
 * @param air at 40 °C
 */
record Substances(Heat metal, Heat polymer, Heat fluid, Heat air) {
  static final Substances USUAL =
      new Substances(
          new Heat(15, 4.0e6),
          new Heat(0.25, 2.31e6),
          new Heat(0.62, 1007 * 4200.0),
          new Heat(0.027, 1.13e3));

  /** How heat is conducted and stored. */
  record Heat(double conductionWattsPerMetreKelvin, double capacityJoulesPerCubicMetreKelvin) {
    /** m²/s. */
    double diffusivity() {
      return conductionWattsPerMetreKelvin / capacityJoulesPerCubicMetreKelvin;
    }
  }

  Heat of(Material material) {
    return switch (material) {
      case METAL -> metal;
      case INSULATION -> polymer;
      case FLUID -> fluid;
      case AIR -> air;
      case TISSUE -> throw new IllegalArgumentException("tissue has properties of its own");
    };
  }
}
