package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.reference.Deviations;
import lissauer.simulator.reference.ReferenceCase;
import lissauer.simulator.tissue.Resolution;

/** The full model against every finite-element case that is shipped. */
final class AgainstFiniteElements implements Benchmark {
  private static final double RESISTANCE_LIMIT_PERCENT = 0.6;
  private static final double TIP_LIMIT_KELVIN = 0.3;
  private static final double TISSUE_LIMIT_KELVIN = 0.1;
  private static final double POWER_LIMIT_PERCENT = 1;
  private static final double SIZE_LIMIT_MILLIMETRES = 0.015;
  private static final double PERCENT = 100;

  private final List<ReferenceCase> cases;
  private final Resolution resolution;

  AgainstFiniteElements(List<ReferenceCase> cases, Resolution resolution) {
    this.cases = List.copyOf(cases);
    this.resolution = resolution;
  }

  static AgainstFiniteElements standard() {
    return new AgainstFiniteElements(ReferenceCase.all(), Resolution.STANDARD);
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    Columns columns =
        new Columns(
            table,
            "full model - reference",
            "R0 %",
            "T tip K",
            "T 1 mm K",
            "P held %",
            "P end %",
            "radius mm",
            "depth mm");
    List<Deviations> found = new ArrayList<>();
    for (ReferenceCase one : cases) {
      Deviations off = one.run(resolution);
      columns.line(
          one.name(),
          PERCENT * off.resistanceRatio(),
          off.tipCelsius(),
          off.oneMillimetreCelsius(),
          PERCENT * off.holdPowerRatio(),
          PERCENT * off.endPowerRatio(),
          off.radiusMillimetres(),
          off.depthMillimetres());
      found.add(off);
    }
    return List.of(
        worst("R0 error", "%", RESISTANCE_LIMIT_PERCENT, found, d -> PERCENT * d.resistanceRatio()),
        worst("tip error after 0.1 s", "K", TIP_LIMIT_KELVIN, found, Deviations::tipCelsius),
        worst("error at 1 mm", "K", TISSUE_LIMIT_KELVIN, found, Deviations::oneMillimetreCelsius),
        worst(
            "held power error", "%", POWER_LIMIT_PERCENT, found, d -> PERCENT * d.holdPowerRatio()),
        worst("end power error", "%", POWER_LIMIT_PERCENT, found, d -> PERCENT * d.endPowerRatio()),
        worst("radius error", "mm", SIZE_LIMIT_MILLIMETRES, found, Deviations::radiusMillimetres),
        worst("depth error", "mm", SIZE_LIMIT_MILLIMETRES, found, Deviations::depthMillimetres));
  }

  /** The largest without sign; NaN if any is. */
  private static Figure worst(
      String name,
      String unit,
      double limit,
      List<Deviations> found,
      ToDoubleFunction<Deviations> part) {
    double most = 0;
    for (Deviations off : found) {
      most = Math.max(most, Math.abs(part.applyAsDouble(off)));
    }
    return Figure.atMost(name, most, unit, limit);
  }
}
