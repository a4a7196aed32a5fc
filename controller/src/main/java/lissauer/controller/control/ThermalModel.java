package lissauer.controller.control;

/**
 * What the law believes of electrode and tissue: three first-order modes from power to tip
 * temperature, {@code T = T0 + Σ xᵢ} with {@code ẋᵢ = −xᵢ/τᵢ + (gᵢ/τᵢ)·P}.
 *
 * <p>Such a sum of positive modes has all its zeros left of its slowest pole, so it may be inverted
 * for feed-forward. Three modes follow the DREZ tip within about 7 % from 50 ms on.
 *
 * @param fast nearest the metal
 * @param medium the tissue that becomes the lesion
 * @param slow the tissue around it
 */
public record ThermalModel(Mode fast, Mode medium, Mode slow) {
  /**
   * One mode.
   *
   * @param timeConstantSeconds τ
   * @param gainKelvinPerWatt g
   */
  public record Mode(double timeConstantSeconds, double gainKelvinPerWatt) {
    /** Refuses modes that could not be inverted. */
    public Mode {
      if (!(timeConstantSeconds > 0 && gainKelvinPerWatt > 0)) {
        throw new IllegalArgumentException(
            "a mode needs a positive time constant and gain, was "
                + timeConstantSeconds
                + " s, "
                + gainKelvinPerWatt
                + " K/W");
      }
    }

    /** Value of this mode after a time at constant power; exact. */
    double after(double kelvin, double watts, double seconds) {
      double settledKelvin = gainKelvinPerWatt * watts;
      return settledKelvin + (kelvin - settledKelvin) * decay(seconds);
    }

    /** How much 1 W lifts this mode in that time, from 0. */
    double lift(double seconds) {
      return gainKelvinPerWatt * (1 - decay(seconds));
    }

    private double decay(double seconds) {
      return StrictMath.exp(-seconds / timeConstantSeconds);
    }
  }

  /** Temperature rises of the modes at one instant. */
  public record State(double fastKelvin, double mediumKelvin, double slowKelvin) {
    /** At rest. */
    public static final State REST = new State(0, 0, 0);

    /** Tip temperature above the start. */
    public double riseKelvin() {
      return fastKelvin + mediumKelvin + slowKelvin;
    }
  }

  /** State after a time at constant power. */
  public State after(State now, double watts, double seconds) {
    return new State(
        fast.after(now.fastKelvin, watts, seconds),
        medium.after(now.mediumKelvin, watts, seconds),
        slow.after(now.slowKelvin, watts, seconds));
  }

  /** Power that brings the tip to this rise in that time; may be negative. */
  public double requiredWatts(State now, double riseKelvin, double seconds) {
    double lift = fast.lift(seconds) + medium.lift(seconds) + slow.lift(seconds);
    return (riseKelvin - after(now, 0, seconds).riseKelvin()) / lift;
  }

  /** Tip temperature above the start after a time at constant power from rest. */
  public double stepKelvin(double watts, double seconds) {
    return after(State.REST, watts, seconds).riseKelvin();
  }
}
