package lissauer.hal.console;

import lissauer.hal.TipPosition;

/** One modelled electrode in modelled tissue: what is true, not what a sensor shows. */
public interface VirtualTip {
  /**
   * Lets time pass.
   *
   * @param watts constant true power in the tissue
   */
  void advance(double seconds, double watts);

  /** Temperature of the metal where the thermocouple sits, without lag or noise. */
  double tipCelsius();

  /** Temperature of the hottest tissue. */
  double tissuePeakCelsius();

  /** Resistance between tip and return electrode. */
  double impedanceOhms();

  /** From now on all tissue around has this perfusion, ρ_b c_b ω of Pennes' equation. */
  void perfuse(double perfusionWattsPerCubicMetreKelvin);

  /** Takes the tip from one place of a row to another, at once; the heat it made stays behind. */
  void place(TipPosition from, TipPosition to);
}
