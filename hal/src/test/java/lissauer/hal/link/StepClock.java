package lissauer.hal.link;

import lissauer.hal.RigClock;

/** Time that passes only by waiting for it. */
public final class StepClock implements RigClock {
  private long now = 1_000_000_000L;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleepUntil(long dueNanos) {
    now = Math.max(now, dueNanos);
  }

  public void pass(long nanos) {
    now += nanos;
  }
}
