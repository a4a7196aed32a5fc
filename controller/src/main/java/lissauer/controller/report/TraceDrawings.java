package lissauer.controller.report;

import java.util.List;
import java.util.Locale;
import lissauer.controller.plan.Program;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.RecordedTick;
import lissauer.controller.report.Panel.Frame;

/** Temperature, power and impedance over time: of the row, of all sites at once, of each. */
final class TraceDrawings {
  private static final List<Quantity> QUANTITIES = List.of(Quantity.values());
  private static final double LEFT = 46;
  private static final double BAND_KELVIN = 1;
  private static final double TRACE_SECONDS = 10;

  private final RecordedRow row;
  private final List<SiteCourse> courses;

  TraceDrawings(RecordedRow row, List<SiteCourse> courses) {
    this.row = row;
    this.courses = courses;
  }

  /** The whole row on one time axis. */
  String wholeRow() {
    List<RecordedTick> ticks = row.ticks();
    Svg svg = new Svg(1120, 470, "tip temperature, power and impedance of the whole row");
    double last = ticks.getLast().seconds();
    Scale x = new Scale(0, last, LEFT, 1112);
    for (SiteCourse course : courses) {
      double from = x.at(course.ticks().getFirst().seconds());
      double width = x.at(course.ticks().getLast().seconds()) - from;
      if (course.result().site() % 2 == 1) {
        svg.rect("stripe", from, 16, width, 416);
      }
      if (width > 14 || course.result().site() % 5 == 0) {
        svg.text("mid", from + width / 2, 12, String.valueOf(course.result().site()));
      }
    }
    double[] tops = {18, 190, 316};
    double[] heights = {164, 118, 116};
    for (int i = 0; i < QUANTITIES.size(); i++) {
      Quantity quantity = QUANTITIES.get(i);
      Frame frame = new Frame(LEFT, tops[i], 1112 - LEFT, heights[i]);
      Panel panel = new Panel(svg, quantity, ticks, 0, last, frame);
      panel.trace(ticks, RecordedTick::seconds, 900);
      if (quantity == Quantity.TEMPERATURE) {
        panel.reference(ticks, RecordedTick::seconds, 900);
      }
      row.trips().forEach(trip -> panel.moment(trip.tick().seconds()));
      if (quantity == Quantity.IMPEDANCE) {
        panel.timeAxis("time since the record began, s");
      }
      panel.close();
    }
    return svg.done();
  }

  /** Every site from the moment its heating began, one over the other. */
  String overlay() {
    Svg svg = new Svg(1120, 330, "all sites from the moment their heating began");
    List<RecordedTick> all = courses.stream().flatMap(c -> c.ticks().stream()).toList();
    double from = courses.stream().mapToDouble(SiteCourse::firstSeconds).min().orElse(0);
    double to = courses.stream().mapToDouble(SiteCourse::lastSeconds).max().orElse(1);
    for (int i = 0; i < QUANTITIES.size(); i++) {
      Quantity quantity = QUANTITIES.get(i);
      double left = LEFT + i * 375;
      Frame frame = new Frame(left, 8, 322, 284);
      Panel panel = new Panel(svg, quantity, all, Math.max(from, -5), to, frame);
      band(panel, quantity);
      for (SiteCourse course : courses) {
        List<RecordedTick> shown =
            course.ticks().stream().filter(tick -> course.since(tick) >= -5).toList();
        panel.trace(shown, course::since, 160, colour(course));
      }
      panel.timeAxis("time since heating began, s").close();
    }
    return svg.done();
  }

  /** From dark violet for the first site to yellow for the last, as the viridis colour map runs. */
  private String colour(SiteCourse course) {
    double share = (course.result().site() - 1.0) / Math.max(1, row.results().size() - 1);
    return String.format(Locale.ROOT, "hsl(%.0f 70%% %.0f%%)", 275 - 225 * share, 32 + 16 * share);
  }

  /** One small drawing for each site. */
  String eachSite() {
    StringBuilder drawings = new StringBuilder("<div class=\"sites\">\n");
    courses.forEach(course -> drawings.append(one(course)));
    return drawings.append("</div>\n").toString();
  }

  private String one(SiteCourse course) {
    boolean good = SiteTable.asPlanned(course.result());
    Svg svg = new Svg(366, 262, "site " + course.result().site());
    svg.text(
        good ? "title" : "badTitle",
        LEFT,
        11,
        String.format(
            Locale.ROOT,
            "site %d at %.1f mm%s",
            course.result().site(),
            course.result().at().alongMillimetres(),
            good ? "" : ": " + SiteTable.verdict(course.result())));
    double[] tops = {18, 116, 174};
    double[] heights = {94, 54, 54};
    for (int i = 0; i < QUANTITIES.size(); i++) {
      Quantity quantity = QUANTITIES.get(i);
      Frame frame = new Frame(LEFT, tops[i], 314, heights[i]);
      Panel panel =
          new Panel(
              svg, quantity, course.ticks(), course.firstSeconds(), course.lastSeconds(), frame);
      band(panel, quantity);
      panel.trace(course.ticks(), course::since, 220);
      if (quantity == Quantity.TEMPERATURE) {
        panel.reference(course.ticks(), course::since, 120);
      }
      row.trips().stream()
          .filter(trip -> trip.tick().site() == course.result().site())
          .forEach(trip -> panel.moment(course.since(trip.tick())));
      if (quantity == Quantity.IMPEDANCE) {
        panel.timeAxis("s since heating began");
      }
      panel.close();
    }
    return svg.done();
  }

  /** The seconds around a trip. */
  String trip(RecordedTick at) {
    List<RecordedTick> around =
        row.ticks().stream()
            .filter(tick -> Math.abs(tick.seconds() - at.seconds()) <= TRACE_SECONDS)
            .toList();
    Svg svg = new Svg(1120, 270, "ten seconds before the trip and after it");
    for (int i = 0; i < QUANTITIES.size(); i++) {
      Quantity quantity = QUANTITIES.get(i);
      double left = LEFT + i * 375;
      double from = around.getFirst().seconds() - at.seconds();
      double to = around.getLast().seconds() - at.seconds();
      Panel panel = new Panel(svg, quantity, around, from, to, new Frame(left, 8, 322, 224));
      band(panel, quantity);
      panel.trace(around, tick -> tick.seconds() - at.seconds(), 500);
      if (quantity == Quantity.TEMPERATURE) {
        panel.reference(around, tick -> tick.seconds() - at.seconds(), 500);
      }
      panel.moment(0).timeAxis("time since the trip, s").close();
    }
    return svg.done();
  }

  private void band(Panel panel, Quantity quantity) {
    if (quantity == Quantity.TEMPERATURE
        && row.header().protocol().plan().program() instanceof Program.Thermal thermal) {
      panel.band(thermal.setCelsius() - BAND_KELVIN, thermal.setCelsius() + BAND_KELVIN);
    }
  }
}
