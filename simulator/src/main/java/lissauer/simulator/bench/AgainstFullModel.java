package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.util.List;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.DamageLaw;
import lissauer.simulator.tissue.FullModel;
import lissauer.simulator.tissue.LesionRun;
import lissauer.simulator.tissue.ReducedBasis;
import lissauer.simulator.tissue.Resolution;
import lissauer.simulator.tissue.Tissue;

/** The reduced model against the full model, in tissues that its training has not seen. */
final class AgainstFullModel implements Benchmark {
  private static final double RADIUS_LIMIT_MILLIMETRES = 0.002;
  private static final long SEED = 20;

  private final int draws;

  AgainstFullModel(int draws) {
    this.draws = draws;
  }

  static AgainstFullModel standard() {
    return new AgainstFullModel(50);
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    ReducedBasis basis = Cases.basis();
    Columns columns =
        new Columns(table, "reduced - full", "radius mm", "error mm", "power W", "error %");
    double worstRadius = 0;
    double worstPower = 0;
    double squares = 0;
    for (Tissue tissue : VirtualLesion.draws(draws, SEED)) {
      VirtualLesion full = full(tissue);
      VirtualLesion reduced = VirtualLesion.of(basis, tissue);
      double off = reduced.radiusMillimetres() - full.radiusMillimetres();
      double power = 100 * (reduced.endWatts() / full.endWatts() - 1);
      squares += off * off;
      if (!(Math.abs(off) <= worstRadius)) {
        worstRadius = Math.abs(off);
        columns.line("worst so far", full.radiusMillimetres(), off, full.endWatts(), power);
      }
      worstPower = Math.max(worstPower, Math.abs(power));
    }
    return List.of(
        Figure.atMost("reduced radius error", worstRadius, "mm", RADIUS_LIMIT_MILLIMETRES),
        Figure.reported("reduced radius error, rms", Math.sqrt(squares / draws), "mm"),
        Figure.reported("reduced end power error", worstPower, "%"));
  }

  private static VirtualLesion full(Tissue tissue) {
    FullModel model = new FullModel(Cases.DREZ, tissue, Contact.FULL, Resolution.STANDARD);
    LesionRun run = new LesionRun(model, Cases.REFERENCE, VirtualLesion.COOL_SECONDS).heat();
    double watts = run.trace().getLast().powerWatts();
    run.cool();
    double radius = model.extents().of(DamageLaw.LIVER, 1).midRadiusMillimetres();
    return new VirtualLesion(radius, watts);
  }
}
