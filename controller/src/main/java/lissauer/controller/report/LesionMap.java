package lissauer.controller.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Site;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.hal.console.CoverageMap;

/** The sites of a row from above and from the side, with what a model says was destroyed. */
final class LesionMap {
  private static final double LEFT = 52;
  private static final double WIDE = 1112 - LEFT;
  private static final double MOST_PIXELS_PER_MILLIMETRE = 90;
  private static final double MOST_HIGH =
      620; // of both views together, so that they stay on a page

  private final Plan plan;
  private final List<SiteResult> results;
  private final double bareMillimetres;
  private final CoverageMap map;
  private final double from;
  private final double reach;
  private final double top;
  private final double bottom;
  private final double perMillimetre;

  LesionMap(RecordedRow row, CoverageMap map) {
    this.plan = row.header().protocol().plan();
    this.results = row.results();
    this.bareMillimetres = row.header().protocol().electrode().geometry().bareMillimetres();
    this.map = map;
    this.reach =
        0.6 + most(CoverageMap.Slice::halfWidthMillimetres, map.target().halfWidthMillimetres());
    this.top = -1.2 - most(slice -> -slice.topMillimetres(), -highest());
    this.bottom = 1 + most(CoverageMap.Slice::bottomMillimetres, map.target().bottomMillimetres());
    double first = along(Math::min) - 3;
    double last = along(Math::max) + 3;
    this.perMillimetre =
        Math.min(
            Math.min(MOST_PIXELS_PER_MILLIMETRE, WIDE / (last - first)),
            MOST_HIGH / (2 * reach + bottom - top));
    this.from = (first + last - WIDE / perMillimetre) / 2;
  }

  /** Upper edge of the target or of the highest bare tip, as depth. */
  private double highest() {
    return plan.sites().stream()
        .mapToDouble(site -> site.at().depthMillimetres() - bareMillimetres)
        .reduce(map.target().topMillimetres(), Math::min);
  }

  private double along(java.util.function.DoubleBinaryOperator best) {
    return plan.sites().stream()
        .mapToDouble(site -> site.at().alongMillimetres())
        .reduce(best)
        .orElse(0);
  }

  /** Both views, to one scale. */
  String svg() {
    double above = 2 * reach * perMillimetre;
    double side = (bottom - top) * perMillimetre;
    Svg svg = new Svg(1120, 24 + above + 44 + side + 40, "lesion map");
    above(svg, new Scale(-reach, reach, 20 + above, 20));
    double start = 24 + above + 40;
    side(svg, new Scale(top, bottom, start, start + side));
    return svg.done();
  }

  private double most(ToDoubleFunction<CoverageMap.Slice> value, double least) {
    return map.outlines().stream()
        .flatMap(outline -> outline.slices().stream())
        .mapToDouble(value)
        .filter(Double::isFinite)
        .reduce(least, Math::max);
  }

  private double x(double along) {
    return LEFT + (along - from) * perMillimetre;
  }

  private void above(Svg svg, Scale y) {
    svg.text("title", LEFT, 12, "from above, at half height of the bare tip");
    axes(svg, y, "across, mm");
    double half = map.target().halfWidthMillimetres();
    for (CoverageMap.Stretch gap : map.gaps()) {
      svg.rect(
          "gap",
          x(gap.fromMillimetres()),
          y.at(reach),
          x(gap.toMillimetres()) - x(gap.fromMillimetres()),
          y.at(-reach) - y.at(reach));
    }
    outlines(
        svg, y, CoverageMap.Slice::halfWidthMillimetres, slice -> -slice.halfWidthMillimetres());
    box(svg, y, half, -half);
    for (Site site : plan.sites()) {
      svg.circle(made(site) ? "done" : "notDone", x(site.at().alongMillimetres()), y.at(0), 3);
      if (plan.sites().size() <= 40 || site.number() % 5 == 0) {
        svg.text(
            "mid", x(site.at().alongMillimetres()), y.at(0) - 6, String.valueOf(site.number()));
      }
    }
  }

  private void side(Svg svg, Scale y) {
    svg.text("title", LEFT, y.at(top) - 8, "from the side, in the plane of the row");
    axes(svg, y, "depth, mm");
    outlines(svg, y, CoverageMap.Slice::topMillimetres, CoverageMap.Slice::bottomMillimetres);
    box(svg, y, map.target().topMillimetres(), map.target().bottomMillimetres());
    for (Site site : plan.sites()) {
      double x = x(site.at().alongMillimetres());
      double end = site.at().depthMillimetres();
      svg.line("tip", x, y.at(end - bareMillimetres), x, y.at(end));
    }
    for (double mark : new Scale(from, from + WIDE / perMillimetre, 0, 1).marks(12)) {
      svg.line("tick", x(mark), y.at(bottom), x(mark), y.at(bottom) + 4);
      svg.text("mid", x(mark), y.at(bottom) + 15, String.format(Locale.ROOT, "%.0f", mark + 1e-9));
    }
    svg.text("mid", LEFT + WIDE / 2, y.at(bottom) + 31, "along the row, mm");
  }

  private static void axes(Svg svg, Scale y, String title) {
    double low = Math.max(y.at(y.from()), y.at(y.to()));
    double high = Math.min(y.at(y.from()), y.at(y.to()));
    int rows = Math.max(3, (int) ((low - high) / 30));
    for (double mark : y.marks(rows)) {
      svg.line("grid", LEFT, y.at(mark), LEFT + WIDE, y.at(mark));
      svg.text("left", LEFT - 5, y.at(mark) + 3.5, y.label(mark, rows));
    }
    svg.rect("frame", LEFT, high, WIDE, low - high);
    svg.text("name", LEFT + 6, high + 14, title);
  }

  private void box(Svg svg, Scale y, double one, double other) {
    double half = plan.spacingMillimetres() / 2;
    double left = x(along(Math::min) - half);
    double high = Math.min(y.at(one), y.at(other));
    svg.rect(
        "target", left, high, x(along(Math::max) + half) - left, Math.abs(y.at(one) - y.at(other)));
  }

  private void outlines(
      Svg svg,
      Scale y,
      ToDoubleFunction<CoverageMap.Slice> one,
      ToDoubleFunction<CoverageMap.Slice> other) {
    String style = "lesion";
    for (CoverageMap.Outline outline : map.outlines()) {
      StringBuilder path = new StringBuilder();
      List<CoverageMap.Slice> slices = outline.slices();
      int i = 0;
      while (i < slices.size()) {
        int end = i;
        while (end < slices.size() && Double.isFinite(one.applyAsDouble(slices.get(end)))) {
          end++;
        }
        if (end > i) {
          path.append(edge(slices.subList(i, end), y, one, "M"));
          path.append(edge(slices.subList(i, end).reversed(), y, other, "L")).append('Z');
        }
        i = end + 1;
      }
      svg.path(style, path.toString());
      style = "other";
    }
  }

  private String edge(
      List<CoverageMap.Slice> slices,
      Scale y,
      ToDoubleFunction<CoverageMap.Slice> value,
      String first) {
    StringBuilder path = new StringBuilder();
    for (CoverageMap.Slice slice : slices) {
      path.append(path.isEmpty() ? first : "L")
          .append(Svg.number(x(slice.alongMillimetres())))
          .append(' ')
          .append(Svg.number(y.at(value.applyAsDouble(slice))));
    }
    return path.toString();
  }

  private boolean made(Site site) {
    return results.stream()
        .anyMatch(r -> r.site() == site.number() && r.verdict() != Verdict.INCOMPLETE);
  }
}
