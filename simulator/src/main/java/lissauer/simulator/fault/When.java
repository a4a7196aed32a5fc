package lissauer.simulator.fault;

import java.util.List;
import java.util.Optional;
import lissauer.hal.settings.Settings;

/**
 * The moment at which a fault begins: the first at which all of this holds, and then so much later.
 * A bench sees no phases, only what a bystander would.
 *
 * @param afterSeconds since the rig was opened
 * @param output whether it is on; counts as off when it has given nothing for 0.1 s
 * @param sinceSeconds how long that has been so
 * @param times so often it has come on, this time included
 * @param moves so often the tip has been taken to a place
 * @param tipAboveCelsius true temperature of the tip
 * @param tipBelowCelsius likewise
 * @param delaySeconds from then on
 * @param spreadSeconds up to which the rig's seed adds to the delay, the same share of it for all
 *     faults of a script, so that many seeds hit many moments and faults that belong together stay
 *     together
 */
public record When(
    double afterSeconds,
    Optional<Boolean> output,
    double sinceSeconds,
    long times,
    long moves,
    double tipAboveCelsius,
    double tipBelowCelsius,
    double delaySeconds,
    double spreadSeconds) {
  /** As soon as the rig is open. */
  static final When OPENING =
      new When(
          0, Optional.empty(), 0, 0, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);

  private static final double LONGEST_SECONDS = 100_000;
  private static final long MOST = 100_000;

  /** What a bystander sees. */
  record Sight(
      double openSeconds,
      boolean outputOn,
      double outputSeconds,
      long times,
      long moves,
      double tipCelsius) {}

  static When from(Settings settings) {
    Optional<Boolean> output =
        settings.has("output")
            ? Optional.of(settings.choice("output", List.of("on", "off")).equals("on"))
            : Optional.empty();
    When when =
        new When(
            settings.number("after_seconds", 0, LONGEST_SECONDS, 0),
            output,
            settings.number("since_seconds", 0, LONGEST_SECONDS, 0),
            settings.whole("times", 0, MOST, 0),
            settings.whole("moves", 0, MOST, 0),
            settings.number("tip_above_celsius", -50, 200, Double.NEGATIVE_INFINITY),
            settings.number("tip_below_celsius", -50, 200, Double.POSITIVE_INFINITY),
            settings.number("delay_seconds", 0, LONGEST_SECONDS, 0),
            settings.number("spread_seconds", 0, LONGEST_SECONDS, 0));
    if (when.sinceSeconds > 0 && output.isEmpty()) {
      settings.problem("since_seconds", "says nothing without output: on or off; add it");
    }
    settings.done();
    return when;
  }

  boolean holds(Sight now) {
    return now.openSeconds >= afterSeconds
        && (output.isEmpty() || (output.get() == now.outputOn && now.outputSeconds >= sinceSeconds))
        && now.times >= times
        && now.moves >= moves
        && now.tipCelsius > tipAboveCelsius
        && now.tipCelsius < tipBelowCelsius;
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    add(text, afterSeconds > 0, "after " + afterSeconds + " s");
    output.ifPresent(on ->
        add(
            text,
            true,
            "output "
                + (on ? "on" : "off")
                + (sinceSeconds > 0 ? " for " + sinceSeconds + " s" : "")));
    add(text, times > 0, "output on " + times + " times");
    add(text, moves > 0, "moved " + moves + " times");
    add(text, tipAboveCelsius > -1e9, "tip above " + tipAboveCelsius + " °C");
    add(text, tipBelowCelsius < 1e9, "tip below " + tipBelowCelsius + " °C");
    add(text, text.isEmpty(), "at once");
    if (delaySeconds > 0) {
      text.append(", ").append(delaySeconds).append(" s later");
    }
    if (spreadSeconds > 0) {
      text.append(", up to ").append(spreadSeconds).append(" s more by seed");
    }
    return text.toString();
  }

  private static void add(StringBuilder text, boolean said, String part) {
    if (said) {
      text.append(text.isEmpty() ? "" : " and ").append(part);
    }
  }
}
