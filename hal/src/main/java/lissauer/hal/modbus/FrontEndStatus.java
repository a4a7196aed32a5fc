package lissauer.hal.modbus;

import lissauer.hal.Quality;

/**
 * What a front end measured and is, as its status block says.
 *
 * @param status bits of {@link FrontEndMap}
 * @param faults bits of {@link FrontEndFault}
 * @param impedanceOhms NaN when it cannot be measured
 * @param tipCelsius NaN when there is none
 * @param sample counts conversions
 * @param sampleAgeNanos when the answer was made
 * @param coldJunctionCelsius NaN when there is none
 */
public record FrontEndStatus(
    int sequence,
    int status,
    int faults,
    long acceptedMicrowatts,
    int leaseLeftMillis,
    double powerWatts,
    double voltsRms,
    double ampsRms,
    double impedanceOhms,
    double tipCelsius,
    Quality quality,
    int sample,
    long sampleAgeNanos,
    double coldJunctionCelsius) {
  private static final Quality[] QUALITIES = {
    Quality.GOOD,
    Quality.OPEN_CIRCUIT,
    Quality.INPUT_VOLTAGE,
    Quality.OUT_OF_RANGE,
    Quality.COLD_JUNCTION,
    Quality.NO_DATA
  };

  private static final int AGE_NANOS = 100_000;
  private static final int OLDEST = 65535;

  /** From the status block. */
  public static FrontEndStatus from(Registers block) {
    int at = FrontEndMap.STATUS;
    long ohms = block.u32(at + 12);
    int quality = block.u16(at + 15);
    return new FrontEndStatus(
        block.u16(at),
        block.u16(at + 1),
        block.u16(at + 2),
        block.u32(at + 3),
        block.u16(at + 5),
        block.u32(at + 6) / FrontEndMap.MICRO,
        block.u32(at + 8) / FrontEndMap.MILLI,
        block.u32(at + 10) / FrontEndMap.MICRO,
        ohms == FrontEndMap.NO_IMPEDANCE ? Double.NaN : ohms / 10.0,
        celsius(block.s16(at + 14)),
        // A quality of a later map is one that cannot be acted on.
        quality < QUALITIES.length ? QUALITIES[quality] : Quality.OUT_OF_RANGE,
        block.u16(at + 16),
        (long) block.u16(at + 17) * AGE_NANOS,
        celsius(block.s16(at + 18)));
  }

  /** Into the status block. */
  public Registers registers() {
    int at = FrontEndMap.STATUS;
    return new Registers(at, FrontEndMap.STATUS_SIZE)
        .put16(at, sequence)
        .put16(at + 1, status)
        .put16(at + 2, faults)
        .put32(at + 3, acceptedMicrowatts)
        .put16(at + 5, leaseLeftMillis)
        .put32(at + 6, Math.round(powerWatts * FrontEndMap.MICRO))
        .put32(at + 8, Math.round(voltsRms * FrontEndMap.MILLI))
        .put32(at + 10, Math.round(ampsRms * FrontEndMap.MICRO))
        .put32(
            at + 12,
            Double.isNaN(impedanceOhms)
                ? FrontEndMap.NO_IMPEDANCE
                : Math.min(Math.round(impedanceOhms * 10), FrontEndMap.NO_IMPEDANCE - 1))
        .put16(at + 14, steps(tipCelsius))
        .put16(at + 15, java.util.List.of(QUALITIES).indexOf(quality))
        .put16(at + 16, sample)
        .put16(at + 17, (int) Math.min(OLDEST, sampleAgeNanos / AGE_NANOS))
        .put16(at + 18, steps(coldJunctionCelsius));
  }

  /** Whether this status bit is set. */
  public boolean has(int bit) {
    return (status & bit) != 0;
  }

  private static double celsius(int steps) {
    return steps == FrontEndMap.NO_TEMPERATURE ? Double.NaN : steps / FrontEndMap.PER_KELVIN;
  }

  private static int steps(double celsius) {
    return Double.isNaN(celsius)
        ? FrontEndMap.NO_TEMPERATURE
        : Math.clamp(Math.round(celsius * FrontEndMap.PER_KELVIN), -32767, 32767);
  }
}
