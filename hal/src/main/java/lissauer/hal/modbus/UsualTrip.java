package lissauer.hal.modbus;

/**
 * How soon an answer to one kind of request can come, learned from those that came: line speed, USB
 * and device together, which no setting tells. Waiting that long in one go instead of looking fifty
 * times leaves the processor fewer occasions to be late.
 */
final class UsualTrip {
  /** Looks begin so much before the soonest answer. */
  private static final long AHEAD_NANOS = 300_000;

  /** A line that has become slower is believed after some hundred answers. */
  private static final int SLOWNESS = 64;

  private long soonestNanos;

  /** Another answer came, so long after its request was handed over. */
  void took(long nanos) {
    soonestNanos =
        soonestNanos == 0 || nanos < soonestNanos
            ? nanos
            : soonestNanos + (nanos - soonestNanos) / SLOWNESS;
  }

  /** How long nothing can come. */
  long quietNanos() {
    return Math.max(0, soonestNanos - AHEAD_NANOS);
  }
}
