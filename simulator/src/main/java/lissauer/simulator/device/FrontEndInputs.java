package lissauer.simulator.device;

import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import lissauer.hal.modbus.FrontEndMap;

/** What an emulated front end senses apart from its own output. */
final class FrontEndInputs {
  private static final long SAMPLE_AGE_NANOS = 250_000_000;

  private final Thermocouple thermocouple;
  private TemperatureSample sample;
  private int samples = 1;
  private double warmKelvin;
  private boolean interlockClosed = true;
  private boolean footswitchDown;
  private boolean returnPathGood = true;
  private int interlockOpenings;

  FrontEndInputs(Thermocouple thermocouple, TemperatureSample first) {
    this.thermocouple = thermocouple;
    this.sample = first;
  }

  /** Takes over a conversion that has finished. */
  void look() {
    TemperatureSample newest = newest();
    if (newest.sampledNanos() != sample.sampledNanos()) {
      samples = (samples + 1) & 0xFFFF;
      sample = newest;
    }
  }

  private TemperatureSample newest() {
    try {
      return thermocouple.read();
    } catch (lissauer.hal.DeviceException e) {
      throw new IllegalStateException("a simulated thermocouple always answers", e);
    }
  }

  void interlock(boolean closed) {
    interlockOpenings += interlockClosed && !closed ? 1 : 0;
    interlockClosed = closed;
  }

  void footswitch(boolean down) {
    footswitchDown = down;
  }

  void returnPath(boolean good) {
    returnPathGood = good;
  }

  /** Warms the tip from outside by so much. */
  void warmedBy(double kelvin) {
    warmKelvin = kelvin;
  }

  TemperatureSample sample() {
    return warmKelvin == 0
        ? sample
        : new TemperatureSample(
            sample.sampledNanos(),
            sample.tipCelsius() + warmKelvin,
            sample.coldJunctionCelsius(),
            sample.quality());
  }

  /** Finished conversions. */
  int samples() {
    return samples;
  }

  /** Whether nothing can be said of the tip's temperature. */
  boolean blind(long nowNanos) {
    return sample.quality() != Quality.GOOD || nowNanos - sample.sampledNanos() > SAMPLE_AGE_NANOS;
  }

  /** Tip in steps of the map. */
  double tipSteps() {
    return sample().tipCelsius() * FrontEndMap.PER_KELVIN;
  }

  boolean interlockClosed() {
    return interlockClosed;
  }

  boolean footswitchDown() {
    return footswitchDown;
  }

  boolean returnPathGood() {
    return returnPathGood;
  }

  int interlockOpenings() {
    return interlockOpenings;
  }
}
