package lissauer.hal.scpi;

import lissauer.hal.Caps;
import lissauer.hal.ImpedanceWindow;

/**
 * What lies between generator and electrode: a voltage gain, and all that stands in series with the
 * electrode.
 *
 * @param gainRatio output voltage without load over input voltage; below 1 for an attenuator
 * @param sourceOhms output impedance and any series resistor
 */
record Amplifier(double gainRatio, double sourceOhms) {
  /** What the generator must put out for so much at the electrode. */
  SineVoltage generatorFor(double electrodeVoltsRms, double loadOhms) {
    return new SineVoltage(electrodeVoltsRms * (loadOhms + sourceOhms) / loadOhms / gainRatio);
  }

  /** What so much from the generator makes at the electrode. */
  double electrodeVoltsRms(SineVoltage generator, double loadOhms) {
    return generator.voltsRms() * gainRatio * loadOhms / (loadOhms + sourceOhms);
  }

  /**
   * The amplitude at which a generator that is stuck stays within the electrode's caps, at every
   * impedance from {@code fromOhms} up. Power is greatest where the load equals the source: with a
   * series resistor above the smallest impedance the ceiling holds for every load.
   */
  SineVoltage ceiling(Caps caps, ImpedanceWindow window, double fromOhms) {
    double worstOhms = Math.max(sourceOhms, fromOhms);
    double sumOhms = worstOhms + sourceOhms;
    double byPower = sumOhms * Math.sqrt(caps.absoluteWatts() / worstOhms);
    double byCurrent = caps.ampsRms() * (fromOhms + sourceOhms);
    double mostOhms = window.maximumOhms();
    double byVoltage = caps.voltsRms() * (mostOhms + sourceOhms) / mostOhms;
    double open = Math.min(byPower, Math.min(byCurrent, byVoltage));
    double peakToPeak = new SineVoltage(open / gainRatio).peakToPeak();
    return SineVoltage.ofPeakToPeak(Math.floor(peakToPeak * 1000) / 1000);
  }
}
