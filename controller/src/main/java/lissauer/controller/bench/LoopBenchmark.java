package lissauer.controller.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lissauer.controller.control.TemperatureLaw;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.ControlLoop;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import org.HdrHistogram.Histogram;

/**
 * What the law costs; what deciding one tick costs and allocates ({@code ControlCore.step}); the
 * whole tick with simulated devices; and how late ticks come at real time.
 */
public final class LoopBenchmark implements Benchmark {
  private static final double TICK_LIMIT_MICROS = 500;
  private static final double ALLOCATION_LIMIT_BYTES = 2048;
  private static final double LATENESS_LIMIT_MILLIS = 20;
  private static final double USUAL_LATENESS_LIMIT_MILLIS = 2;

  /** On a computer that wakes even a bare timer late, the loop may be this much later. */
  private static final double HOST_FACTOR = 2;

  private static final int ROUNDS = 5;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Protocol protocol;
  private final RigAtSpeed rigs;
  private final double realSeconds;
  private double sink;

  /** Opens the benchmark's rig at a speed, {@code max} or a number. */
  @FunctionalInterface
  public interface RigAtSpeed {
    /**
     * Opens one.
     *
     * @throws DeviceException if it cannot be opened
     */
    Rig open(String speed) throws DeviceException;
  }

  /**
   * A benchmark of one protocol.
   *
   * @param realSeconds how long to run at real time
   */
  public LoopBenchmark(Protocol protocol, RigAtSpeed rigs, double realSeconds) {
    this.protocol = protocol;
    this.rigs = rigs;
    this.realSeconds = realSeconds;
  }

  @Override
  public List<Figure> measure(PrintWriter table) throws DeviceException {
    List<Tick> row = new ArrayList<>();
    run(rigs.open("max"), row::add, new StopSwitch());
    List<Figure> figures = new ArrayList<>();
    figures.addAll(costs("law", lawCost(row)));
    figures.addAll(costs("decision", tickCost(row)));
    figures.add(
        Figure.atMost("decision allocation", allocation(row), "By", ALLOCATION_LIMIT_BYTES));
    figures.addAll(wholeTick(row.size()));
    figures.addAll(lateness());
    return figures;
  }

  private static List<Figure> costs(String name, Histogram nanos) {
    return List.of(
        Figure.reported(name + " p50", nanos.getValueAtPercentile(50) / NANOS_PER_MICRO, "us"),
        Figure.atMost(
            name + " p99",
            nanos.getValueAtPercentile(99) / NANOS_PER_MICRO,
            "us",
            TICK_LIMIT_MICROS));
  }

  /** The law alone, over the holds of the row; the last round counts. */
  private Histogram lawCost(List<Tick> row) {
    double watts = protocol.limits().powerWatts();
    TemperatureLaw law =
        new TemperatureLaw(
            protocol.ladder(), protocol.limits().absoluteWatts(), protocol.tickNanos());
    Histogram nanos = new Histogram(3);
    for (int round = 0; round < ROUNDS; round++) {
      nanos.reset();
      for (int i = 1; i < row.size(); i++) {
        Tick tick = row.get(i);
        if (tick.phase() instanceof Phase.Hold) {
          double reference = tick.decision().referenceCelsius();
          TemperatureLaw.Aim aim = new TemperatureLaw.Aim(reference, 0, reference);
          long start = System.nanoTime();
          keep(
              law.step(
                      row.get(i - 1).law().temperature(),
                      tick.atNanos(),
                      tick.inputs().sample().temperature(),
                      tick.inputs().rf(),
                      aim,
                      watts)
                  .powerWatts());
          nanos.recordValue(System.nanoTime() - start);
        }
      }
    }
    return nanos;
  }

  /** The whole decision, over the row; the last round counts. */
  private Histogram tickCost(List<Tick> row) {
    ControlCore core = new ControlCore(protocol);
    Histogram nanos = new Histogram(3);
    for (int round = 0; round < ROUNDS; round++) {
      nanos.reset();
      for (int i = 1; i < row.size(); i++) {
        Tick tick = row.get(i);
        long start = System.nanoTime();
        keep(core.step(row.get(i - 1), tick.inputs(), tick.atNanos()).decision().wantedWatts());
        nanos.recordValue(System.nanoTime() - start);
      }
    }
    return nanos;
  }

  /** Mean bytes per decision once warm. */
  private double allocation(List<Tick> row) {
    ControlCore core = new ControlCore(protocol);
    long before = allocatedBytes();
    for (int i = 1; i < row.size(); i++) {
      Tick tick = row.get(i);
      keep(core.step(row.get(i - 1), tick.inputs(), tick.atNanos()).decision().wantedWatts());
    }
    return (double) (allocatedBytes() - before) / (row.size() - 1);
  }

  /** Mean of a whole row of ticks, simulated devices included, listeners not. */
  private List<Figure> wholeTick(int ticks) throws DeviceException {
    Rig rig = rigs.open("max");
    long bytes = allocatedBytes();
    long nanos = System.nanoTime();
    run(rig, _ -> {}, new StopSwitch());
    double microsPerTick = (System.nanoTime() - nanos) / NANOS_PER_MICRO / ticks;
    double bytesPerTick = (double) (allocatedBytes() - bytes) / ticks;
    return List.of(
        Figure.atMost("tick mean", microsPerTick, "us", TICK_LIMIT_MICROS),
        Figure.atMost("tick allocation", bytesPerTick, "By", ALLOCATION_LIMIT_BYTES));
  }

  private static long allocatedBytes() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private List<Figure> lateness() throws DeviceException {
    Rig rig = rigs.open("1");
    LatenessClock clock = new LatenessClock(rig.clock());
    StopSwitch stop = new StopSwitch();
    long lastNanos = clock.nanos() + Math.round(realSeconds * 1e9);
    Consumer<Tick> ender =
        tick -> {
          if (tick.atNanos() >= lastNanos) {
            stop.press(StopSource.TERMINAL);
          }
        };
    Histogram bare;
    try (BareTimer timer = new BareTimer(protocol.tickNanos())) {
      run(with(rig, clock), ender, stop);
      bare = timer.latenessNanos();
    }
    double bareMillis = millis(bare, 99);
    Histogram nanos = clock.latenessNanos();
    return List.of(
        Figure.atMost("lateness p50", millis(nanos, 50), "ms", USUAL_LATENESS_LIMIT_MILLIS),
        Figure.reported("bare timer p99", bareMillis, "ms"),
        Figure.atMost(
            "lateness p99",
            millis(nanos, 99),
            "ms",
            Math.max(LATENESS_LIMIT_MILLIS, HOST_FACTOR * bareMillis)),
        Figure.reported("lateness p99.9", millis(nanos, 99.9), "ms"),
        Figure.reported("lateness max", millis(nanos, 100), "ms"),
        Figure.reported("ticks at real time", (double) nanos.getTotalCount(), "1"));
  }

  private static double millis(Histogram nanos, double percent) {
    return nanos.getValueAtPercentile(percent) / NANOS_PER_MILLI;
  }

  private void run(Rig rig, Consumer<Tick> listener, StopSwitch stop) throws DeviceException {
    try (rig) {
      new ControlLoop(
              rig,
              new ControlCore(protocol),
              protocol.tickNanos(),
              stop,
              Acknowledgement.never(),
              List.of(listener))
          .run();
    }
  }

  /** Uses a result, so that the compiler cannot leave out what made it. */
  private void keep(double value) {
    sink += value;
    if (Double.isNaN(sink)) {
      throw new IllegalStateException("a decision was no number");
    }
  }

  static Rig with(Rig rig, LatenessClock clock) {
    return new Rig(
        rig.name(),
        rig.simulated(),
        rig.devices(),
        clock,
        rig.generator(),
        rig.thermocouple(),
        rig.interlock(),
        rig.relay(),
        rig.footswitch(),
        rig.positioner(),
        rig.indicator(),
        rig.release());
  }
}
