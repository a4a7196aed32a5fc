package lissauer.hal.gpio;

import lissauer.hal.RigClock;

/** A clock that a test turns by hand. */
final class HandClock implements RigClock {
  long now = 1_000_000_000;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleepUntil(long dueNanos) {
    now = Math.max(now, dueNanos);
  }

  void pass(double seconds) {
    now += Math.round(seconds * 1e9);
  }
}
