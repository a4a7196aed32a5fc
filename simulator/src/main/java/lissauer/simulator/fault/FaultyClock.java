package lissauer.simulator.fault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lissauer.hal.RigClock;

/** A clock from whose sleep the loop wakes late: everything else on the bench goes on meanwhile. */
final class FaultyClock implements RigClock {
  private final RigClock inner;
  private final List<FaultPlay.Part> parts;
  private final Set<FaultPlay.Part> paused = new HashSet<>();

  FaultyClock(RigClock inner, FaultPlay play) {
    this.inner = inner;
    this.parts = play.at(Where.CLOCK);
  }

  @Override
  public boolean standsStill() {
    return inner.standsStill();
  }

  @Override
  public long nanos() {
    return inner.nanos();
  }

  @Override
  public void sleepUntil(long dueNanos) {
    inner.sleepUntil(dueNanos);
    long late = lateNanos();
    if (late > 0) {
      inner.sleepUntil(inner.nanos() + late);
    }
  }

  /** What happens beside the loop is not held up with it. */
  @Override
  public Beside every(String name, long periodNanos, Runnable action) {
    return inner.every(name, periodNanos, action);
  }

  /** A pause happens once each time that its fault appears; slowness, every time. */
  private long lateNanos() {
    double seconds = 0;
    for (FaultPlay.Part part : parts) {
      if (!part.present()) {
        paused.remove(part);
      } else if (part.fault.what() instanceof Malfunction.Slow(double lag)) {
        seconds += lag;
      } else if (part.fault.what() instanceof Malfunction.Delayed(double delay)
          && paused.add(part)) {
        seconds += delay;
      }
    }
    return Math.round(seconds * 1e9);
  }
}
