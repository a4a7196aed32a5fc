package lissauer.simulator.device;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.Figure;
import lissauer.hal.lab.MonotonicClock;
import lissauer.hal.link.SerialLink;
import lissauer.hal.modbus.FrontEnd;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndSetup;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.simulator.LiveBench;
import lissauer.simulator.SimulatedBench;
import lissauer.simulator.SimulatedClock;
import lissauer.simulator.SimulatedRigProvider;

/**
 * How long a tick's exchange with the front end takes, from the driver's call to its return, over a
 * pseudo-terminal whose bytes take their time, and so what the line costs at each speed. Driver and
 * device are in one process.
 */
public final class ExchangeBenchmark implements Benchmark {
  /** Of a tick of 20 ms; issue and docs/performance.md hold 115200 baud to it. */
  private static final double LIMIT_MILLIS = 10;

  private static final int USUAL_BAUD = 115_200;
  private static final int[] OTHER_BAUDS = {57_600, 230_400, 460_800, 921_600};
  private static final int BYTES = 66;
  private static final int BITS = 10;
  private static final int WARM = 300;
  private static final int MANY = 3000;
  private static final int SOME = 500;
  private static final long WAIT_NANOS = 5_700_000;
  private static final long PACE_NANOS = 20_000_000;

  private final ConsoleFiles files;

  /** Reads the simulated rig and its electrode from these files. */
  public ExchangeBenchmark(ConsoleFiles files) {
    this.files = files;
  }

  @Override
  public List<Figure> measure(PrintWriter table) throws DeviceException {
    table.println("baud     line ms   p50   p99   p99.9   most   (ms)");
    List<Figure> figures = new ArrayList<>();
    double[] usual = measure(USUAL_BAUD, MANY, table);
    print(table, USUAL_BAUD, usual);
    figures.add(
        Figure.reported("lateness of a bare wait p99.9", quantile(bareWaits(), 0.999), "ms"));
    double[] bare = bareWire();
    figures.add(Figure.reported("bare wire p50", quantile(bare, 0.5), "ms"));
    figures.add(Figure.reported("bare wire p99.9", quantile(bare, 0.999), "ms"));
    figures.add(
        Figure.reported(
            "p99.9 over bare wire", quantile(usual, 0.999) / quantile(bare, 0.999), "1"));
    figures.add(Figure.reported(USUAL_BAUD + " baud p50", quantile(usual, 0.5), "ms"));
    figures.add(Figure.reported(USUAL_BAUD + " baud p99", quantile(usual, 0.99), "ms"));
    figures.add(
        Figure.atMost(USUAL_BAUD + " baud p99.9", quantile(usual, 0.999), "ms", LIMIT_MILLIS));
    for (int baud : OTHER_BAUDS) {
      double[] other = measure(baud, SOME, table);
      print(table, baud, other);
      figures.add(Figure.reported(baud + " baud p50", quantile(other, 0.5), "ms"));
      figures.add(Figure.reported(baud + " baud p99", quantile(other, 0.99), "ms"));
    }
    return figures;
  }

  private static void print(PrintWriter table, int baud, double[] sorted) {
    table.printf(
        Locale.ROOT,
        "%-8d %7.2f %6.2f %5.2f %7.2f %6.2f%n",
        baud,
        1e3 * BYTES * BITS / baud,
        quantile(sorted, 0.5),
        quantile(sorted, 0.99),
        quantile(sorted, 0.999),
        sorted[sorted.length - 1]);
    table.flush();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }

  /** Milliseconds, sorted. */
  private double[] measure(int baud, int count, PrintWriter table) throws DeviceException {
    Electrode electrode = electrode();
    try (DeviceLog log = log();
        LiveBench live = new LiveBench(bench(electrode));
        EmulatedDevice device =
            FrontEndEmulator.start(
                "front-end", baud, 1, FrontEndEmulator.identity(), new EmulatedBench(live, log));
        FrontEnd frontEnd = open(device.endpoint(), baud, electrode)) {
      return exchanges(frontEnd.port(RfGenerator.class).orElseThrow(), count, table);
    } catch (IOException e) {
      throw new DeviceException("front end", "no wire: " + e.getMessage(), e);
    }
  }

  private Electrode electrode() {
    Problems problems = new Problems();
    Electrode electrode =
        Electrode.from(
            files.open("electrodes", "drez-spinal", Map.of(), new Place("bench", 0, 0), problems));
    problems.throwIfAny();
    return electrode;
  }

  private SimulatedBench bench(Electrode electrode) {
    Problems problems = new Problems();
    SimulatedBench.Setup setup =
        SimulatedRigProvider.bench(
            files.open("rigs", "simulated", Map.of(), new Place("bench", 0, 0), problems),
            electrode);
    problems.throwIfAny();
    return new SimulatedBench(
        setup, new SimulatedClock(Double.POSITIVE_INFINITY), SimulatedBench.library());
  }

  private double[] bareWire() throws DeviceException {
    try (DeviceLog log = log();
        LiveBench live = new LiveBench(bench(electrode()))) {
      return BareWire.measure(USUAL_BAUD, MANY, new EmulatedBench(live, log));
    } catch (IOException e) {
      throw new DeviceException("front end", "no wire: " + e.getMessage(), e);
    }
  }

  /** Written as in a run, since that is part of what the device does in its tick. */
  private static DeviceLog log() throws IOException {
    Path file = Files.createTempFile("lissauer-bench", ".jsonl");
    file.toFile().deleteOnExit();
    return DeviceLog.in(file);
  }

  private static FrontEnd open(String path, int baud, Electrode electrode) throws DeviceException {
    return FrontEnd.open(
        new FrontEndSetup(path, baud, 1),
        () -> new SerialLink(path, baud),
        FrontEndCaps.of(electrode.caps()),
        new MonotonicClock());
  }

  /** What the machine adds to a wait as long as an exchange, without any of our code. */
  private static double[] bareWaits() {
    MonotonicClock clock = new MonotonicClock();
    double[] millis = new double[MANY / 3];
    for (int i = 0; i < millis.length; i++) {
      long due = clock.nanos() + WAIT_NANOS;
      clock.sleepUntil(due);
      millis[i] = (clock.nanos() - due) * 1e-6;
      clock.sleepUntil(due + PACE_NANOS - WAIT_NANOS);
    }
    Arrays.sort(millis);
    return millis;
  }

  /** An exchange that fails took as long as it took: it is one of the slow ones, and is said. */
  private static double[] exchanges(RfGenerator generator, int count, PrintWriter table) {
    MonotonicClock clock = new MonotonicClock();
    double[] millis = new double[count];
    long due = clock.nanos();
    for (int i = -WARM; i < count; i++) {
      due = Math.max(due + PACE_NANOS, clock.nanos());
      clock.sleepUntil(due);
      long before = System.nanoTime();
      try {
        generator.exchange(RfCommand.OFF);
      } catch (DeviceException e) {
        table.println("failed: " + e.getMessage());
      }
      if (i >= 0) {
        millis[i] = (System.nanoTime() - before) * 1e-6;
      }
    }
    Arrays.sort(millis);
    return millis;
  }
}
