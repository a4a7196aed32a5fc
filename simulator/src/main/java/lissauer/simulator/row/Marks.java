package lissauer.simulator.row;

/** When to look at a row: often after a change and in a ramp, seldom later. */
final class Marks {
  private static final double SHORTEST_SECONDS = 0.1;
  private static final double LONGEST_SECONDS = 1;
  private static final double SHARE = 0.2;
  private static final double LOOKS_IN_RAMP = 12;

  private double rampSeconds;
  private double sinceChange;
  private double sinceMark;

  /** A sudden change, now, or the start of a ramp. */
  void begin(double ramp) {
    rampSeconds = ramp;
    sinceChange = 0;
  }

  boolean due(double tickSeconds) {
    sinceChange += tickSeconds;
    sinceMark += tickSeconds;
    double step =
        sinceChange <= rampSeconds
            ? rampSeconds / LOOKS_IN_RAMP
            : SHARE * (sinceChange - rampSeconds);
    return sinceMark >= Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, step)) - 1e-9;
  }

  /** Time since the last look, which this is. */
  double take() {
    double taken = sinceMark;
    sinceMark = 0;
    return taken;
  }
}
