package lissauer.controller.doctor;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import lissauer.hal.Finding;
import org.HdrHistogram.Histogram;

/** How late this computer lets a loop run that waits as the tick does, without any rig. */
public final class JitterCheck {
  private static final double PERCENT = 99;

  /** A tick that is later than its own length is lost. */
  private static final double TICK_SHARE = 1;

  private JitterCheck() {}

  /**
   * Waits some seconds, tick by tick.
   *
   * @param gapSeconds longest pause of the loop that a row survives
   */
  public static List<Finding> findings(long tickNanos, double gapSeconds, double forSeconds) {
    Histogram late = lateness(tickNanos, forSeconds);
    double p99Millis = late.getValueAtPercentile(PERCENT) * 1e-6;
    double mostMillis = late.getMaxValue() * 1e-6;
    double tickMillis = TICK_SHARE * tickNanos * 1e-6;
    String seen =
        String.format(
            Locale.ROOT,
            "%d ticks: late by %.2f ms p50, %.1f ms p99, %.1f ms at most",
            late.getTotalCount(),
            late.getValueAtPercentile(50) * 1e-6,
            p99Millis,
            mostMillis);
    String remedy = "end what else runs here; a rig's computer has nothing else to do";
    Finding usual =
        Finding.warnUnless(
            p99Millis <= tickMillis,
            "loop",
            "jitter",
            seen,
            String.format(Locale.ROOT, "at most %.0f ms p99", tickMillis),
            remedy);
    Finding most =
        Finding.when(
            mostMillis <= gapSeconds * 1e3,
            "loop",
            "longest pause",
            String.format(Locale.ROOT, "%.1f ms", mostMillis),
            String.format(Locale.ROOT, "at most %.0f ms, or RF is cut", gapSeconds * 1e3),
            remedy);
    return List.of(usual, most);
  }

  private static Histogram lateness(long tickNanos, double forSeconds) {
    Histogram late = new Histogram(3);
    long due = System.nanoTime();
    long end = due + Math.round(forSeconds * 1e9);
    while (due < end) {
      due = Math.max(due + tickNanos, System.nanoTime());
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      late.recordValue(System.nanoTime() - due);
    }
    return late;
  }
}
