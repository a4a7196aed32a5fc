package lissauer.simulator.cli;

import java.util.Optional;
import lissauer.hal.Electrode;
import lissauer.simulator.row.RowAdvice;
import lissauer.simulator.row.RowAnatomy;
import lissauer.simulator.row.RowForecast;
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

  RowAdvice advice() {
    return new RowAdvice(model, electrode.geometry(), request, target, spacingMillimetres);
  }

  CoverageCase with(RowRequest other, double spacing) {
    return new CoverageCase(plan, tissueName, electrode, model, other, spacing, target, section);
  }
}
