package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.List;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.tissue.ReducedBasis;
import lissauer.simulator.tissue.Tissue;

/** How many lesions of a campaign, each in a tissue of its own, one core makes in a second. */
final class SpeedOfReducedModel implements Benchmark {
  private static final double LEAST = 2000;

  private final int lesions;

  /** Measures rounds of so many lesions. */
  SpeedOfReducedModel(int lesions) {
    this.lesions = lesions;
  }

  static SpeedOfReducedModel standard() {
    return new SpeedOfReducedModel(4000);
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    ReducedBasis basis = Cases.basis();
    List<Tissue> tissues = VirtualLesion.draws(lesions, 1);
    double[] radii = new double[lesions];
    Runnable round =
        () -> {
          for (int i = 0; i < lesions; i++) {
            radii[i] = VirtualLesion.of(basis, tissues.get(i)).radiusMillimetres();
          }
        };
    round.run();
    Effort effort = Effort.median(round);
    Columns columns =
        new Columns(table, "speed, reduced model", "cpu s", "wall s", "least mm", "most mm");
    columns.line(
        lesions + " lesions of 31 s",
        effort.cpuSeconds(),
        effort.wallSeconds(),
        java.util.Arrays.stream(radii).min().orElse(Double.NaN),
        java.util.Arrays.stream(radii).max().orElse(Double.NaN));
    return List.of(
        Figure.atLeast(
            "reduced model, lesions a second (cpu)", lesions / effort.cpuSeconds(), "1/s", LEAST),
        Figure.reported(
            "reduced model, lesions a second (wall)", lesions / effort.wallSeconds(), "1/s"));
  }
}
