package lissauer.controller.safety;

/**
 * What the gate remembers from tick to tick.
 *
 * @param tickNanos when it judged last
 * @param offSinceNanos since when nothing but off was commanded
 * @param lastWatts the last command
 * @param secondWatts the one before
 * @param thirdWatts and the one before that; readings lag commands by up to three exchanges
 * @param highReadings readings with power above all three, in a row
 * @param lowReadings readings below half of all three, in a row
 * @param badImpedances impedances outside the window in a row, over readings with RF on
 * @param site where RF time is counted
 * @param rfOnSeconds RF time at that site
 */
public record GateState(
    long tickNanos,
    long offSinceNanos,
    double lastWatts,
    double secondWatts,
    double thirdWatts,
    int highReadings,
    int lowReadings,
    int badImpedances,
    int site,
    double rfOnSeconds) {

  /** Before the first tick, with RF off. */
  public static GateState startingAt(long nowNanos) {
    return new GateState(nowNanos, nowNanos, 0, 0, 0, 0, 0, 0, -1, 0);
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
}
