package lissauer.simulator.tissue;

import lissauer.hal.TipPosition;

/** What a tip feels and shows while it is heated along a row: the tissue end of a simulated rig. */
public interface Plant {
  /** Lets time pass at constant power in the tissue. */
  void advance(double seconds, double watts);

  /** True temperature of the metal where the thermocouple sits, without lag or noise. */
  double tipCelsius();

  /** Resistance between tip and return electrode, finite even without contact. */
  double impedanceOhms();

  /** Takes the tip from one place to another, at once; the heat that it made stays behind. */
  void place(TipPosition from, TipPosition to);
}
