package lissauer.controller.safety;

import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import org.jspecify.annotations.Nullable;

/**
 * What was commanded lately and whether the output followed.
 *
 * @param offSinceNanos since when nothing but off was commanded
 * @param lastWatts the last command
 * @param secondWatts the one before
 * @param thirdWatts and the one before that; readings lag commands by up to three exchanges
 * @param highReadings readings with power above all three, in a row
 * @param lowReadings readings below half of all three, in a row
 */
record OutputState(
    long offSinceNanos,
    double lastWatts,
    double secondWatts,
    double thirdWatts,
    int highReadings,
    int lowReadings) {
  /** A generator that gives less than half of what it is told for this many readings gives up. */
  private static final int LOW_READINGS = 15;

  private static final double LOW_FRACTION = 0.5;

  /** A power this far above the absolute cap trips at the first reading. */
  private static final double ABSOLUTE_MARGIN = 1.1;

  static OutputState offSince(long nowNanos) {
    return new OutputState(nowNanos, 0, 0, 0, 0, 0);
  }

  /** Whether the last command asked for output. */
  boolean rfOn() {
    return lastWatts > 0;
  }

  /** Most power that a reading may still show. */
  double mostWatts() {
    return Math.max(lastWatts, Math.max(secondWatts, thirdWatts));
  }

  /** Least power that a reading must already show. */
  double leastWatts() {
    return Math.min(lastWatts, Math.min(secondWatts, thirdWatts));
  }

  /** With one more reading; readings without power say nothing of an excess. */
  OutputState seeing(RfReading rf, Limits limits) {
    double most = mostWatts() * (1 + limits.excessFraction()) + limits.offWatts();
    boolean high = mostWatts() > 0 && !(rf.powerWatts() <= most);
    boolean low = !(rf.powerWatts() >= leastWatts() * LOW_FRACTION - limits.offWatts());
    int highs = flows(rf, limits) ? (high ? highReadings + 1 : 0) : highReadings;
    int lows = low ? lowReadings + 1 : 0;
    return highs == highReadings && lows == lowReadings
        ? this
        : new OutputState(offSinceNanos, lastWatts, secondWatts, thirdWatts, highs, lows);
  }

  /** With one more command. */
  OutputState commanding(RfCommand command, long nowNanos) {
    boolean stillOff = !command.on() && !rfOn();
    return new OutputState(
        stillOff ? offSinceNanos : nowNanos,
        command.powerWatts(),
        lastWatts,
        secondWatts,
        highReadings,
        lowReadings);
  }

  /** Whether anything comes out. */
  static boolean flows(RfReading rf, Limits limits) {
    return rf.outputOn() || !(rf.powerWatts() <= limits.offWatts());
  }

  /**
   * Why RF is cut, or null.
   *
   * @param askedNanos when the reading was asked for
   */
  @Nullable Trip failure(RfReading rf, Limits limits, long askedNanos, long nowNanos) {
    double ageSeconds = (askedNanos - rf.measuredNanos()) * 1e-9;
    if (!(Math.abs(ageSeconds) <= limits.sampleAgeSeconds())) {
      return new OutputTrip.StaleReading(ageSeconds, limits.sampleAgeSeconds());
    }
    double watts = rf.powerWatts();
    double offSeconds = (nowNanos - offSinceNanos) * 1e-9;
    if (!rfOn() && offSeconds > limits.offSeconds() && flows(rf, limits)) {
      return new OutputTrip.OutputNotOff(watts, limits.offWatts());
    }
    if (!(watts <= limits.absoluteWatts() * ABSOLUTE_MARGIN)
        || highReadings >= limits.excessReadings()) {
      return new OutputTrip.PowerAboveCommand(watts, mostWatts());
    }
    return lowReadings < LOW_READINGS
        ? null
        : new OutputTrip.PowerBelowCommand(watts, leastWatts());
  }
}
