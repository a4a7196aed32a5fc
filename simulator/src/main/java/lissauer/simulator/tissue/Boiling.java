package lissauer.simulator.tissue;

/**
 * Water that turns to steam between 100 and 105 °C, cell by cell, by its enthalpy: heat beyond 100
 * °C first boils water and only then warms what is left. A cell that has boiled dry stays dry, as
 * char does; until then steam condenses again.
 */
final class Boiling {
  static final double STARTS_CELSIUS = 100;
  static final double ENDS_CELSIUS = 105;

  /** Just below, so that no long step leaps into boiling. */
  private static final double NEARLY_CELSIUS = 98;

  /** Latent heat of water at 1000 kg/m³, J/m³. */
  private static final double LATENT_JOULES_PER_CUBIC_METRE = 2.17e9;

  private final Mesh mesh;
  private final double baseCelsius;
  private final double[] capacity;
  private final double latentKelvin;
  private final double[] boiled;
  private boolean active;

  Boiling(Mesh mesh, Tissue tissue, double[] capacity) {
    this.mesh = mesh;
    this.baseCelsius = tissue.baseCelsius();
    this.capacity = capacity;
    this.latentKelvin =
        LATENT_JOULES_PER_CUBIC_METRE
            * tissue.waterFraction()
            / tissue.capacityJoulesPerCubicMetreKelvin();
    this.boiled = new double[mesh.cells()];
  }

  /**
   * Turns the temperatures that conduction alone would give into those with boiling.
   *
   * @param residualKelvin what has to be added to each, as well as the base
   */
  void settle(double[] kelvin, double residualKelvin) {
    if (latentKelvin == 0) {
      return;
    }
    double starts = STARTS_CELSIUS - baseCelsius - residualKelvin;
    double nearly = NEARLY_CELSIUS - baseCelsius - residualKelvin;
    active = false;
    for (int cell = 0; cell < kelvin.length; cell++) {
      if ((kelvin[cell] > starts || boiled[cell] > 0)
          && mesh.material[cell] == Material.TISSUE
          && boiled[cell] < 1) {
        double over = kelvin[cell] - starts + boiled[cell] * latentKelvin;
        double share = over / (ENDS_CELSIUS - STARTS_CELSIUS + latentKelvin);
        boiled[cell] = Math.max(0, Math.min(1, share));
        kelvin[cell] = starts + over - boiled[cell] * latentKelvin;
      }
      boolean steam = boiled[cell] > 0 && boiled[cell] < 1;
      active |= steam || (mesh.material[cell] == Material.TISSUE && kelvin[cell] > nearly);
    }
  }

  /** Whether steam forms or condenses somewhere, or is about to. */
  boolean active() {
    return active;
  }

  /** Whether all water of a cell is gone. */
  boolean dry(int cell) {
    return boiled[cell] >= 1;
  }

  /** Heat held as steam. */
  double latentJoules() {
    double joules = 0;
    for (int cell = 0; cell < boiled.length; cell++) {
      joules += boiled[cell] * latentKelvin * capacity[cell];
    }
    return joules;
  }
}
