package lissauer.controller.campaign;

import lissauer.hal.console.VirtualTip;

/**
 * The least time in which a plant can be brought near its set point: full power until it is there.
 * Whoever is slower could have been faster, whatever the law, since a tip warms with all power it
 * gets. The physics study, section 4, has the same by linear programming, on a plant whose current
 * does not shun the hot tip; where it does, 1 W takes 0.54 s and not 0.40 s.
 */
final class Bound {
  private static final double STEP_SECONDS = 0.01;
  private static final double LONGEST_SECONDS = 30;

  private Bound() {}

  /** From now until the tip is so warm at this power, after a delay without power. */
  static double seconds(VirtualTip tip, double watts, double celsius, double delaySeconds) {
    if (delaySeconds > 0) {
      tip.advance(delaySeconds, 0);
    }
    double seconds = delaySeconds;
    double before = tip.tipCelsius();
    while (before < celsius && seconds < LONGEST_SECONDS) {
      tip.advance(STEP_SECONDS, watts);
      double after = tip.tipCelsius();
      if (after >= celsius) {
        return seconds + STEP_SECONDS * (celsius - before) / (after - before);
      }
      seconds += STEP_SECONDS;
      before = after;
    }
    return before < celsius ? Double.POSITIVE_INFINITY : seconds;
  }
}
