package lissauer.simulator.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import lissauer.simulator.row.RowAnatomy;
import lissauer.simulator.row.RowForecast;
import lissauer.simulator.tissue.ReducedModel;

/** What the forecast of a row with its coverage takes of one thread and of the heap. */
final class SpeedOfRow implements Benchmark {
  private static final double SECONDS_LIMIT = 3;
  private static final double HEAP_LIMIT_MEGABYTES = 256;
  private static final double VOXEL_MILLIMETRES = 0.1;
  private static final RowAnatomy TARGET = new RowAnatomy.Box(0.75, 0, 2);

  private final int sites;

  SpeedOfRow(int sites) {
    this.sites = sites;
  }

  static SpeedOfRow standard() {
    return new SpeedOfRow(20);
  }

  @Override
  public List<Figure> measure(PrintWriter table) {
    ReducedModel model = new ReducedModel(Cases.basis(), Cases.reference());
    AtomicReference<RowForecast> last = new AtomicReference<>();
    Effort effort =
        Cases.onThreads(
            1,
            () -> {
              last.set(forecast(model));
              return Effort.median(() -> last.set(forecast(model)));
            });
    RowForecast row = last.get();
    double megabytes = heldMegabytes();
    Columns columns =
        new Columns(table, "speed, row", "cpu s", "wall s", "heap MB", "covered %", "waist mm");
    columns.line(
        sites + " sites, one thread",
        effort.cpuSeconds(),
        effort.wallSeconds(),
        megabytes,
        100 * row.decisive().coveredShare(),
        row.decisive().waistMillimetres());
    return List.of(
        Figure.atMost("row forecast (cpu)", effort.cpuSeconds(), "s", SECONDS_LIMIT),
        Figure.reported("row forecast (wall)", effort.wallSeconds(), "s"),
        Figure.atMost("row forecast, heap held", megabytes, "MBy", HEAP_LIMIT_MEGABYTES));
  }

  private RowForecast forecast(ReducedModel model) {
    return RowForecast.of(model, Cases.DREZ, Cases.nashold(sites), TARGET, 1, VOXEL_MILLIMETRES);
  }

  /** All that is alive, the finished row and its voxels among it. */
  private static double heldMegabytes() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1e6;
  }
}
