package lissauer.controller.loop;

import lissauer.controller.control.Probe;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.Trip;
import org.jspecify.annotations.Nullable;

/** Refuses to heat on a probe that says thermocouple, tip or tissue are not what they should be. */
final class ProbeCheck {
  /** A slower thermocouple lets the tip overshoot before it shows (domain hazard 8). */
  private static final double SLOWEST_SECONDS = 0.5;

  /**
   * Tissue from fat to gel heats within these bounds of cord; a tip in liquid, a junction that is
   * shorted, reversed or elsewhere, or power that goes elsewhere does not.
   */
  private static final double LEAST_RISE = 0.4;

  private static final double MOST_RISE = 2.5;

  /** Noise of a usable thermocouple and the model's own error stay below this together. */
  private static final double UNEXPLAINED_KELVIN = 1;

  private ProbeCheck() {}

  /** Why not to go on, or null. */
  static @Nullable Trip failure(Probe.@Nullable Finding finding) {
    if (finding == null) {
      return new SensorTrip.ProbeUnseen();
    }
    double least = LEAST_RISE * finding.expectedRiseKelvin();
    double most = MOST_RISE * finding.expectedRiseKelvin();
    if (!(finding.riseKelvin() >= least && finding.riseKelvin() <= most)) {
      return new SensorTrip.ProbeRise(finding.riseKelvin(), least, most);
    }
    if (!(finding.residualKelvin() <= UNEXPLAINED_KELVIN)) {
      return new SensorTrip.ProbeUnexplained(finding.residualKelvin(), UNEXPLAINED_KELVIN);
    }
    return finding.lagSeconds() <= SLOWEST_SECONDS
        ? null
        : new SensorTrip.SensorSluggish(finding.lagSeconds(), SLOWEST_SECONDS);
  }
}
