package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.List;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.FullModel;
import lissauer.simulator.tissue.LesionRun;
import lissauer.simulator.tissue.Resolution;

/** How much faster than real time the full model makes the reference lesion, on one core. */
final class SpeedOfFullModel implements Benchmark {
  private static final double COOL_SECONDS = 30;
  private static final double LEAST = 60;

  private final Resolution resolution;
  private final int lesions;

  /** Measures rounds of so many lesions. */
  SpeedOfFullModel(Resolution resolution, int lesions) {
    this.resolution = resolution;
    this.lesions = lesions;
  }

  static SpeedOfFullModel standard() {
    return new SpeedOfFullModel(Resolution.STANDARD, 3);
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    lesion();
    lesion();
    Effort effort =
        Effort.median(() -> {
          for (int i = 0; i < lesions; i++) {
            lesion();
          }
        });
    double simulated = lesions * (Cases.REFERENCE.onSeconds() + COOL_SECONDS);
    Columns columns = new Columns(table, "speed, full model", "cpu s", "wall s", "simulated s");
    columns.line(
        lesions + " reference lesions", effort.cpuSeconds(), effort.wallSeconds(), simulated);
    return List.of(
        Figure.atLeast(
            "full model, times real time (cpu)", simulated / effort.cpuSeconds(), "1", LEAST),
        Figure.reported(
            "full model, times real time (wall)", simulated / effort.wallSeconds(), "1"));
  }

  /** Construction included. */
  private void lesion() {
    FullModel model = new FullModel(Cases.DREZ, Cases.reference(), Contact.FULL, resolution);
    new LesionRun(model, Cases.REFERENCE, COOL_SECONDS).heat().cool();
  }
}
