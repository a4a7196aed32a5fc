package lissauer.hal.scpi;

import java.util.concurrent.locks.LockSupport;
import lissauer.hal.DeviceException;

/**
 * Takes a generator's output down when the loop has fallen silent. It helps against a loop that
 * hangs, not against a process that dies.
 */
final class LeaseKeeper implements Runnable {
  private static final long LOOK_NANOS = 20_000_000;

  private final ScpiGenerator generator;

  LeaseKeeper(ScpiGenerator generator) {
    this.generator = generator;
  }

  @Override
  public void run() {
    while (!generator.closed()) {
      try {
        generator.expire();
      } catch (DeviceException lost) {
        // The next exchange meets the same link and reports it.
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
