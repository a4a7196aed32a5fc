package lissauer.simulator.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What one fault makes of the values that pass a place. It sees them all, whether the fault is
 * there or not, since what is stuck, slow or late depends on what was before.
 */
final class Distortion<T> {
  private record Seen<T>(long atNanos, T value) {}

  private final FaultPlay.Part part;
  private final Nature<T> nature;
  private final Random random;
  private final Deque<Seen<T>> seen = new ArrayDeque<>();
  private @Nullable T shown;
  private long shownNanos;

  Distortion(FaultPlay.Part part, Nature<T> nature) {
    this.part = part;
    this.nature = nature;
    this.random = new Random(~part.seed);
  }

  /** The value that comes out. */
  T pass(long nowNanos, T value) {
    return switch (part.fault.what()) {
      case Malfunction.Off _ -> part.present() ? nature.missing(value) : value;
      case Malfunction.Stuck _ -> stuck(value);
      case Malfunction.Garbage _ -> part.present() ? nature.garbage(value, random) : value;
      case Malfunction.Wrong wrong -> part.present() ? nature.wrong(value, wrong) : value;
      case Malfunction.Slow slow -> slow(nowNanos, value, slow.lagSeconds());
      case Malfunction.Delayed delayed -> delayed(nowNanos, value, delayed.delaySeconds());
      case Malfunction.Ok _,
          Malfunction.Sensor _,
          Malfunction.Output _,
          Malfunction.Relay _,
          Malfunction.Circuit _ ->
          value;
    };
  }

  private T stuck(T value) {
    T kept = shown;
    if (kept == null || !part.present()) {
      shown = value;
      return value;
    }
    return nature.repeated(kept, value);
  }

  private T slow(long nowNanos, T value, double lagSeconds) {
    T before = shown;
    T after = value;
    if (before != null && part.present()) {
      double share = -StrictMath.expm1(-(nowNanos - shownNanos) * 1e-9 / lagSeconds);
      after = nature.slowed(before, value, share);
    }
    shown = after;
    shownNanos = nowNanos;
    return after;
  }

  private T delayed(long nowNanos, T value, double delaySeconds) {
    long then = nowNanos - Math.round(delaySeconds * 1e9);
    seen.add(new Seen<>(nowNanos, value));
    Seen<T> oldest = seen.remove();
    while (!seen.isEmpty() && seen.element().atNanos() <= then) {
      oldest = seen.remove();
    }
    seen.addFirst(oldest);
    return part.present() ? oldest.value() : value;
  }
}
