package lissauer.simulator.tissue;

import java.util.List;
import lissauer.hal.settings.Settings;

/**
 * One electrode in one tissue as a sum of first-order modes, fitted to a solution of the bioheat
 * equation.
 *
 * @param baseCelsius temperature of the tissue far away
 * @param coldOhms impedance at 37 °C
 * @param conductivityPerKelvin relative change of tissue conductivity with temperature, α
 * @param sensorLagSeconds first-order lag of the thermocouple and its filter
 * @param residualFraction share of the slowest mode that is still felt 1 mm further along the row
 */
public record ModalParameters(
    double baseCelsius,
    double coldOhms,
    double conductivityPerKelvin,
    double sensorLagSeconds,
    double residualFraction,
    List<Mode> modes) {

  /**
   * One mode: {@code ẋ = −x/τ + (g/τ)·P}.
   *
   * @param timeConstantSeconds τ
   * @param gainKelvinPerWatt g; negative for the dead time of the metal
   * @param conductanceShareFraction how much of this mode's temperature the current path feels
   */
  public record Mode(
      double timeConstantSeconds, double gainKelvinPerWatt, double conductanceShareFraction) {
    /** Refuses a mode without duration. */
    public Mode {
      if (!(timeConstantSeconds > 0 && Double.isFinite(gainKelvinPerWatt))) {
        throw new IllegalArgumentException(
            "mode needs a time constant above 0 s, was " + timeConstantSeconds);
      }
    }
  }

  /** Keeps its own copy of the modes. */
  public ModalParameters {
    modes = List.copyOf(modes);
  }

  /** Marks the keys of a tissue file that only {@link #from} reads. */
  static void leave(Settings tissue) {
    tissue.has("modal_plants");
    tissue.has("residual_fraction");
  }

  /** Reads a tissue file for one electrode. */
  public static ModalParameters from(Settings tissue, String electrode, double sensorLagSeconds) {
    tissue.text("description", "");
    double base = tissue.number("base_celsius", 10, 40);
    double perKelvin = tissue.number("conductivity_per_kelvin", 0, 0.05);
    double residual = tissue.number("residual_fraction", 0, 1);
    Settings plants = tissue.section("modal_plants");
    Settings plant = electrode.isEmpty() ? plants.nothing(electrode) : plants.section(electrode);
    double[] seconds = plant.numbers("time_constants_seconds", 4, 0.0001, 10_000);
    double[] gains = plant.numbers("gains_kelvin_per_watt", 4, -10_000, 10_000);
    double[] shares = plant.numbers("conductance_shares_fraction", 4, -2, 2);
    double ohms = plant.number("cold_ohms", 1, 100_000);
    plant.text("source", "");
    plant.done();
    Tissue.leave(tissue);
    tissue.done();
    List<Mode> modes =
        List.of(
            new Mode(seconds[0], gains[0], shares[0]),
            new Mode(seconds[1], gains[1], shares[1]),
            new Mode(seconds[2], gains[2], shares[2]),
            new Mode(seconds[3], gains[3], shares[3]));
    return new ModalParameters(base, ohms, perKelvin, sensorLagSeconds, residual, modes);
  }
}
