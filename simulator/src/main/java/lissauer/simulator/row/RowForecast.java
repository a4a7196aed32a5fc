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
    List<SiteCourse> courses,
    RowDamage damage,
    List<RowCoverage> coverages,
    List<RegionDose> doses,
    double seconds) {

  /** Keeps its own copies. */
  public RowForecast {
    courses = List.copyOf(courses);
    coverages = List.copyOf(coverages);
    doses = List.copyOf(doses);
  }

  /**
   * Computes a row.
   *
   * @param spacingMillimetres of the sites, half of which counts as row at either end
   * @param voxelMillimetres 0.1 for tables
   */
  public static RowForecast of(
      ReducedModel model,
      TipGeometry tip,
      RowRequest request,
      RowAnatomy anatomy,
      double spacingMillimetres,
      double voxelMillimetres) {
    List<TipPosition> sites = request.sites();
    RowDamage damage = new RowDamage(model, tip, sites, voxelMillimetres);
    RowHeat heat = new RowHeat(model, tip, request, damage);
    List<SiteCourse> courses = heat.run();
    double first = sites.stream().mapToDouble(TipPosition::alongMillimetres).min().orElse(0);
    double last = sites.stream().mapToDouble(TipPosition::alongMillimetres).max().orElse(0);
    double deepest = sites.stream().mapToDouble(TipPosition::depthMillimetres).max().orElse(0);
    RowAssessment assessment =
        new RowAssessment(
            damage,
            anatomy,
            first - spacingMillimetres / 2,
            last + spacingMillimetres / 2,
            deepest - tip.bareMillimetres() / 2);
    return new RowForecast(
        request,
        anatomy,
        courses,
        damage,
        Criterion.ALL.stream().map(assessment::coverage).toList(),
        assessment.doses(),
        heat.seconds());
  }

  /** Coverage by the law that decides. */
  public RowCoverage decisive() {
    return Objects.requireNonNull(coverages.getFirst());
  }
}
