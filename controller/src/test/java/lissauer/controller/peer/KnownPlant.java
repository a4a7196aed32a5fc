package lissauer.controller.peer;

import java.util.ArrayDeque;
import lissauer.controller.campaign.Heated;

/** Lags side by side behind a dead time and a sensor's lag, stepped exactly. */
final class KnownPlant implements Heated {
  private final double periodSeconds;
  private final double[] gains;
  private final double[] seconds;
  private final double sensorSeconds;
  private final ArrayDeque<Double> late = new ArrayDeque<>();
  private final double[] kelvin;
  private double sensedKelvin;

  KnownPlant(double periodSeconds, double deadSeconds, double sensorSeconds, double[]... modes) {
    this.periodSeconds = periodSeconds;
    this.sensorSeconds = sensorSeconds;
    gains = new double[modes.length];
    seconds = new double[modes.length];
    kelvin = new double[modes.length];
    for (int i = 0; i < modes.length; i++) {
      gains[i] = modes[i][0];
      seconds[i] = modes[i][1];
    }
    for (int i = 0; i < Math.round(deadSeconds / periodSeconds); i++) {
      late.add(0.0);
    }
  }

  @Override
  public double periodSeconds() {
    return periodSeconds;
  }

  double tipCelsius() {
    double sum = 37;
    for (double mode : kelvin) {
      sum += mode;
    }
    return sum;
  }

  @Override
  public double sensedCelsius() {
    return sensorSeconds > 0 ? 37 + sensedKelvin : tipCelsius();
  }

  @Override
  public void pass(double watts) {
    late.add(watts);
    double acting = late.remove();
    int parts = 20;
    double dt = periodSeconds / parts;
    for (int part = 0; part < parts; part++) {
      double before = tipCelsius() - 37;
      for (int i = 0; i < kelvin.length; i++) {
        double settled = gains[i] * acting;
        kelvin[i] = settled + (kelvin[i] - settled) * Math.exp(-dt / seconds[i]);
      }
      double middle = 0.5 * (before + tipCelsius() - 37);
      if (sensorSeconds > 0) {
        sensedKelvin = middle + (sensedKelvin - middle) * Math.exp(-dt / sensorSeconds);
      }
    }
  }
}
