package lissauer.controller.control;

/**
 * Holds a tip at a reference temperature: feed-forward from the inverse of a thermal model plus a
 * PI correction of what the model got wrong.
 *
 * <p>The correction compares the thermocouple with the reference as a thermocouple of the same lag
 * would show it, so a ramp does not look like an error. Gains: physics study, robust PI with
 * feed-forward for a 50 ms lag (Kp 0.049 W/K, Ki 0.144 W/K/s, sensitivity peak below 1.7 over ±30 %
 * tissue).
 */
public final class TemperatureLaw {
  /** Longest step that is integrated as one; a longer gap is a trip elsewhere. */
  private static final double LONGEST_STEP_SECONDS = 0.25;

  private final Tuning tuning;

  /**
   * Settings of the law, from the electrode's file.
   *
   * @param lagSeconds time constant of the thermocouple and its filter
   */
  public record Tuning(
      double proportionalWattsPerKelvin,
      double integralWattsPerKelvinSecond,
      double lagSeconds,
      ThermalModel model) {}

  /**
   * What the law remembers.
   *
   * @param startCelsius tip temperature when heating began
   * @param laggedCelsius the reference as the thermocouple would show it
   * @param correctionWatts integral of the correction
   */
  public record State(
      double startCelsius, ThermalModel.State model, double laggedCelsius, double correctionWatts) {
    /** At the start of a ramp, at rest at the measured temperature. */
    public static State restingAt(double celsius) {
      return new State(celsius, ThermalModel.State.REST, celsius, 0);
    }
  }

  /**
   * What the law is given each tick.
   *
   * @param elapsedSeconds since the tick before
   * @param referenceCelsius where the tip should be now
   * @param slopeKelvinPerSecond how fast the reference moves
   * @param limitWatts most that may be asked for
   */
  public record Input(
      double elapsedSeconds,
      double measuredCelsius,
      double referenceCelsius,
      double slopeKelvinPerSecond,
      double limitWatts) {}

  /** Power wanted now, 0 to the limit, and the state for the next tick. */
  public record Output(double powerWatts, State state) {}

  /** A law with the settings of one electrode. */
  public TemperatureLaw(Tuning tuning) {
    this.tuning = tuning;
  }

  /** One tick. */
  public Output step(State last, Input in) {
    double dt = Math.min(in.elapsedSeconds(), LONGEST_STEP_SECONDS);
    double nextRise = in.referenceCelsius() + in.slopeKelvinPerSecond() * dt - last.startCelsius();
    double forwardWatts =
        clamp(tuning.model.requiredWatts(last.model(), nextRise, dt), in.limitWatts());
    double keep = StrictMath.exp(-dt / tuning.lagSeconds);
    double lagged = in.referenceCelsius() + (last.laggedCelsius() - in.referenceCelsius()) * keep;
    double errorKelvin = lagged - in.measuredCelsius();
    double wanted =
        forwardWatts + tuning.proportionalWattsPerKelvin * errorKelvin + last.correctionWatts();
    double watts = clamp(wanted, in.limitWatts());
    boolean windsUp = (wanted - watts) * errorKelvin > 0;
    double correction =
        last.correctionWatts()
            + (windsUp ? 0 : tuning.integralWattsPerKelvinSecond * errorKelvin * dt);
    ThermalModel.State model = tuning.model.after(last.model(), forwardWatts, dt);
    return new Output(watts, new State(last.startCelsius(), model, lagged, correction));
  }

  private static double clamp(double watts, double limitWatts) {
    return Math.max(0, Math.min(watts, limitWatts));
  }
}
