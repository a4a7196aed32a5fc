package lissauer.hal;

/**
 * What the generator measured at its output since the exchange before, so it answers the command of
 * one exchange ago.
 *
 * <p>Not validated here on purpose: the safety gate judges the raw values, NaN included.
 *
 * @param measuredNanos when the measurement ended, on the rig's clock
 * @param powerWatts mean real power into the load
 * @param impedanceOhms magnitude of the load, taken with the output itself or, while it is off,
 *     with a test signal too weak to heat; NaN when it cannot be measured
 * @param outputOn whether the output stage is switched on, as the generator sees it
 */
public record RfReading(
    long measuredNanos,
    double voltsRms,
    double ampsRms,
    double powerWatts,
    double impedanceOhms,
    boolean outputOn) {}
