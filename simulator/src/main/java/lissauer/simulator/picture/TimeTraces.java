package lissauer.simulator.picture;

/**
 * What happened over the time of a lesion; NaN where there was no value.
 *
 * @param seconds rising
 * @param tipCelsius true temperature at the sensor
 * @param peakCelsius of the hottest tissue
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record TimeTraces(
    double[] seconds,
    double[] tipCelsius,
    double[] peakCelsius,
    double[] powerWatts,
    double[] impedanceOhms) {

  /** Refuses traces of different lengths. */
  public TimeTraces {
    for (double[] trace : new double[][] {tipCelsius, peakCelsius, powerWatts, impedanceOhms}) {
      if (trace.length != seconds.length || seconds.length < 2) {
        throw new IllegalArgumentException(
            "a trace of %d values over %d times: both need the same number, 2 or more"
                .formatted(trace.length, seconds.length));
      }
    }
  }
}
