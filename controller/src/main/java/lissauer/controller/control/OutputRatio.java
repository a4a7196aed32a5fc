package lissauer.controller.control;

import lissauer.hal.RfReading;
import org.jspecify.annotations.Nullable;

/**
 * Keeps up with how much of what is commanded a generator gives. The probe measures it; a drift is
 * followed only when it is certain which command was measured, and that nothing but the generator's
 * gain stands between the two.
 */
final class OutputRatio {
  /** Share of what is new. */
  private static final double SHARE = 0.05;

  /** Below this, a ratio of powers says nothing. */
  private static final double LEAST_WATTS = 0.02;

  /** While commands change by more, or power is this near its ceiling, nothing is certain. */
  private static final double STEADY_FRACTION = 0.05;

  /** Further off than this from the probe's is no gain: contact is lost, or a limit reached. */
  private static final double BELIEVABLE_FRACTION = 0.3;

  /** A generator at a limit of its own keeps the tip away from its reference. */
  private static final double NEAR_KELVIN = 1;

  private final double mostWatts;

  /**
   * @param mostWatts what the generator gives at most, whatever it is told
   */
  OutputRatio(double mostWatts) {
    this.mostWatts = mostWatts;
  }

  /** Power in the tissue by a command, as far as is known. */
  double givenWatts(double commandedWatts, double outputRatio) {
    return Math.min(mostWatts, commandedWatts * outputRatio);
  }

  /** The ratio with what this reading says of it. */
  double after(
      TemperatureMemory last,
      Probe.Finding finding,
      RfReading rf,
      TemperatureLaw.@Nullable Aim aim) {
    int then = finding.delayTicks() + 1;
    double commanded = last.commanded[then];
    double before = then + 1 < last.commanded.length ? last.commanded[then + 1] : commanded;
    double change =
        Math.max(Math.abs(last.commanded[then - 1] - commanded), Math.abs(before - commanded));
    boolean certain =
        aim != null
            && Math.abs(last.believedCelsius() - aim.referenceCelsius()) < NEAR_KELVIN
            && rf.measuredNanos() > last.measuredNanos
            && rf.powerWatts() <= (1 - STEADY_FRACTION) * mostWatts
            && commanded > LEAST_WATTS
            && change < STEADY_FRACTION * commanded;
    double seen = rf.powerWatts() / commanded;
    return certain && Math.abs(seen / finding.outputRatio() - 1) < BELIEVABLE_FRACTION
        ? last.outputRatio + SHARE * (seen - last.outputRatio)
        : last.outputRatio;
  }
}
