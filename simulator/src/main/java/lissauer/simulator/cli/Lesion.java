package lissauer.simulator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lissauer.simulator.tissue.Extents;
import lissauer.simulator.tissue.FieldSnapshot;
import lissauer.simulator.tissue.LesionRun.TracePoint;

/**
 * One simulated lesion.
 *
 * @param offIndex place of the moment of RF off in the trace
 * @param on sizes at that moment
 * @param end sizes after cooling
 * @param hot fields at that moment
 * @param cooled fields after cooling
 * @param imbalanceRatio energy that cannot be accounted for, over what was delivered
 */
record Lesion(
    Case simulated,
    List<TracePoint> trace,
    int offIndex,
    Map<LesionEdge, Extents.Size> on,
    Map<LesionEdge, Extents.Size> end,
    FieldSnapshot hot,
    FieldSnapshot cooled,
    double deliveredJoules,
    double imbalanceRatio,
    int cells) {
  private static final double BOILING_CELSIUS = 100;

  /** When RF went off. */
  TracePoint off() {
    return trace.get(offIndex);
  }

  /** Impedance before any heat. */
  double coldOhms() {
    return trace.getFirst().impedanceOhms();
  }

  /** Hottest that any tissue got. */
  double peakCelsius() {
    return trace.stream().mapToDouble(TracePoint::peakCelsius).max().orElse(Double.NaN);
  }

  int steps() {
    return trace.size() - 1;
  }

  /** What the result cannot be trusted for. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (peakCelsius() > BOILING_CELSIUS && simulated.tissue().waterFraction() == 0) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "the tissue reaches %.0f °C, and %s has no boiling (water_fraction 0): beyond 100 °C"
                  + " this is outside the model; heat less, or take a tissue with water",
              peakCelsius(),
              simulated.tissueName()));
    }
    return warnings;
  }
}
