package lissauer.controller.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.RecordedTick;
import lissauer.controller.record.SiteResult;

/**
 * One site with all its ticks.
 *
 * @param ticks from the contact check on
 * @param heatSeconds when heating began, since the start of the record; the first tick's when it
 *     never did
 */
record SiteCourse(SiteResult result, List<RecordedTick> ticks, double heatSeconds) {

  /** All sites of a run that got as far as a contact check. */
  static List<SiteCourse> all(RecordedRow row) {
    List<SiteCourse> courses = new ArrayList<>();
    for (SiteResult result : row.results()) {
      List<RecordedTick> ticks =
          row.ticks().stream()
              .filter(tick -> tick.site() == result.site())
              .filter(tick -> isTreatment(tick.phase()))
              .toList();
      if (!ticks.isEmpty()) {
        double heat =
            ticks.stream()
                .filter(tick -> tick.phase().equals("ramp") || tick.phase().equals("hold"))
                .mapToDouble(RecordedTick::seconds)
                .findFirst()
                .orElse(ticks.getFirst().seconds());
        courses.add(new SiteCourse(result, ticks, heat));
      }
    }
    return courses;
  }

  private static boolean isTreatment(String phase) {
    return switch (phase) {
      case "idle", "self test", "positioning", "row done" -> false;
      default -> true;
    };
  }

  /** Time since heating began. */
  double since(RecordedTick tick) {
    return tick.seconds() - heatSeconds;
  }

  double lastSeconds() {
    return since(ticks.getLast());
  }

  double firstSeconds() {
    return since(ticks.getFirst());
  }

  /** Mean and standard deviation while the program's time ran. */
  Spread hold(ToDoubleFunction<RecordedTick> value) {
    return Spread.of(
        ticks.stream()
            .filter(tick -> tick.phase().equals("hold"))
            .mapToDouble(value)
            .filter(Double::isFinite)
            .toArray());
  }

  /** What the thermocouple read before any heat. */
  double startCelsius() {
    return ticks.getFirst().tipCelsius();
  }

  /** Highest measured power. */
  double peakWatts() {
    return ticks.stream()
        .mapToDouble(RecordedTick::powerWatts)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }
}
