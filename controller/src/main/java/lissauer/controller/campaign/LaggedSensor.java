package lissauer.controller.campaign;

import java.util.Random;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;

/** A thermocouple with a first-order lag and its converter, on the time line of a bench. */
final class LaggedSensor {
  private final double lagSeconds;
  private final double noiseKelvin;
  private final Sampling sampling;
  private final Random noise;
  private double tipCelsius;
  private double sensedCelsius;
  private double integralKelvinSeconds;
  private double keepSeconds = Double.NaN;
  private double keepFactor;
  private TemperatureSample latest;

  LaggedSensor(double celsius, double lagSeconds, double noiseKelvin, Sampling s, Random noise) {
    this.lagSeconds = lagSeconds;
    this.noiseKelvin = noiseKelvin;
    this.sampling = s;
    this.noise = noise;
    tipCelsius = celsius;
    sensedCelsius = celsius;
    latest = sample(0, celsius);
  }

  /** The tip went straight from where it was to here; exact for that. */
  void follow(double seconds, double celsius) {
    if (seconds != keepSeconds) {
      keepSeconds = seconds;
      keepFactor = StrictMath.exp(-seconds / lagSeconds);
    }
    double slope = (celsius - tipCelsius) / seconds;
    double behind = sensedCelsius - tipCelsius + slope * lagSeconds;
    integralKelvinSeconds +=
        (tipCelsius - slope * lagSeconds) * seconds
            + 0.5 * slope * seconds * seconds
            + behind * lagSeconds * (1 - keepFactor);
    sensedCelsius = celsius - slope * lagSeconds + behind * keepFactor;
    tipCelsius = celsius;
  }

  /** The tip is suddenly elsewhere. */
  void jump(double celsius) {
    tipCelsius = celsius;
  }

  /** Ends a conversion, now. */
  void convert(long nowNanos) {
    if (sampling.free()) {
      latest = sample(nowNanos, integralKelvinSeconds / (sampling.periodNanos() * 1e-9));
      integralKelvinSeconds = 0;
    } else {
      latest = sample(nowNanos, sensedCelsius);
    }
  }

  private TemperatureSample sample(long nowNanos, double celsius) {
    return new TemperatureSample(
        nowNanos, celsius + noiseKelvin * noise.nextGaussian(), Double.NaN, Quality.GOOD);
  }

  TemperatureSample latest() {
    return latest;
  }
}
