package lissauer.controller.record;

import lissauer.hal.TipPosition;

/**
 * What became of one site. Values that a program does not have, or that were not reached, are NaN.
 *
 * @param site its number, from 1
 * @param holdSeconds how long the program's time ran
 * @param inBandFraction share of that time within ±1 °C of the set temperature, 0 to 1
 * @param overshootKelvin highest reading above the set temperature, which may be negative; NaN when
 *     the hold was not reached
 * @param energyJoules measured at the generator
 * @param beforeOhms mean impedance of the contact check
 * @param afterOhms last impedance of the cooling
 */
public record SiteResult(
    int site,
    TipPosition at,
    Verdict verdict,
    double holdSeconds,
    double inBandFraction,
    double overshootKelvin,
    double peakCelsius,
    double energyJoules,
    double beforeOhms,
    double afterOhms) {

  /** In one word. */
  public enum Verdict {
    /**
     * The program ran its time: thermal in band for at least 95 % of it with at most 2 °C of
     * overshoot, constant power with its energy within 20 %, pulsed with any.
     */
    COMPLETE,
    /** The program ran its time, but not as precisely as that. */
    OUT_OF_BAND,
    /** The program did not run its time. */
    INCOMPLETE
  }
}
