package lissauer.simulator.sensor;

import java.util.List;
import lissauer.hal.settings.Settings;

/**
 * A fault that a rig file asks for, and when.
 *
 * @param fromSeconds simulated time since the rig opened
 * @param toSeconds when it has gone again; infinity for never
 */
public record PlannedFault(SensorFault fault, double fromSeconds, double toSeconds) {
  private static final double LONGEST_SECONDS = 1_000_000;

  /** Words for what can be wrong with a thermocouple. */
  public static final List<String> KINDS =
      List.of(
          "open",
          "short",
          "reversed",
          "wrong_type",
          "detached",
          "offset",
          "drift",
          "pick_up",
          "slow_filter",
          "frozen",
          "stale",
          "cold_junction");

  /** Refuses a fault that goes before it comes. */
  public PlannedFault {
    Ranges.require(fromSeconds >= 0, "fault must begin at 0 s or later, was " + fromSeconds);
    Ranges.require(toSeconds > fromSeconds, "fault must end after its beginning");
  }

  /** Reads the section {@code fault}: its kind, when, and what that kind needs. */
  static PlannedFault from(Settings settings) {
    String kind = settings.choice("kind", KINDS);
    SensorFault fault = fault(kind, settings);
    if (settings.has("intermittent_period_seconds")) {
      fault =
          new SensorFault.Intermittent(
              fault,
              settings.number("intermittent_period_seconds", 0.01, 1000),
              settings.number("duty_fraction", 0.001, 0.999, 0.5));
    }
    double from = settings.number("from_seconds", 0, LONGEST_SECONDS, 0);
    double to = settings.number("to_seconds", 0, LONGEST_SECONDS, Double.POSITIVE_INFINITY);
    if (!(to > from)) {
      settings.problem("to_seconds", to + " is not after from_seconds, " + from);
      to = Double.POSITIVE_INFINITY;
    }
    if (!kind.isEmpty()) {
      settings.done();
    }
    return new PlannedFault(fault, from, to);
  }

  /** Reads what a kind needs, but not when it comes. */
  public static SensorFault fault(String kind, Settings settings) {
    return switch (kind) {
      case "open" -> open(settings);
      case "short" -> new SensorFault.Shorted();
      case "reversed" -> new SensorFault.Reversed();
      case "wrong_type" -> new SensorFault.WrongType(settings.number("shown_ratio", 0.1, 3, 0.77));
      case "detached" ->
          new SensorFault.Detached(
              settings.number("share_fraction", 0, 1, 0.3),
              settings.number("lag_seconds", 0.001, 60, 3));
      case "offset" -> new SensorFault.Offset(settings.number("step_kelvin", -200, 200));
      case "drift" -> new SensorFault.Drift(settings.number("drift_kelvin_per_second", -10, 10));
      case "pick_up" ->
          new SensorFault.PickUp(
              settings.number("step_kelvin", -200, 200, 0),
              settings.number("noise_kelvin", 0, 100, 3));
      case "slow_filter" ->
          new SensorFault.SlowFilter(settings.number("lag_seconds", 0.001, 60, 1));
      case "stale" -> new SensorFault.Stale();
      case "cold_junction" ->
          new SensorFault.ColdJunctionStep(settings.number("step_kelvin", -200, 200));
      default -> new SensorFault.Frozen(); // or a kind that does not exist, noted already
    };
  }

  private static SensorFault open(Settings settings) {
    int every = (int) settings.whole("tested_every", 1, 100, 1);
    String shown =
        settings.has("untested")
            ? settings.choice("untested", List.of("rail", "held", "nan"))
            : "rail";
    return new SensorFault.Open(
        every,
        switch (shown) {
          case "held" -> SensorFault.Floating.HELD;
          case "nan" -> SensorFault.Floating.NAN;
          default -> SensorFault.Floating.RAIL;
        });
  }
}
