package lissauer.controller.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lissauer.hal.RigClock;
import org.HdrHistogram.Histogram;

/**
 * A rig's clock at real-time speed that notes when each wait really ended.
 *
 * <p>Lateness is counted from the most punctual wait of the run, since simulated and real time have
 * no common zero.
 */
final class LatenessClock implements RigClock {
  private final RigClock clock;
  private final List<Long> aheadNanos = new ArrayList<>();

  LatenessClock(RigClock clock) {
    this.clock = clock;
  }

  @Override
  public boolean standsStill() {
    return clock.standsStill();
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public void sleepUntil(long dueNanos) {
    clock.sleepUntil(dueNanos);
    aheadNanos.add(System.nanoTime() - dueNanos);
  }

  @Override
  public Beside every(String name, long periodNanos, Runnable action) {
    return clock.every(name, periodNanos, action);
  }

  Histogram latenessNanos() {
    Histogram lateness = new Histogram(3);
    long punctual = Collections.min(aheadNanos);
    aheadNanos.forEach(ahead -> lateness.recordValue(ahead - punctual));
    return lateness;
  }
}
