package lissauer.hal;

import lissauer.hal.settings.Settings;

/**
 * The wire with the tip that heats and the thermocouple in it, as its file in {@code
 * config/electrodes} describes it.
 *
 * @param name file name without its ending
 * @param tipMillimetres length below the shaft's insulation, the insulated part of the tip included
 * @param insulatedMillimetres the first part of the tip, next to the shaft, that does not heat
 * @param geometry its shape around the axis, for those who model it
 */
public record Electrode(
    String name,
    double diameterMillimetres,
    double tipMillimetres,
    double insulatedMillimetres,
    Caps caps,
    ImpedanceWindow impedance,
    TipGeometry geometry) {

  /** Refuses a tip that has nothing bare, or sizes that are not finite and positive. */
  public Electrode {
    if (!(diameterMillimetres > 0 && diameterMillimetres <= 5)) {
      throw new IllegalArgumentException(
          "diameter must be above 0 to 5 mm, was " + diameterMillimetres);
    }
    if (!(tipMillimetres > 0 && tipMillimetres <= 50)) {
      throw new IllegalArgumentException("tip must be above 0 to 50 mm, was " + tipMillimetres);
    }
    if (!(insulatedMillimetres >= 0 && insulatedMillimetres < tipMillimetres)) {
      throw new IllegalArgumentException(
          "insulated part must be 0 to less than the tip, was " + insulatedMillimetres + " mm");
    }
  }

  /** Length of the part that heats. */
  public double activeMillimetres() {
    return tipMillimetres - insulatedMillimetres;
  }

  /**
   * Reads an electrode file. The sections that other parts own ({@code control}, {@code
   * lesion_width}) are left for them.
   */
  public static Electrode from(Settings settings) {
    double diameter = settings.number("diameter_millimetres", 0.05, 5);
    double tip = settings.number("tip_millimetres", 0.1, 50);
    double insulated = settings.number("insulated_millimetres", 0, 0.99 * tip, 0);
    return new Electrode(
        settings.name(),
        diameter,
        tip,
        insulated,
        Caps.from(settings.section("caps")),
        ImpedanceWindow.from(settings.section("impedance_window")),
        TipGeometry.from(settings, diameter / 2, tip - insulated, insulated));
  }
}
