package lissauer.simulator.fault;

/** What can be wrong between a generator's output and the tissue (hazards 17-20 and 22). */
public sealed interface CircuitFault {
  /** A wire is broken or the return electrode off: so many ohms more in series. */
  record Open(double pathOhms) implements CircuitFault {}

  /** The cable is shorted before the tip, which then gets nothing. */
  record Shorted(double shortOhms) implements CircuitFault {}

  /**
   * The electrode is withdrawn, or lies half in fluid.
   *
   * @param impedanceRatio of what the tip sees to what it would see in tissue
   * @param heatRatio share of the power that still heats tip and tissue
   */
  record Withdrawn(double impedanceRatio, double heatRatio) implements CircuitFault {}

  /**
   * Tissue boils or chars: the impedance climbs. Above 100 °C Haines and Verow 1990
   * (doi:10.1161/01.cir.82.3.1034) saw that in 29 of 32 lesions.
   *
   * @param impedanceRatio in the end
   * @param riseSeconds until then
   */
  record Charred(double impedanceRatio, double riseSeconds) implements CircuitFault {}
}
