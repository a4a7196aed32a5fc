package lissauer.simulator;

import lissauer.hal.settings.Settings;

/**
 * What lies between a generator's output and the tip: contacts, pad and path in series, and a cable
 * whose capacitance lies across tip and tissue. Tissue itself carries some displacement current.
 *
 * @param seriesOhms pad, path and interface; 100 to 300 Ω are credible (physics study, section 1)
 * @param cablePicofarads 100 to 300 pF are usual, which is 3.2 to 1.1 kΩ at 500 kHz
 * @param displacementSiemens susceptance of the tissue, taken not to change with temperature
 */
public record Wiring(
    double seriesOhms, double cablePicofarads, double frequencyHertz, double displacementSiemens) {
  /** A generator connected right to a resistive tissue. */
  static final Wiring NONE = new Wiring(0, 0, 480_000, 0);

  /**
   * What the generator drives.
   *
   * @param magnitudeOhms what its meters show: volts over amperes
   * @param realOhms its real power over the square of its current
   * @param tissueFraction how much of that power heats tissue
   */
  record Load(double magnitudeOhms, double realOhms, double tissueFraction) {}

  /** Reads the section {@code wiring} of a rig file; none of it is there unless it says so. */
  static Wiring from(Settings rig) {
    Settings section = rig.has("wiring") ? rig.section("wiring") : rig.nothing("wiring");
    Wiring wiring =
        new Wiring(
            section.number("series_ohms", 0, 1000, NONE.seriesOhms),
            section.number("cable_picofarads", 0, 1000, NONE.cablePicofarads),
            section.number("frequency_hertz", 100_000, 2_000_000, NONE.frequencyHertz),
            0);
    section.done();
    return wiring;
  }

  /** The same wires to a tissue with this susceptance. */
  Wiring to(double tissueSiemens) {
    return new Wiring(seriesOhms, cablePicofarads, frequencyHertz, tissueSiemens);
  }

  /** The load for a tissue of this resistance. */
  Load load(double tissueOhms) {
    double siemens = 2 * Math.PI * frequencyHertz * cablePicofarads * 1e-12 + displacementSiemens;
    double ratio = siemens * tissueOhms;
    double parallelOhms = tissueOhms / (1 + ratio * ratio);
    double realOhms = seriesOhms + parallelOhms;
    double reactiveOhms = ratio * parallelOhms;
    double magnitudeOhms = reactiveOhms == 0 ? realOhms : StrictMath.hypot(realOhms, reactiveOhms);
    return new Load(magnitudeOhms, realOhms, parallelOhms / realOhms);
  }
}
