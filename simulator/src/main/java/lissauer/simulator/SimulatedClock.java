package lissauer.simulator;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import lissauer.hal.RigClock;

/**
 * Time that passes only while somebody waits for it: a single-threaded discrete-event clock.
 *
 * <p>Everything that happens by itself on the bench is an event; {@link #sleepUntil} runs them in
 * order of time, and of scheduling where times are equal. So a run is the same bit for bit every
 * time, and as fast as the processor allows. At a finite speed the clock waits after each sleep for
 * real time to catch up, which changes nothing but the pace.
 */
public final class SimulatedClock implements RigClock {
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private final double speed;
  private final long realStart = System.nanoTime();
  private long now;
  private long scheduled;

  private record Event(long atNanos, long order, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      int byTime = Long.compare(atNanos, other.atNanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /**
   * A clock at 0.
   *
   * @param speedRatio simulated seconds per real second; infinity to wait for nothing
   */
  public SimulatedClock(double speedRatio) {
    if (!(speedRatio > 0)) {
      throw new IllegalArgumentException("speed must be above 0, was " + speedRatio);
    }
    this.speed = speedRatio;
  }

  @Override
  public boolean standsStill() {
    return true;
  }

  @Override
  public long nanos() {
    return now;
  }

  /** Lets something happen at a time; at once in order if that has passed. */
  public void at(long atNanos, Runnable action) {
    events.add(new Event(Math.max(atNanos, now), scheduled++, action));
  }

  @Override
  public Beside every(String name, long periodNanos, Runnable action) {
    Again again = new Again(periodNanos, action);
    at(now, again);
    return again;
  }

  private final class Again implements Runnable, Beside {
    private final long periodNanos;
    private final Runnable action;
    private boolean closed;

    Again(long periodNanos, Runnable action) {
      this.periodNanos = periodNanos;
      this.action = action;
    }

    @Override
    public void run() {
      if (!closed) {
        at(now + periodNanos, this);
        action.run();
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** When the next thing happens by itself; {@link Long#MAX_VALUE} when nothing will. */
  public long nextNanos() {
    return events.isEmpty() ? Long.MAX_VALUE : events.element().atNanos;
  }

  @Override
  public void sleepUntil(long dueNanos) {
    while (!events.isEmpty() && events.element().atNanos <= dueNanos) {
      Event event = events.remove();
      now = event.atNanos;
      event.action.run();
    }
    now = Math.max(now, dueNanos);
    keepPace();
  }

  private void keepPace() {
    if (speed == Double.POSITIVE_INFINITY) {
      return;
    }
    long realDue = realStart + Math.round(now / speed);
    for (long left = realDue - System.nanoTime(); left > 0; left = realDue - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
