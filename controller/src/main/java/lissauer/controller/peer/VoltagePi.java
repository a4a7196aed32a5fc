package lissauer.controller.peer;

import lissauer.hal.RfReading;

/**
 * The PI of Haemmerich and Webster (BioMedical Engineering OnLine 2005, 4:42): after each step the
 * voltage is {@code V = Kp·e + Ki·∫e dt}, so the power goes with its square. The integral is held
 * while the voltage is at a limit.
 */
final class VoltagePi implements SampledPeer.Law {
  private final Gains gains;
  private final double limitVoltsRms;
  private final double limitWatts;
  private double integralVolts;

  /** Settings of the PI. */
  record Gains(double proportionalVoltsPerKelvin, double integralVoltsPerKelvinSecond) {}

  VoltagePi(Gains gains, double limitVoltsRms, double limitWatts) {
    this.gains = gains;
    this.limitVoltsRms = limitVoltsRms;
    this.limitWatts = limitWatts;
  }

  @Override
  public double decide(double seconds, double celsius, double set, RfReading reading) {
    double most = Math.min(limitVoltsRms, Math.sqrt(limitWatts * reading.impedanceOhms()));
    double volts = volts(seconds, set - celsius, most);
    return volts * volts / reading.impedanceOhms();
  }

  /** The law itself. */
  double volts(double seconds, double errorKelvin, double mostVolts) {
    double wanted = gains.proportionalVoltsPerKelvin * errorKelvin + integralVolts;
    double volts = Math.max(0, Math.min(mostVolts, wanted));
    if (volts == wanted || (wanted - volts) * errorKelvin < 0) {
      integralVolts += gains.integralVoltsPerKelvinSecond * errorKelvin * seconds;
    }
    return volts;
  }
}
