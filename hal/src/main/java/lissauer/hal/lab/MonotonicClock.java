package lissauer.hal.lab;

import java.util.concurrent.locks.LockSupport;
import lissauer.hal.RigClock;

/** Real time, from the system's monotonic clock. */
public final class MonotonicClock implements RigClock {
  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleepUntil(long dueNanos) {
    for (long left = dueNanos - nanos(); left > 0; left = dueNanos - nanos()) {
      LockSupport.parkNanos(left);
    }
  }
}
