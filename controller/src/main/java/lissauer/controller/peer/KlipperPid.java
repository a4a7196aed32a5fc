package lissauer.controller.peer;

import lissauer.hal.RfReading;

/**
 * The PID of the Klipper printer firmware (its documentation, "PID tuning" and "Config reference"):
 * {@code P = Kp·e + Ki·∫e dt − Kd·dT/dt}, the derivative on the measurement and averaged over a
 * smoothing time, the integral kept only where the output is not limited.
 *
 * <p>Klipper samples every 0.3 s and lets a decision act 0.3 s later; smoothing is 1 s.
 */
final class KlipperPid implements SampledPeer.Law {
  /** Klipper's default {@code pid_smooth_time} of that name. */
  static final double SMOOTH_SECONDS = 1;

  private final Gains gains;
  private final double limitWatts;
  private double beforeCelsius = Double.NaN;
  private double slopeKelvinPerSecond;
  private double integralKelvinSeconds;

  /** Settings of a PID. */
  record Gains(
      double proportionalWattsPerKelvin,
      double integralWattsPerKelvinSecond,
      double derivativeJoulesPerKelvin) {
    /** Ziegler and Nichols 1942: 0.6 Ku, Tu/2, Tu/8. */
    static Gains zieglerNichols(double ultimateWattsPerKelvin, double ultimateSeconds) {
      double kp = 0.6 * ultimateWattsPerKelvin;
      return new Gains(kp, kp / (0.5 * ultimateSeconds), kp * 0.125 * ultimateSeconds);
    }
  }

  KlipperPid(Gains gains, double limitWatts) {
    this.gains = gains;
    this.limitWatts = limitWatts;
  }

  @Override
  public double decide(double seconds, double celsius, double set, RfReading reading) {
    double error = set - celsius;
    if (Double.isNaN(beforeCelsius)) {
      beforeCelsius = celsius;
    }
    double rise = celsius - beforeCelsius;
    beforeCelsius = celsius;
    slopeKelvinPerSecond =
        seconds >= SMOOTH_SECONDS
            ? rise / seconds
            : (slopeKelvinPerSecond * (SMOOTH_SECONDS - seconds) + rise) / SMOOTH_SECONDS;
    double most =
        gains.integralWattsPerKelvinSecond > 0
            ? limitWatts / gains.integralWattsPerKelvinSecond
            : 0;
    double integral = Math.max(0, Math.min(most, integralKelvinSeconds + error * seconds));
    double wanted =
        gains.proportionalWattsPerKelvin * error
            + gains.integralWattsPerKelvinSecond * integral
            - gains.derivativeJoulesPerKelvin * slopeKelvinPerSecond;
    double watts = Math.max(0, Math.min(limitWatts, wanted));
    if (watts == wanted) {
      integralKelvinSeconds = integral;
    }
    return watts;
  }
}
