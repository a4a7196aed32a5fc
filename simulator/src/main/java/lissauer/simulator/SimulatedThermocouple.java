package lissauer.simulator;

import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;

/** A thermocouple front end that converts on its own period, with noise and finite resolution. */
final class SimulatedThermocouple implements Thermocouple {
  private final SimulatedClock clock;
  private final SimulatedTip tip;
  private final Noise noise;
  private final Setup setup;
  private TemperatureSample latest;

  /**
   * How it converts.
   *
   * @param periodSeconds from one conversion to the next
   * @param noiseKelvin standard deviation
   * @param resolutionKelvin one step of the converter
   * @param roomCelsius temperature of the cold junction
   */
  record Setup(
      double periodSeconds, double noiseKelvin, double resolutionKelvin, double roomCelsius) {}

  SimulatedThermocouple(SimulatedClock clock, SimulatedTip tip, Setup setup, long seed) {
    this.clock = clock;
    this.tip = tip;
    this.setup = setup;
    this.noise = new Noise(seed, "thermocouple", setup.noiseKelvin);
    this.latest =
        new TemperatureSample(clock.nanos(), Double.NaN, setup.roomCelsius, Quality.NO_DATA);
    convert();
  }

  @Override
  public TemperatureSample read() {
    return latest;
  }

  private void convert() {
    double celsius = tip.now().sensedCelsius() + noise.next();
    double shown = Math.rint(celsius / setup.resolutionKelvin) * setup.resolutionKelvin;
    latest = new TemperatureSample(clock.nanos(), shown, setup.roomCelsius, Quality.GOOD);
    clock.at(clock.nanos() + Math.round(setup.periodSeconds * 1e9), this::convert);
  }
}
