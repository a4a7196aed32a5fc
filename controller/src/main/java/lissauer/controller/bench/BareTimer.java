package lissauer.controller.bench;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A thread that waits on the same schedule as the loop and does nothing else: how late this
 * computer wakes anybody. Without it a busy host could not be told from a slow loop.
 */
final class BareTimer implements AutoCloseable {
  private final long periodNanos;
  private final Histogram latenessNanos = new Histogram(3);
  private final Thread thread =
      Thread.ofPlatform().name("bare timer").daemon().unstarted(this::run);
  private volatile boolean closing;

  BareTimer(long periodNanos) {
    this.periodNanos = periodNanos;
    thread.start();
  }

  /** What was measured; read after {@link #close}. */
  Histogram latenessNanos() {
    return latenessNanos;
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long due = System.nanoTime();
    while (!closing) {
      due = Math.max(due + periodNanos, System.nanoTime());
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      latenessNanos.recordValue(System.nanoTime() - due);
    }
  }
}
