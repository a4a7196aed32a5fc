package lissauer.simulator.cli;

import java.util.Optional;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.console.CoverageMap;
import lissauer.simulator.row.Criterion;
import lissauer.simulator.row.RowAdvice;
import lissauer.simulator.row.RowAnatomy;
import lissauer.simulator.row.RowCoverage;
import lissauer.simulator.row.RowForecast;
import lissauer.simulator.row.RowOutline;
import lissauer.simulator.row.RowRequest;
import lissauer.simulator.tissue.ReducedModel;

/**
 * One row to predict.
 *
 * @param section whose regions doses are counted for
 */
record CoverageCase(
    String plan,
    String tissueName,
    Electrode electrode,
    ReducedModel model,
    RowRequest request,
    double spacingMillimetres,
    RowAnatomy target,
    Optional<RowAnatomy> section) {
  private static final double VOXEL_MILLIMETRES = 0.1;

  CoverageResult forecast() {
    RowForecast forecast =
        RowForecast.of(
            model, electrode.geometry(), request, target, spacingMillimetres, VOXEL_MILLIMETRES);
    return new CoverageResult(
        forecast, forecast.dosesIn(section.orElse(target), electrode.geometry()));
  }

  /** What a report draws, on voxels that are coarse enough for the end of a run. */
  CoverageMap map() {
    RowForecast forecast =
        RowForecast.of(
            model,
            electrode.geometry(),
            request,
            target,
            spacingMillimetres,
            2 * VOXEL_MILLIMETRES);
    RowCoverage coverage = forecast.decisive();
    double deepest = forecast.ends().deepestMillimetres();
    double bare = electrode.geometry().bareMillimetres();
    double shallowest =
        request.sites().stream().mapToDouble(TipPosition::depthMillimetres).min().orElse(deepest);
    return new CoverageMap(
        "reduced model of " + electrode.name() + " in tissue \"" + tissueName + "\"",
        coverage.coveredShare(),
        coverage.waistMillimetres(),
        coverage.spillSquareMillimetres(),
        coverage.gaps().stream()
            .map(gap -> new CoverageMap.Stretch(gap.fromMillimetres(), gap.toMillimetres()))
            .toList(),
        new CoverageMap.Target(
            CoverageReader.BOX_HALF_WIDTH_MILLIMETRES, shallowest - bare, deepest),
        Criterion.ALL.subList(0, 2).stream()
            .map(criterion ->
                new CoverageMap.Outline(
                    criterion.title(),
                    new RowOutline(forecast.damage(), criterion).slices(deepest - bare / 2)))
            .toList());
  }

  RowAdvice advice() {
    return new RowAdvice(model, electrode.geometry(), request, target, spacingMillimetres);
  }

  CoverageCase with(RowRequest other, double spacing) {
    return new CoverageCase(plan, tissueName, electrode, model, other, spacing, target, section);
  }
}
