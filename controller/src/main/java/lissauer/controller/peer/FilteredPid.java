package lissauer.controller.peer;

import lissauer.hal.RfReading;

/**
 * A textbook PID in parallel form (Åström and Hägglund, Advanced PID Control, 2006, chapter 3):
 * derivative on the measurement behind a first-order filter, the integral held while the output is
 * limited and would go further.
 */
final class FilteredPid implements SampledPeer.Law {
  private final KlipperPid.Gains gains;
  private final double filterSeconds;
  private final double limitWatts;
  private double filteredCelsius = Double.NaN;
  private double integralWatts;

  FilteredPid(KlipperPid.Gains gains, double filterSeconds, double limitWatts) {
    this.gains = gains;
    this.filterSeconds = filterSeconds;
    this.limitWatts = limitWatts;
  }

  @Override
  public double decide(double seconds, double celsius, double set, RfReading reading) {
    if (Double.isNaN(filteredCelsius)) {
      filteredCelsius = celsius;
    }
    double before = filteredCelsius;
    filteredCelsius += (celsius - before) * (1 - StrictMath.exp(-seconds / filterSeconds));
    double slope = (celsius - filteredCelsius) / filterSeconds;
    double error = set - celsius;
    double wanted =
        gains.proportionalWattsPerKelvin() * error
            + integralWatts
            - gains.derivativeJoulesPerKelvin() * slope;
    double watts = Math.max(0, Math.min(limitWatts, wanted));
    if (watts == wanted || (wanted - watts) * error < 0) {
      integralWatts += gains.integralWattsPerKelvinSecond() * error * seconds;
    }
    return watts;
  }
}
