package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import lissauer.controller.TestBench;
import lissauer.controller.loop.QueuedListener.OnFull;
import lissauer.hal.DeviceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueuedListenerTest {
  private static final int CAPACITY = 4;

  private final CountDownLatch disk = new CountDownLatch(1);
  private final List<Long> written = new ArrayList<>();
  private final AtomicReference<@Nullable Object> trouble = new AtomicReference<>();

  @Test
  void aHangingListenerLosesTicksButNeverHoldsTheTickUp() throws DeviceException {
    List<Tick> ticks = ticks();
    QueuedListener queue = queue(OnFull.DROP);
    ticks.subList(0, 100).forEach(queue);
    assertThat(queue.dropped()).isBetween(100L - CAPACITY - 1, 100L - CAPACITY);
    assertThat(trouble.get()).isEqualTo("dropped");
    disk.countDown();
    queue.close();
    assertThat(written).hasSize((int) (100 - queue.dropped()));
  }

  @Test
  void aSimulatedLoopWaitsAndLosesNothing() throws DeviceException {
    List<Tick> ticks = ticks();
    QueuedListener queue = queue(OnFull.WAIT);
    disk.countDown();
    ticks.subList(0, 500).forEach(queue);
    queue.close();
    assertThat(written).hasSize(500).isSorted();
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void aListenerThatFailsIsReportedAndHoldsNothingUp() throws DeviceException {
    List<Tick> ticks = ticks();
    IllegalStateException full = new IllegalStateException("disk full");
    QueuedListener queue =
        new QueuedListener(
            "test",
            CAPACITY,
            OnFull.WAIT,
            _ -> {
              throw full;
            },
            trouble::set);
    ticks.subList(0, 500).forEach(queue);
    queue.close();
    assertThat(trouble.get()).isSameAs(full);
  }

  private QueuedListener queue(OnFull onFull) {
    return new QueuedListener(
        "test",
        CAPACITY,
        onFull,
        tick -> {
          try {
            disk.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          written.add(tick.number());
        },
        thrown -> trouble.set(thrown == null ? "dropped" : thrown));
  }

  private static List<Tick> ticks() throws DeviceException {
    TestBench bench = new TestBench("cordotomy");
    bench.run();
    return bench.ticks;
  }
}
