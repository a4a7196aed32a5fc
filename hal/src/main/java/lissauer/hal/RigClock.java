package lissauer.hal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * The only source of time for devices and loop, so that the same code runs against a real bench and
 * a simulated one.
 *
 * <p>Time is monotonic and starts anywhere; it is never the wall clock, which may jump.
 */
public interface RigClock {
  /** Monotonic time in ns. */
  long nanos();

  /**
   * Waits until {@code dueNanos} on this clock and returns at once when that has passed.
   *
   * <p>On a simulated rig nothing waits: the events up to that instant happen, in order, on the
   * calling thread.
   */
  void sleepUntil(long dueNanos);

  /**
   * Whether this time stands still while nobody waits for it, so that the loop may wait for a disk
   * and no tick comes late by that. No clock of a device on a wire does.
   */
  default boolean standsStill() {
    return false;
  }

  /**
   * Lets something happen again and again beside the tick, until what is returned is closed: on a
   * thread of its own on a real bench, as an event on a simulated one.
   *
   * @param name of the thread
   * @param action must not throw
   */
  default Beside every(String name, long periodNanos, Runnable action) {
    AtomicBoolean closed = new AtomicBoolean();
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(() -> {
          for (long due = nanos(); !closed.get(); due = Math.max(due + periodNanos, nanos())) {
            for (long left = due - nanos(); left > 0; left = due - nanos()) {
              LockSupport.parkNanos(left);
            }
            action.run();
          }
        });
    return () -> closed.set(true);
  }

  /** Something that happens beside the tick. */
  @FunctionalInterface
  interface Beside extends AutoCloseable {
    /** Ends it; returns without waiting for it. */
    @Override
    void close();
  }
}
