package lissauer.controller.report;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Program;
import lissauer.controller.record.JournalHeader;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.Verification;
import lissauer.controller.safety.Guidance;
import lissauer.hal.console.CoverageMap;

/**
 * One run as one HTML page that needs nothing else: drawings are inline SVG, there is no script and
 * nothing is loaded from anywhere, so it opens and prints the same in ten years.
 */
public final class RowReport {
  private final RecordedRow row;
  private final List<SiteCourse> courses;
  private final TraceDrawings drawings;

  /** A report of a run. */
  public RowReport(RecordedRow row) {
    this.row = row;
    this.courses = SiteCourse.all(row);
    this.drawings = new TraceDrawings(row, courses);
  }

  /**
   * The page.
   *
   * @param map what a model says of the sites that were made, if there is one
   */
  public String html(Optional<CoverageMap> map) {
    StringBuilder page = new StringBuilder();
    String title = "Row " + row.header().run();
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'; img-src data:\">")
        .append("<link rel=\"icon\" href=\"data:,\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>")
        .append(Svg.escaped(title))
        .append("</title><style>\n")
        .append(style())
        .append("</style></head><body>\n");
    damage(page);
    head(page);
    row.trips().forEach(trip -> trip(page, trip));
    if (!row.ticks().isEmpty()) {
      section(page, "The whole row");
      page.append(drawings.wholeRow());
    }
    if (!courses.isEmpty()) {
      section(page, "All sites, one over the other");
      page.append(drawings.overlay()).append(overlayNote());
      section(page, "Sites");
      page.append(new SiteTable(courses).html());
    }
    map(page, map);
    if (!courses.isEmpty()) {
      section(page, "Each site");
      page.append(drawings.eachSite());
    }
    section(page, "Where this comes from");
    page.append(new Provenance(row).html());
    return page.append("</body></html>\n").toString();
  }

  private static void section(StringBuilder page, String title) {
    page.append("<h2>").append(title).append("</h2>\n");
  }

  /** Before anything else, since it takes the sense of all that follows. */
  private void damage(StringBuilder page) {
    Verification found = row.verification();
    if (found.damage() != null) {
      page.append("<div class=\"damage\">DAMAGED RECORD: ")
          .append(Svg.escaped(found.damage()))
          .append(
              found.headed()
                  ? ". This page shows what stands before.</div>\n"
                  : ". Nothing on this page can be believed, not even whether it was simulated.</div>\n");
    }
  }

  private void head(StringBuilder page) {
    JournalHeader header = row.header();
    if (header.simulated()) {
      page.append("<div class=\"simulated\">SIMULATED: no real device, no tissue</div>\n")
          .append("<style>@page { @bottom-center { content: \"SIMULATED\"; } }</style>\n");
    }
    Plan plan = header.protocol().plan();
    page.append("<div class=\"head\"><div><h1>")
        .append(Svg.escaped(plan.description().isEmpty() ? plan.name() : plan.description()))
        .append("</h1><p class=\"soft\">")
        .append(Svg.escaped(plan.name() + " · " + program(plan.program()) + " · " + header.run()))
        .append("</p></div>")
        .append(state())
        .append("</div>\n<div class=\"facts\">");
    long asPlanned = row.results().stream().filter(SiteTable::asPlanned).count();
    fact(page, asPlanned + " of " + plan.sites().size(), "sites as planned");
    fact(page, number("%.1f %%", mean(r -> 100 * r.inBandFraction())), "time within ±1 K, mean");
    fact(page, number("%+.2f K", most(SiteResult::overshootKelvin)), "highest overshoot");
    fact(page, total(), "energy in all");
    fact(page, number("%.0f Ω", mean(SiteResult::beforeOhms)), "impedance before, mean");
    fact(
        page,
        number("%+.1f %%", mean(r -> 100 * (r.afterOhms() / r.beforeOhms() - 1))),
        "change of impedance, mean");
    fact(page, length(), "from first tick to last");
    fact(page, Svg.escaped(startedUtc(header)), "started, UTC");
    page.append("</div>\n");
  }

  private String state() {
    Verification found = row.verification();
    long asPlanned = row.results().stream().filter(SiteTable::asPlanned).count();
    int planned = row.header().protocol().plan().sites().size();
    if (found.damage() != null) {
      return state("bad", "damaged");
    }
    if (row.done()) {
      return asPlanned == planned
          ? state("good", "done")
          : state("cut", "done, " + asPlanned + " of " + planned + " as planned");
    }
    boolean tripped = row.trips().stream().anyMatch(trip -> !trip.trip().interrupts());
    return state(tripped ? "bad" : "cut", found.end().isEmpty() ? "interrupted" : found.end());
  }

  private static String state(String style, String word) {
    return "<div class=\"state "
        + style
        + "\">"
        + Svg.escaped(word.toUpperCase(Locale.ROOT))
        + "</div>";
  }

  private static String startedUtc(JournalHeader header) {
    return header.startedUtc().replace('T', ' ').replaceAll("(\\.\\d+)?Z$", "");
  }

  private static void fact(StringBuilder page, String value, String name) {
    page.append("<div class=\"fact\"><b>").append(value).append("</b><span>");
    page.append(name).append("</span></div>");
  }

  /** Over the sites whose program ran its time: others have no such number. */
  private double mean(ToDoubleFunction<SiteResult> value) {
    return row.results().stream()
        .filter(SiteTable::made)
        .mapToDouble(value)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private double most(ToDoubleFunction<SiteResult> value) {
    return row.results().stream()
        .mapToDouble(value)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  private String total() {
    return number("%.1f J", row.results().stream().mapToDouble(SiteResult::energyJoules).sum());
  }

  private String length() {
    double seconds = row.ticks().isEmpty() ? 0 : row.ticks().getLast().seconds();
    return String.format(Locale.ROOT, "%d min %02.0f s", (int) (seconds / 60), seconds % 60);
  }

  @FormatMethod
  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }

  private static String program(Program program) {
    return switch (program) {
      case Program.Thermal it ->
          number("%.0f °C", it.setCelsius()) + number(" for %.0f s", it.holdSeconds());
      case Program.ConstantPower it ->
          number("%.2f W", it.powerWatts()) + number(" for %.0f s", it.holdSeconds());
      case Program.Pulsed it ->
          number("bursts of %.1f V", it.voltsRms()) + number(" for %.0f s", it.holdSeconds());
    };
  }

  private void trip(StringBuilder page, RecordedRow.Tripped trip) {
    boolean interrupts = trip.trip().interrupts();
    Guidance guidance = Guidance.of(trip.trip());
    page.append(interrupts ? "<div class=\"trip cut\"><h2>" : "<div class=\"trip\"><h2>")
        .append(interrupts ? "Interrupted" : "Tripped")
        .append(number(" at %.2f s", trip.tick().seconds()))
        .append(", site ")
        .append(trip.tick().site())
        .append(": ")
        .append(Svg.escaped(trip.trip().what()))
        .append("</h2>");
    if (!interrupts) {
      page.append("<p>Perhaps: ")
          .append(Svg.escaped(String.join("; ", guidance.causes())))
          .append(".</p>");
    }
    page.append("<p>Next: ").append(Svg.escaped(guidance.nextStep())).append("</p>");
    if (Double.isFinite(trip.acknowledgedSeconds())) {
      page.append("<p>Acknowledged")
          .append(number(" at %.2f s", trip.acknowledgedSeconds()))
          .append(": the row went on.</p>");
    }
    page.append(drawings.trip(trip.tick())).append("</div>\n");
  }

  private static String overlayNote() {
    return "<p class=\"note\">From the first site (violet) to the last (yellow). Green: set temperature ±1 K."
        + " Impedance only where the relay is closed.</p>\n";
  }

  private void map(StringBuilder page, Optional<CoverageMap> map) {
    section(page, "Lesion map");
    if (map.isEmpty()) {
      page.append(
          "<p class=\"soft\">No map: no site was made, the program is not meant to destroy, or there is"
              + " no model beside the service.</p>\n");
      return;
    }
    CoverageMap found = map.get();
    page.append("<p>")
        .append(number("Covers %.1f %% of the target", 100 * found.coveredShare()))
        .append(notMade())
        .append(number(", half width at least %.2f mm", found.waistMillimetres()))
        .append(number(", spills %.2f mm³ for each mm of row. ", found.spillSquareMillimetres()))
        .append(gaps(found.gaps().size()))
        .append("</p>\n")
        .append(new LesionMap(row, found).svg());
    page.append("<p class=\"note legend\">Modelled, not measured: ")
        .append(Svg.escaped(found.model()))
        .append(", the plan's heating at the sites that were made.");
    String[] looks = {"border-color:#b3541e", "border-color:#1f6fb2;border-style:dashed"};
    for (int i = 0; i < found.outlines().size(); i++) {
      page.append("<i style=\"")
          .append(looks[Math.min(i, 1)])
          .append("\"></i>destroyed, ")
          .append(Svg.escaped(found.outlines().get(i).law()));
    }
    page.append("<i style=\"border-color:#1f7a3f\"></i>target</p>\n");
  }

  /** The target reaches from the first site that was made to the last. */
  private String notMade() {
    int planned = row.header().protocol().plan().sites().size();
    long made = row.results().stream().filter(SiteTable::made).count();
    return made == planned
        ? ""
        : " between the first and the last of the "
            + made
            + " sites made ("
            + planned
            + " planned)";
  }

  private static String gaps(int count) {
    return switch (count) {
      case 0 -> "No gaps.";
      case 1 -> "1 gap, shaded red.";
      default -> count + " gaps, shaded red.";
    };
  }

  private static String style() {
    try (InputStream in = RowReport.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
