package lissauer.controller.control;

/**
 * A plant of the physics study, section 4: four first-order modes from power to tip temperature,
 * and a thermocouple of 50 ms behind them. Steps of any size are exact.
 */
final class LinearPlant {
  private static final double BASE_CELSIUS = 37;
  private static final double LAG_SECONDS = 0.05;

  private final double[] timeConstantsSeconds;
  private final double[] gainsKelvinPerWatt;
  private final double[] kelvin;
  private double sensedKelvin;

  LinearPlant(double[] timeConstantsSeconds, double[] gainsKelvinPerWatt) {
    this.timeConstantsSeconds = timeConstantsSeconds;
    this.gainsKelvinPerWatt = gainsKelvinPerWatt;
    this.kelvin = new double[gainsKelvinPerWatt.length];
  }

  void advance(double seconds, double watts) {
    double lagRate = 1 / LAG_SECONDS;
    double lagDecay = Math.exp(-seconds * lagRate);
    double sensed = sensedKelvin * lagDecay;
    for (int i = 0; i < kelvin.length; i++) {
      double rate = 1 / timeConstantsSeconds[i];
      double settled = gainsKelvinPerWatt[i] * watts;
      double left = kelvin[i] - settled;
      sensed += settled * (1 - lagDecay);
      double apart = lagRate - rate;
      sensed += left * lagRate * lagDecay * (Math.expm1(apart * seconds) / apart);
      kelvin[i] = settled + left * Math.exp(-seconds * rate);
    }
    sensedKelvin = sensed;
  }

  double tipCelsius() {
    double sum = BASE_CELSIUS;
    for (double mode : kelvin) {
      sum += mode;
    }
    return sum;
  }

  double sensedCelsius() {
    return BASE_CELSIUS + sensedKelvin;
  }
}
