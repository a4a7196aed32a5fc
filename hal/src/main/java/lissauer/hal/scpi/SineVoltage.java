package lissauer.hal.scpi;

/**
 * A sine voltage: the one place where peak-to-peak, RMS and dBm are turned into each other, so that
 * no factor of 2.83 hides in a driver.
 */
record SineVoltage(double voltsRms) {
  private static final double PEAK_TO_PEAK_PER_RMS = 2 * Math.sqrt(2);

  /** Refuses what is negative or not finite. */
  SineVoltage {
    if (!(voltsRms >= 0 && voltsRms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a sine voltage must be finite and >= 0, was " + voltsRms);
    }
  }

  static SineVoltage ofPeakToPeak(double volts) {
    return new SineVoltage(volts / PEAK_TO_PEAK_PER_RMS);
  }

  /** Of a power into a load; dBm without a load is no voltage. */
  static SineVoltage ofDbm(double dbm, double loadOhms) {
    if (!(loadOhms > 0 && loadOhms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("dBm needs a finite load, was " + loadOhms + " ohm");
    }
    return new SineVoltage(Math.sqrt(Math.pow(10, dbm / 10) * 1e-3 * loadOhms));
  }

  double peakToPeak() {
    return voltsRms * PEAK_TO_PEAK_PER_RMS;
  }

  SineVoltage atMost(SineVoltage limit) {
    return voltsRms <= limit.voltsRms ? this : limit;
  }

  SineVoltage atLeast(SineVoltage limit) {
    return voltsRms >= limit.voltsRms ? this : limit;
  }

  SineVoltage times(double factor) {
    return new SineVoltage(voltsRms * factor);
  }

  /**
   * Whether an instrument that was told this has kept it: 1 % and 2 mVpp cover the resolution of
   * the instruments that docs/devices/scpi.md names.
   */
  boolean near(SineVoltage readBack) {
    double difference = Math.abs(peakToPeak() - readBack.peakToPeak());
    return difference <= 0.01 * peakToPeak() + 0.002;
  }

  @Override
  public String toString() {
    return String.format(java.util.Locale.ROOT, "%.3f Vpp (%.3f Vrms)", peakToPeak(), voltsRms);
  }
}
