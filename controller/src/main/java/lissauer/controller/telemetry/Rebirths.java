package lissauer.controller.telemetry;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When to be born again: whoever asks is answered, but all who ask within a second of a birth get
 * one between them. Safe for use by several threads.
 */
final class Rebirths {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private boolean asked;
  private long lastNanos;

  /** None was asked for yet; {@code nanos} is monotonic time. */
  Rebirths(LongSupplier nanos) {
    this.nanos = nanos;
    this.lastNanos = nanos.getAsLong() - EVERY_NANOS;
  }

  /** Somebody asked for a birth. */
  synchronized void asked() {
    asked = true;
  }

  /** Whether it is to be given now. */
  synchronized boolean due() {
    return asked && nanos.getAsLong() - lastNanos >= EVERY_NANOS;
  }

  /** A birth is being given, which answers all who asked before. */
  synchronized void given() {
    asked = false;
    lastNanos = nanos.getAsLong();
  }
}
