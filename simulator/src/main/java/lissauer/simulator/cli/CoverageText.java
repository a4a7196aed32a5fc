package lissauer.simulator.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import lissauer.simulator.cord.Role;
import lissauer.simulator.row.RegionDose;
import lissauer.simulator.row.RowAdvice;
import lissauer.simulator.row.RowCoverage;
import lissauer.simulator.row.SiteCourse;

/** A predicted row for people. */
final class CoverageText {
  private final PrintWriter out;

  CoverageText(PrintWriter out) {
    this.out = out;
  }

  void print(CoverageCase row, CoverageResult result, List<RowAdvice.Variant> variants) {
    List<SiteCourse> courses = result.forecast().courses();
    say("SIMULATED %s: %s in %s", row.plan(), row.electrode().name(), row.tissueName());
    say("  %s", heading(row));
    say("  %s", row.target().description());
    say("");
    say(
        "  sites     start %s °C, impedance %s Ω, peak %s W, energy %s J",
        range(courses, SiteCourse::startCelsius, "%.1f"),
        range(courses, SiteCourse::startOhms, "%.0f"),
        range(courses, SiteCourse::peakWatts, "%.2f"),
        range(courses, SiteCourse::energyJoules, "%.1f"));
    say(
        "  waits     %s s; the row takes %.0f min %.0f s",
        range(courses.subList(0, courses.size() - 1), SiteCourse::pauseSeconds, "%.1f"),
        Math.floor(result.forecast().seconds() / 60),
        result.forecast().seconds() % 60);
    say("");
    say(
        "  %-16s %9s %9s %12s %9s  %s",
        "law", "covered", "waist mm", "spill mm³/mm", "mm³", "gaps");
    for (RowCoverage coverage : result.forecast().coverages()) {
      line(coverage);
    }
    say("");
    doses(result.doses());
    tellAdvice(variants);
    say("SIMULATED: computed, not measured");
    out.flush();
  }

  static String heading(CoverageCase row) {
    Treatment treatment = new Treatment(row.request().drive(), 0, null);
    double below = row.request().pause().belowCelsius();
    String wait =
        Double.isFinite(below)
            ? String.format(Locale.ROOT, "the next site once the tip is below %.0f °C", below)
            : String.format(
                Locale.ROOT, "the next site after %.0f s", row.request().pause().leastSeconds());
    return String.format(
        Locale.ROOT,
        "%d sites, %.2f mm apart, %s; %s",
        row.request().sites().size(),
        row.spacingMillimetres(),
        treatment.heating(),
        wait);
  }

  private void line(RowCoverage coverage) {
    say(
        "  %-16s %7.1f %% %9.2f %12.2f %9.1f  %s",
        coverage.criterion().title(),
        100 * coverage.coveredShare(),
        coverage.waistMillimetres(),
        coverage.spillSquareMillimetres(),
        coverage.volumeCubicMillimetres(),
        gaps(coverage));
  }

  private static String gaps(RowCoverage coverage) {
    if (coverage.gaps().isEmpty()) {
      return "none";
    }
    RowCoverage.Stretch first = coverage.gaps().getFirst();
    double length =
        coverage.gaps().stream()
            .mapToDouble(gap -> gap.toMillimetres() - gap.fromMillimetres())
            .sum();
    return String.format(
        Locale.ROOT,
        "%d, %.1f mm in all, the first at %.1f to %.1f mm",
        coverage.gaps().size(),
        length,
        first.fromMillimetres(),
        first.toMillimetres());
  }

  private void doses(List<RegionDose> doses) {
    say("  %-34s %9s %11s %13s %8s", "region", "area mm²", "destroyed", "CEM43 max min", "≥ 1 min");
    doses.stream()
        .filter(dose -> dose.region().role() != Role.OUTSIDE && dose.highestMinutes() > 0.01)
        .sorted(
            Comparator.comparing((RegionDose dose) -> dose.region().role())
                .thenComparing(RegionDose::highestMinutes, Comparator.reverseOrder()))
        .forEach(dose ->
            say(
                "  %-34s %9.2f %9.1f %% %13s %6.0f %%",
                (dose.region().role() == Role.TARGET ? "* " : "  ") + dose.region().name(),
                dose.sectionSquareMillimetres(),
                100 * dose.destroyedShare().getFirst(),
                minutes(dose.highestMinutes()),
                100 * dose.warmedShare()));
    say("  * to be destroyed; areas count within the computed window");
  }

  private static String minutes(double minutes) {
    return minutes > 9999 ? "> 9999" : String.format(Locale.ROOT, "%.2f", minutes);
  }

  private void tellAdvice(List<RowAdvice.Variant> variants) {
    if (variants.isEmpty()) {
      return;
    }
    say("");
    say("  on a short row of the same kind, by %s:", firstTitle(variants));
    for (RowAdvice.Variant variant : variants) {
      say(
          "    %-32s covered %5.1f %%   waist %4.2f mm   spill %5.2f mm³/mm",
          variant.change().isEmpty() ? "as planned" : variant.change(),
          100 * variant.coverage().coveredShare(),
          variant.coverage().waistMillimetres(),
          variant.coverage().spillSquareMillimetres());
    }
    say("  advice    %s", advice(variants));
    say("");
  }

  private static String firstTitle(List<RowAdvice.Variant> variants) {
    return variants.getFirst().coverage().criterion().title();
  }

  static String advice(List<RowAdvice.Variant> variants) {
    Optional<RowAdvice.Variant> best = RowAdvice.best(variants);
    RowCoverage planned = variants.getFirst().coverage();
    return best.map(variant ->
            String.format(
                Locale.ROOT,
                "%s: %s, covers %.1f %% instead of %.1f %%, spills %.2f instead of %.2f mm³/mm",
                planned.coveredShare() >= RowAdvice.ENOUGH ? "less spill" : "better cover",
                variant.change(),
                100 * variant.coverage().coveredShare(),
                100 * planned.coveredShare(),
                variant.coverage().spillSquareMillimetres(),
                planned.spillSquareMillimetres()))
        .orElse("nothing near the plan covers as well with much less spill");
  }

  private static String range(
      List<SiteCourse> courses, ToDoubleFunction<SiteCourse> value, String format) {
    double least = courses.stream().mapToDouble(value).min().orElse(Double.NaN);
    double most = courses.stream().mapToDouble(value).max().orElse(Double.NaN);
    String low = String.format(Locale.ROOT, format, least);
    String high = String.format(Locale.ROOT, format, most);
    return low.equals(high) ? low : low + " to " + high;
  }

  @FormatMethod
  private void say(String text, Object... values) {
    out.printf(Locale.ROOT, text + "%n", values);
  }
}
