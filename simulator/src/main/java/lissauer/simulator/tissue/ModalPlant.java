package lissauer.simulator.tissue;

import java.util.List;

/**
 * Tip temperature and impedance over time, advanced exactly for piecewise constant power.
 *
 * <p>Every mode and the lag of the sensor behind them are solved in closed form, which is the
 * matrix exponential of this system, so the step size changes nothing but rounding. {@code
 * StrictMath} keeps the bits the same on every machine.
 */
public final class ModalPlant {
  private static final double REFERENCE_CELSIUS = 37;

  private final ModalParameters parameters;
  private final double[] kelvin;
  private double sensedKelvin;

  /** A tip at rest in fresh tissue. */
  public ModalPlant(ModalParameters parameters) {
    this.parameters = parameters;
    this.kelvin = new double[parameters.modes().size()];
  }

  /** Lets time pass at constant power. */
  public void advance(double seconds, double watts) {
    List<ModalParameters.Mode> modes = parameters.modes();
    double lagRate = 1 / parameters.sensorLagSeconds();
    double lagDecay = StrictMath.exp(-seconds * lagRate);
    double sensed = sensedKelvin * lagDecay;
    for (int i = 0; i < kelvin.length; i++) {
      ModalParameters.Mode mode = modes.get(i);
      double rate = 1 / mode.timeConstantSeconds();
      double settled = mode.gainKelvinPerWatt() * watts;
      double transientKelvin = kelvin[i] - settled;
      sensed += settled * (1 - lagDecay);
      sensed += transientKelvin * lagRate * lagDecay * integral(lagRate - rate, seconds);
      kelvin[i] = settled + transientKelvin * StrictMath.exp(-seconds * rate);
    }
    sensedKelvin = sensed;
  }

  /** Takes the tip to another place: its own heat stays behind, old lesions nearby are felt. */
  public void moveBy(double millimetres) {
    int slowest = kelvin.length - 1;
    double left = kelvin[slowest] * StrictMath.pow(parameters.residualFraction(), millimetres);
    java.util.Arrays.fill(kelvin, 0);
    kelvin[slowest] = left;
    sensedKelvin = left;
  }

  /** True temperature of the tip where the thermocouple sits. */
  public double tipCelsius() {
    double sum = 0;
    for (double mode : kelvin) {
      sum += mode;
    }
    return parameters.baseCelsius() + sum;
  }

  /** What a thermocouple of the given lag shows, without noise. */
  public double sensedCelsius() {
    return parameters.baseCelsius() + sensedKelvin;
  }

  /** Impedance of tip and tissue, which conducts better when warm. */
  public double impedanceOhms() {
    double felt = parameters.baseCelsius() - REFERENCE_CELSIUS;
    for (int i = 0; i < kelvin.length; i++) {
      felt += parameters.modes().get(i).conductanceShareFraction() * kelvin[i];
    }
    return parameters.coldOhms() / (1 + parameters.conductivityPerKelvin() * felt);
  }

  /** ∫₀ᵗ e^{r s} ds, also where r is 0: a sensor as slow as a mode is no special case. */
  private static double integral(double rate, double seconds) {
    double z = rate * seconds;
    return Math.abs(z) < 1e-12 ? seconds : seconds * (StrictMath.expm1(z) / z);
  }
}
