package lissauer.controller.cli;

import java.util.concurrent.TimeUnit;

/**
 * Says beside a row that its telemetry reaches nobody, while something can still be done about it,
 * and when that is over. What passes by itself within seconds is not worth a line.
 */
final class TelemetryNotes {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private long sinceNanos;
  private boolean troubled;
  private boolean said;

  /** Looks at what is wrong now, if anything; called again and again. */
  void look(String trouble, long nowNanos, Progress progress) {
    if (trouble.isEmpty()) {
      if (said) {
        progress.note("telemetry-restored", "telemetry is well again");
      }
      troubled = false;
      said = false;
      return;
    }
    if (!troubled) {
      troubled = true;
      sinceNanos = nowNanos;
    }
    if (!said && nowNanos - sinceNanos >= PATIENCE_NANOS) {
      said = true;
      progress.note("telemetry-trouble", "telemetry: " + trouble);
    }
  }
}
