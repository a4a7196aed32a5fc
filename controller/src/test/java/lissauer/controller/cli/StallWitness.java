package lissauer.controller.cli;

import java.util.concurrent.locks.LockSupport;

/**
 * Notes how long this machine has stood still, so that a row in real time which ended because
 * nothing ran for a while is not taken for a fault of the service.
 */
final class StallWitness implements AutoCloseable {
  /** The driver waits 45 ms for an answer that takes 7. */
  private static final long HARMLESS_NANOS = 20_000_000;

  private static final long STEP_NANOS = 5_000_000;

  private final Thread watching = Thread.ofPlatform().daemon().start(this::watch);
  private volatile boolean stood;
  private volatile boolean closed;

  /** Whether anything has been late by more than an answer may be. */
  boolean stoodStill() {
    return stood;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watching);
  }

  private void watch() {
    while (!closed) {
      long due = System.nanoTime() + STEP_NANOS;
      LockSupport.parkNanos(STEP_NANOS);
      if (System.nanoTime() - due > HARMLESS_NANOS) {
        stood = true;
      }
    }
  }
}
