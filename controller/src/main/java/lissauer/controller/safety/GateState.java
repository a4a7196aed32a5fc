package lissauer.controller.safety;

/**
 * What the gate remembers from tick to tick.
 *
 * @param tickNanos when it judged last
 * @param rfOn whether it allowed output then
 * @param offSinceNanos since when nothing but off was commanded
 * @param envelopeWatts most power that a reading may still show of the commands given so far
 * @param withinNanos when the measured power was last within that, or nothing was commanded
 * @param badImpedances impedances outside the window in a row, over readings with RF on
 * @param site where RF time is counted
 * @param rfOnSeconds RF time at that site
 */
public record GateState(
    long tickNanos,
    boolean rfOn,
    long offSinceNanos,
    double envelopeWatts,
    long withinNanos,
    int badImpedances,
    int site,
    double rfOnSeconds) {

  /** Before the first tick, with RF off. */
  public static GateState startingAt(long nowNanos) {
    return new GateState(nowNanos, false, nowNanos, 0, nowNanos, 0, -1, 0);
  }
}
