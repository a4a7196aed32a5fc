package lissauer.controller.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.ControlLoop;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.QueuedListener;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.safety.StopSource;
import lissauer.controller.telemetry.Identity;
import lissauer.controller.telemetry.Telemetry;
import lissauer.controller.telemetry.TelemetrySettings;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.Figure;
import org.HdrHistogram.Histogram;

/**
 * What telemetry costs, and whether a broker that hangs makes ticks late: blocks of a row at real
 * time without telemetry and with a broker that is frozen while connected, in turns in one run, so
 * that what else the computer does hits both.
 */
public final class TelemetryBenchmark implements Benchmark {
  private static final double COST_LIMIT_PERCENT = 2;

  /** Two samples of one tail differ by this much at least. */
  private static final double NOISE_FACTOR = 2;

  private static final double NOISE_MILLIS = 2;
  private static final double BLOCK_SECONDS = 10;
  private static final int QUEUED_TICKS = 15_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Protocol protocol;
  private final LoopBenchmark.RigAtSpeed rigs;
  private final double seconds;

  /**
   * A benchmark of one protocol.
   *
   * @param seconds of each kind of block
   */
  public TelemetryBenchmark(Protocol protocol, LoopBenchmark.RigAtSpeed rigs, double seconds) {
    this.protocol = protocol;
    this.rigs = rigs;
    this.seconds = seconds;
  }

  @Override
  public List<Figure> measure(PrintWriter table) throws DeviceException {
    try (FreezableBroker broker = FreezableBroker.start()) {
      block(
          new Histogram(3), Math.min(2, seconds), _ -> {}); // classes are loaded, code is compiled
      double percent = cost(broker);
      Histogram without = new Histogram(3);
      Histogram frozen = new Histogram(3);
      int blocks = (int) Math.max(1, Math.round(seconds / BLOCK_SECONDS));
      for (int i = 0; i < blocks; i++) {
        block(without, seconds / blocks, _ -> {});
        frozen(broker, frozen, seconds / blocks);
      }
      double plainMillis = without.getValueAtPercentile(99.9) / 1e6;
      return List.of(
          Figure.atMost("telemetry, of one core", percent, "%", COST_LIMIT_PERCENT),
          Figure.reported("lateness p99.9 without telemetry", plainMillis, "ms"),
          Figure.atMost(
              "lateness p99.9 with a frozen broker",
              frozen.getValueAtPercentile(99.9) / 1e6,
              "ms",
              Math.max(NOISE_MILLIS, NOISE_FACTOR * plainMillis)),
          Figure.reported("ticks of each", (double) without.getTotalCount(), "1"));
    } catch (IOException e) {
      throw new DeviceException("broker", String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Processor time of everything that telemetry does, while the broker answers. */
  private double cost(FreezableBroker broker)
      throws IOException, InterruptedException, DeviceException {
    double[] percent = new double[1];
    telling(
        broker,
        told -> {
          long began = System.nanoTime();
          long before = cpuNanos();
          block(new Histogram(3), seconds, told);
          percent[0] = 100.0 * (cpuNanos() - before) / (System.nanoTime() - began);
        });
    return percent[0];
  }

  private void frozen(FreezableBroker broker, Histogram lateness, double blockSeconds)
      throws IOException, InterruptedException, DeviceException {
    telling(
        broker,
        told -> {
          broker.freeze();
          try {
            block(lateness, blockSeconds, told);
          } finally {
            broker.thaw();
          }
        });
  }

  @FunctionalInterface
  private interface Told {
    void to(Consumer<Tick> listener) throws IOException, InterruptedException, DeviceException;
  }

  /** As a run does it: a queue, and behind it what tells the broker. */
  private void telling(FreezableBroker broker, Told block)
      throws IOException, InterruptedException, DeviceException {
    Path outbox = Files.createTempDirectory("lissauer-bench");
    Telemetry telemetry =
        new Telemetry(
            identity(),
            TelemetrySettings.loopback(broker.port(), () -> {}),
            outbox,
            new Telemetry.Controls(() -> {}, _ -> {}));
    try (telemetry;
        QueuedListener queue =
            new QueuedListener(
                "telemetry", QUEUED_TICKS, QueuedListener.OnFull.DROP, telemetry, _ -> {})) {
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (telemetry.counts().connections() == 0) {
        if (System.nanoTime() > end) {
          throw new IOException("the broker cannot be reached: " + telemetry.counts().trouble());
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
      block.to(queue);
    }
    try (Stream<Path> left = Files.list(outbox)) {
      left.forEach(path -> path.toFile().delete());
    }
    Files.delete(outbox);
  }

  private Identity identity() {
    return new Identity(
        "bench",
        "bench-telemetry",
        UUID.randomUUID().toString(),
        "bench-telemetry",
        Instant.now(),
        true,
        "bench",
        Runtime.version().toString(),
        "0".repeat(64),
        List.of("simulated"),
        protocol);
  }

  private static long cpuNanos() {
    return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().matches("(telemetry|MQTT).*"))
        .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId())))
        .sum();
  }

  private void block(Histogram lateness, double blockSeconds, Consumer<Tick> listener)
      throws DeviceException {
    try (Rig rig = rigs.open("1")) {
      LatenessClock clock = new LatenessClock(rig.clock());
      StopSwitch stop = new StopSwitch();
      long lastNanos = clock.nanos() + Math.round(blockSeconds * 1e9);
      Consumer<Tick> ender =
          tick -> {
            if (tick.atNanos() >= lastNanos) {
              stop.press(StopSource.TERMINAL);
            }
          };
      new ControlLoop(
              LoopBenchmark.with(rig, clock),
              new ControlCore(protocol),
              protocol.tickNanos(),
              stop,
              Acknowledgement.never(),
              List.of(listener, ender))
          .run();
      lateness.add(clock.latenessNanos());
    }
  }
}
