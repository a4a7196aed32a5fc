package lissauer.controller.loop;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the tick and a listener that may be slow: a bounded queue and a thread of its own,
 * so that a hanging disk or terminal cannot delay a tick.
 */
public final class QueuedListener implements Consumer<Tick>, AutoCloseable {
  /** What happens to a tick when the queue is full. */
  public enum OnFull {
    /** It is lost and counted: right for real time, where the tick may not wait. */
    DROP,
    /** The loop waits: right for a simulated clock, which stands still meanwhile. */
    WAIT
  }

  private static final long POLL_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<Tick> queue;
  private final OnFull onFull;
  private final Consumer<Tick> listener;
  private final Consumer<@Nullable Throwable> onTrouble;
  private final AtomicLong dropped = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean failed;

  /**
   * Starts the thread.
   *
   * @param capacity ticks that may wait
   * @param listener called on the thread
   * @param onTrouble called with what the listener threw, after which it gets no more ticks, or
   *     with null when a tick was dropped
   */
  public QueuedListener(
      String name,
      int capacity,
      OnFull onFull,
      Consumer<Tick> listener,
      Consumer<@Nullable Throwable> onTrouble) {
    queue = new ArrayBlockingQueue<>(capacity);
    this.onFull = onFull;
    this.listener = listener;
    this.onTrouble = onTrouble;
    thread = Thread.ofPlatform().name(name).daemon().start(this::drain);
  }

  @Override
  public void accept(Tick tick) {
    if (failed || queue.offer(tick)) {
      return;
    }
    if (onFull == OnFull.DROP) {
      dropped.incrementAndGet();
      onTrouble.accept(null);
      return;
    }
    try {
      while (!failed && !queue.offer(tick, POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ticks lost so far. */
  public long dropped() {
    return dropped.get();
  }

  /** Stops waiting for the listener, now and for good; what it has not taken is lost. */
  public void abandon() {
    failed = true;
  }

  /** Lets the listener finish what waits, for a while, then ends the thread. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!queue.isEmpty() && !failed) {
      dropped.addAndGet(queue.size());
      onTrouble.accept(null);
    }
    abandon();
  }

  private void drain() {
    try {
      while (!failed && (!closing || !queue.isEmpty())) {
        Tick tick = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (tick != null) {
          listener.accept(tick);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failed = true;
      onTrouble.accept(e);
    }
  }
}
