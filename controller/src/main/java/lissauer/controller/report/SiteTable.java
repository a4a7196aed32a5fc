package lissauer.controller.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import lissauer.controller.record.RecordedTick;
import lissauer.controller.record.SiteResult;

/** What became of each site, and mean and standard deviation over them. */
final class SiteTable {
  private final List<SiteCourse> courses;

  SiteTable(List<SiteCourse> courses) {
    this.courses = courses;
  }

  private record Column(String title, String format, ToDoubleFunction<SiteCourse> value) {
    String cell(double number) {
      return "<td>"
          + (Double.isFinite(number) ? String.format(Locale.ROOT, format, number) : "–")
          + "</td>";
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("along mm", "%.1f", c -> c.result().at().alongMillimetres()),
          new Column("depth mm", "%.1f", c -> c.result().at().depthMillimetres()),
          new Column("start °C", "%.1f", SiteCourse::startCelsius),
          new Column("hold s", "%.2f", c -> c.result().holdSeconds()),
          new Column("in band %", "%.1f", c -> 100 * c.result().inBandFraction()),
          new Column("overshoot K", "%+.2f", c -> c.result().overshootKelvin()),
          new Column("peak °C", "%.2f", c -> c.result().peakCelsius()),
          new Column("mean held °C", "%.2f", c -> c.hold(RecordedTick::tipCelsius).meanFactor()),
          new Column("SD held K", "%.3f", c -> c.hold(RecordedTick::tipCelsius).deviationFactor()),
          new Column("mean held W", "%.3f", c -> c.hold(RecordedTick::powerWatts).meanFactor()),
          new Column("peak W", "%.3f", SiteCourse::peakWatts),
          new Column("energy J", "%.2f", c -> c.result().energyJoules()),
          new Column("Ω before", "%.0f", c -> c.result().beforeOhms()),
          new Column("Ω after", "%.0f", c -> c.result().afterOhms()),
          new Column("change %", "%+.1f", SiteTable::changePercent));

  private static double changePercent(SiteCourse course) {
    SiteResult result = course.result();
    return 100 * (result.afterOhms() / result.beforeOhms() - 1);
  }

  /** Whether the program ran its time, so that the numbers of the site are those of a lesion. */
  static boolean made(SiteResult result) {
    return result.verdict() != SiteResult.Verdict.INCOMPLETE;
  }

  /** Whether a site was made as its plan has it. */
  static boolean asPlanned(SiteResult result) {
    return result.verdict() == SiteResult.Verdict.COMPLETE;
  }

  static String verdict(SiteResult result) {
    return result.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  String html() {
    StringBuilder html = new StringBuilder("<table><thead><tr><th>site</th>");
    COLUMNS.forEach(column -> html.append("<th>").append(column.title()).append("</th>"));
    html.append("<th class=\"word\">verdict</th></tr></thead><tbody>\n");
    for (SiteCourse course : courses) {
      html.append(asPlanned(course.result()) ? "<tr>" : "<tr class=\"off\">");
      html.append("<td>").append(course.result().site()).append("</td>");
      COLUMNS.forEach(column -> html.append(column.cell(column.value().applyAsDouble(course))));
      html.append("<td class=\"word\">").append(verdict(course.result())).append("</td></tr>\n");
    }
    sum(html, "mean", Spread::meanFactor);
    sum(html, "SD", Spread::deviationFactor);
    return html.append("</tbody></table>\n").toString();
  }

  private void sum(StringBuilder html, String name, ToDoubleFunction<Spread> of) {
    List<SiteCourse> made = courses.stream().filter(course -> made(course.result())).toList();
    html.append("<tr class=\"sum\"><td>").append(name).append("</td><td></td><td></td>");
    List<Column> averaged = new ArrayList<>(COLUMNS.subList(2, COLUMNS.size()));
    for (Column column : averaged) {
      double[] values =
          made.stream().mapToDouble(column.value()).filter(Double::isFinite).toArray();
      html.append(column.cell(of.applyAsDouble(Spread.of(values))).replace("+", ""));
    }
    html.append("<td class=\"word\">of ").append(made.size()).append(" made</td></tr>\n");
  }
}
