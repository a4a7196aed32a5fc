package lissauer.simulator.row;

import java.util.List;
import java.util.Objects;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.ReducedModel;

/**
 * What a row will do to tissue, before anything is heated.
 *
 * @param coverages by each {@link Criterion} in turn
 * @param seconds from the first RF to the end of the last cooling
 */
public record RowForecast(
    RowRequest request,
    RowAnatomy anatomy,
    Ends ends,
    List<SiteCourse> courses,
    RowDamage damage,
    List<RowCoverage> coverages,
    double seconds) {

  /** Keeps its own copies. */
  public RowForecast {
    courses = List.copyOf(courses);
    coverages = List.copyOf(coverages);
  }

  /**
   * Computes a row.
   *
   * @param spacingMillimetres of the sites, half of which counts as row at either end
   * @param voxelMillimetres 0.1 for tables; twice that is used for big lesions
   */
  public static RowForecast of(
      ReducedModel model,
      TipGeometry tip,
      RowRequest request,
      RowAnatomy anatomy,
      double spacingMillimetres,
      double voxelMillimetres) {
    List<TipPosition> sites = request.sites();
    RowDamage damage = new RowDamage(model, tip, request, voxelMillimetres);
    RowHeat heat = new RowHeat(model, tip, request, damage);
    List<SiteCourse> courses = heat.run();
    Ends ends = Ends.of(sites, spacingMillimetres);
    RowAssessment assessment = ends.assess(damage, anatomy, tip);
    return new RowForecast(
        request,
        anatomy,
        ends,
        courses,
        damage,
        Criterion.ALL.stream().map(assessment::coverage).toList(),
        heat.seconds());
  }

  /**
   * Where the row begins and ends.
   *
   * @param fromMillimetres half a spacing before the first site
   * @param toMillimetres half a spacing behind the last
   * @param deepestMillimetres depth of the deepest tip's end
   */
  public record Ends(
      double fromMillimetres,
      double toMillimetres,
      double spacingMillimetres,
      double deepestMillimetres) {
    static Ends of(List<TipPosition> sites, double spacing) {
      double first = sites.stream().mapToDouble(TipPosition::alongMillimetres).min().orElse(0);
      double last = sites.stream().mapToDouble(TipPosition::alongMillimetres).max().orElse(0);
      double deepest = sites.stream().mapToDouble(TipPosition::depthMillimetres).max().orElse(0);
      return new Ends(first - spacing / 2, last + spacing / 2, spacing, deepest);
    }

    RowAssessment assess(RowDamage damage, RowAnatomy anatomy, TipGeometry tip) {
      return new RowAssessment(
          damage, anatomy, this, deepestMillimetres - tip.bareMillimetres() / 2);
    }
  }

  /** What each region of a section gets between the ends of the row. */
  public List<RegionDose> dosesIn(RowAnatomy section, TipGeometry tip) {
    return ends.assess(damage, section, tip).doses();
  }

  /** Coverage by the law that decides. */
  public RowCoverage decisive() {
    return Objects.requireNonNull(coverages.getFirst());
  }
}
