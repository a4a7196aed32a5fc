package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lissauer.controller.TestBench;
import lissauer.controller.record.RowTally;
import lissauer.hal.DeviceException;

/** A row that has been run once, to be told as often as a test likes. */
final class TelemetryFixture {
  static final Path DOCS = Path.of("..", "docs", "telemetry");
  static final Telemetry.Controls NO_CONTROLS = new Telemetry.Controls(() -> {}, _ -> {});
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

  static final TestBench ROW = row("cordotomy");

  private TelemetryFixture() {}

  static TestBench row(String plan) {
    try {
      TestBench bench = new TestBench(plan);
      bench.run();
      return bench;
    } catch (DeviceException e) {
      throw new AssertionError(e);
    }
  }

  static Identity identity() {
    return identity("rig-" + UUID.randomUUID().toString().substring(0, 8));
  }

  static Identity identity(String rig) {
    return identity(rig, ROW);
  }

  static Identity identity(String rig, TestBench row) {
    return new Identity(
        "test",
        rig,
        UUID.randomUUID().toString(),
        "20261122T000000Z-cordotomy",
        Instant.parse("2026-11-22T00:00:00Z"),
        true,
        "0.1 (test)",
        "25",
        "0".repeat(64),
        List.of("simulated"),
        row.protocol);
  }

  static TelemetrySettings at(int port) {
    return TelemetrySettings.loopback(port, () -> {});
  }

  static RowEnd end(TestBench row) {
    RowTally tally = new RowTally(row.protocol.plan());
    row.ticks.forEach(tally);
    return new RowEnd("done", tally.ticks(), tally.results(), "a".repeat(64), true, null);
  }

  /** Tells the whole row as fast as it goes. */
  static void tell(Telemetry telemetry) {
    ROW.ticks.forEach(telemetry);
    telemetry.ended(end(ROW));
  }

  /** Tells the whole row, and waits until it has left. */
  static void tellAndDeliver(Telemetry telemetry) {
    tell(telemetry);
    until(
        "everything has left",
        () -> {
          Counts counts = telemetry.counts();
          return counts.waiting() == 0 && counts.waitingBatches() == 0;
        });
  }

  static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
