package lissauer.hal.modbus;

import lissauer.hal.Caps;

/**
 * Caps as a front end holds them, in whole steps of its registers.
 *
 * @param microwatts most mean power
 * @param millivolts most voltage, RMS
 * @param microamps most current, RMS
 * @param tipSteps highest tip temperature, 1/128 °C
 * @param rfTenths longest RF time since the relay was last open, 0.1 s
 */
public record FrontEndCaps(
    long microwatts, long millivolts, long microamps, int tipSteps, int rfTenths) {
  private static final String[] NAMES = {
    "power", "voltage", "current", "tip temperature", "RF time"
  };

  /** Those of an electrode, rounded down. */
  public static FrontEndCaps of(Caps caps) {
    return new FrontEndCaps(
        floor(caps.absoluteWatts() * FrontEndMap.MICRO),
        floor(caps.voltsRms() * FrontEndMap.MILLI),
        floor(caps.ampsRms() * FrontEndMap.MICRO),
        (int) floor(caps.tipCelsius() * FrontEndMap.PER_KELVIN),
        (int) floor(caps.rfOnSeconds() * 10));
  }

  /** From eight registers. */
  public static FrontEndCaps from(Registers registers, int address) {
    return new FrontEndCaps(
        registers.u32(address),
        registers.u32(address + 2),
        registers.u32(address + 4),
        registers.s16(address + 6),
        registers.u16(address + 7));
  }

  /** Into eight registers. */
  public Registers to(Registers registers, int address) {
    return registers
        .put32(address, microwatts)
        .put32(address + 2, millivolts)
        .put32(address + 4, microamps)
        .put16(address + 6, tipSteps)
        .put16(address + 7, rfTenths);
  }

  /** Which of these are above those, in words; empty when none is. */
  public String above(FrontEndCaps greatest) {
    long[] mine = {microwatts, millivolts, microamps, tipSteps, rfTenths};
    long[] theirs = {
      greatest.microwatts,
      greatest.millivolts,
      greatest.microamps,
      greatest.tipSteps,
      greatest.rfTenths
    };
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < mine.length; i++) {
      if (mine[i] > theirs[i]) {
        found.append(found.isEmpty() ? "" : ", ").append(NAMES[i]);
      }
    }
    return found.toString();
  }

  @Override
  public String toString() {
    return "%.3f W, %.2f V, %.4f A, %.1f °C, %.1f s"
        .formatted(
            microwatts / FrontEndMap.MICRO,
            millivolts / FrontEndMap.MILLI,
            microamps / FrontEndMap.MICRO,
            tipSteps / FrontEndMap.PER_KELVIN,
            rfTenths / 10.0);
  }

  /** Down to a whole step, but not below a step for the error of a binary fraction. */
  private static long floor(double steps) {
    return (long) Math.floor(steps + 1e-6);
  }
}
