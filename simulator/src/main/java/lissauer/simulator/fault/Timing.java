package lissauer.simulator.fault;

import lissauer.hal.settings.Settings;

/**
 * When a fault comes, how long it stays, and whether it is there all the time.
 *
 * @param forSeconds infinity for good
 * @param periodSeconds 0 for a fault that is there all the time
 * @param dutyFraction how much of each period, at its beginning, it is there
 * @param chanceFraction in how many of the periods it is there at all, drawn from the seed
 */
public record Timing(
    When when,
    double forSeconds,
    double periodSeconds,
    double dutyFraction,
    double chanceFraction) {
  private static final double LONGEST_SECONDS = 100_000;

  static Timing from(Settings fault, boolean intermittent) {
    When when = fault.has("when") ? When.from(fault.section("when")) : When.OPENING;
    double lasts = fault.number("for_seconds", 0.001, LONGEST_SECONDS, Double.POSITIVE_INFINITY);
    return intermittent
        ? new Timing(
            when,
            lasts,
            fault.number("period_seconds", 0.01, 1000),
            fault.number("duty_fraction", 0.001, 0.999, 0.5),
            fault.number("chance_fraction", 0.001, 1, 1))
        : new Timing(when, lasts, 0, 1, 1);
  }

  boolean intermittent() {
    return periodSeconds > 0;
  }

  /** For people. */
  String text() {
    String lasting = forSeconds < LONGEST_SECONDS ? " for " + forSeconds + " s" : "";
    String often =
        intermittent()
            ? " in " + dutyFraction + " of every " + periodSeconds + " s, chance " + chanceFraction
            : "";
    return when.text() + lasting + often;
  }
}
