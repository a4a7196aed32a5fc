package lissauer.simulator.row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.Drive;
import lissauer.simulator.tissue.ReducedModel;

/**
 * Looks for a better row near the one that is planned: other spacing, longer wait, other set
 * temperature. Each variant is computed on a short row of the same kind, since the middle of a row
 * repeats itself.
 */
public final class RowAdvice {
  /** Share of the target from which on a row counts as covering it. */
  public static final double ENOUGH = 0.995;

  private static final double WORTH_WHILE = 0.85;
  private static final double VOXEL_MILLIMETRES = 0.15;
  private static final double SHORT_ROW_MILLIMETRES = 5;
  private static final double HIGHEST_CELSIUS = 85;

  private final ReducedModel model;
  private final TipGeometry tip;
  private final RowRequest request;
  private final RowAnatomy anatomy;
  private final double spacingMillimetres;

  /** A look around one row. */
  public RowAdvice(
      ReducedModel model,
      TipGeometry tip,
      RowRequest request,
      RowAnatomy anatomy,
      double spacingMillimetres) {
    this.model = model;
    this.tip = tip;
    this.request = request;
    this.anatomy = anatomy;
    this.spacingMillimetres = spacingMillimetres;
  }

  /**
   * One way to make the row.
   *
   * @param change what is different, in words; empty for the plan itself
   */
  public record Variant(String change, RowCoverage coverage) {}

  /** The plan on a short row first, then every variant. */
  public List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    variants.add(variant("", request, spacingMillimetres));
    for (double factor : new double[] {0.75, 1.25, 1.5}) {
      double spacing = Math.rint(spacingMillimetres * factor * 20) / 20;
      if (spacing >= 0.5 && spacing <= 5) {
        variants.add(variant(say("spacing %.2f mm", spacing), request, spacing));
      }
    }
    double wait = Math.max(30, 2 * request.pause().leastSeconds());
    RowRequest.Pause pause = new RowRequest.Pause(request.pause().belowCelsius(), wait);
    variants.add(
        variant(
            say("wait %.0f s after each lesion", wait), request.with(pause), spacingMillimetres));
    if (request.drive() instanceof Drive.Clamp clamp) {
      for (double step : new double[] {-5, 5}) {
        double set = clamp.setCelsius() + step;
        if (set >= 45 && set <= HIGHEST_CELSIUS) {
          Drive other =
              new Drive.Clamp(set, clamp.rampSeconds(), clamp.holdSeconds(), clamp.smooth());
          variants.add(variant(say("set %.0f °C", set), request.with(other), spacingMillimetres));
        }
      }
    }
    return variants;
  }

  private static String say(String text, double value) {
    return String.format(java.util.Locale.ROOT, text, value);
  }

  private Variant variant(String change, RowRequest row, double spacing) {
    RowForecast forecast =
        RowForecast.of(
            model, tip, row.with(shortRow(spacing)), anatomy, spacing, VOXEL_MILLIMETRES);
    return new Variant(change, forecast.decisive());
  }

  /** Every depth of the plan at one place before the next, as plans are made. */
  private List<TipPosition> shortRow(double spacing) {
    List<Double> depths =
        request.sites().stream().map(TipPosition::depthMillimetres).distinct().toList();
    int places = 1 + (int) Math.ceil(SHORT_ROW_MILLIMETRES / spacing);
    List<TipPosition> sites = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      for (double depth : depths) {
        sites.add(new TipPosition(place * spacing, depth));
      }
    }
    return sites;
  }

  /**
   * The variant to prefer: the least spill among those that cover, or else the best cover; nothing
   * when the plan itself is as good.
   */
  public static Optional<Variant> best(List<Variant> variants) {
    RowCoverage planned = variants.getFirst().coverage();
    List<Variant> covering =
        variants.stream().filter(v -> v.coverage().coveredShare() >= ENOUGH).toList();
    Optional<Variant> best =
        covering.isEmpty()
            ? variants.stream().max(Comparator.comparingDouble(v -> v.coverage().coveredShare()))
            : covering.stream()
                .min(Comparator.comparingDouble(v -> v.coverage().spillSquareMillimetres()));
    boolean covers = planned.coveredShare() >= ENOUGH;
    return best.filter(variant ->
        !variant.change().isEmpty()
            && (covers
                ? variant.coverage().spillSquareMillimetres()
                    < WORTH_WHILE * planned.spillSquareMillimetres()
                : variant.coverage().coveredShare() > planned.coveredShare() + 0.005));
  }
}
