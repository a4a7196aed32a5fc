package lissauer.hal;

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
}
