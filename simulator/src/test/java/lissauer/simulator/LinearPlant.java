package lissauer.simulator;

import java.util.List;
import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.Plant;

/**
 * A tip whose temperature is a sum of first-order modes, advanced exactly, with a thermocouple of a
 * known lag behind it: for tests that need to know what devices ought to show.
 */
final class LinearPlant implements Plant {
  private static final double BASE_CELSIUS = 37;

  private final List<Mode> modes;
  private final double ohms;
  private final double lagSeconds;
  private final double[] kelvin;
  private double sensedKelvin;

  /** {@code ẋ = −x/τ + (g/τ)·P}. */
  record Mode(double timeConstantSeconds, double gainKelvinPerWatt) {}

  LinearPlant(double ohms, double lagSeconds, Mode... modes) {
    this.ohms = ohms;
    this.lagSeconds = lagSeconds;
    this.modes = List.of(modes);
    this.kelvin = new double[modes.length];
  }

  @Override
  public void advance(double seconds, double watts) {
    double lagRate = 1 / lagSeconds;
    double lagDecay = Math.exp(-seconds * lagRate);
    double sensed = sensedKelvin * lagDecay;
    for (int i = 0; i < kelvin.length; i++) {
      Mode mode = modes.get(i);
      double rate = 1 / mode.timeConstantSeconds;
      double settled = mode.gainKelvinPerWatt * watts;
      double left = kelvin[i] - settled;
      sensed += settled * (1 - lagDecay);
      double apart = lagRate - rate;
      sensed += left * lagRate * lagDecay * (Math.expm1(apart * seconds) / apart);
      kelvin[i] = settled + left * Math.exp(-seconds * rate);
    }
    sensedKelvin = sensed;
  }

  @Override
  public double tipCelsius() {
    double sum = BASE_CELSIUS;
    for (double mode : kelvin) {
      sum += mode;
    }
    return sum;
  }

  /** What a thermocouple shows, without noise. */
  double sensedCelsius() {
    return BASE_CELSIUS + sensedKelvin;
  }

  @Override
  public double impedanceOhms() {
    return ohms;
  }

  @Override
  public void place(TipPosition from, TipPosition to) {
    java.util.Arrays.fill(kelvin, 0);
    sensedKelvin = 0;
  }
}
