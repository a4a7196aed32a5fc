package lissauer.controller.doctor;

import java.util.List;
import java.util.Locale;
import lissauer.hal.Finding;

/** The monotonic clock, by which everything runs, and the wall clock, which is only a label. */
public final class ClockCheck {
  private static final int LOOKS = 100_000;
  private static final long COMPARED_MILLIS = 300;

  /** Beside a wall clock that is being slewed; a monotonic clock that is wrong errs by far more. */
  private static final double MOST_DEVIATION = 0.05;

  private ClockCheck() {}

  /** Takes a third of a second. */
  public static List<Finding> findings() {
    return List.of(monotonic(), pace(), wall());
  }

  private static Finding monotonic() {
    long backwards = 0;
    long before = System.nanoTime();
    for (int i = 0; i < LOOKS; i++) {
      long now = System.nanoTime();
      backwards += now < before ? 1 : 0;
      before = now;
    }
    return Finding.when(
        backwards == 0,
        "clock",
        "monotonic",
        backwards + " of " + LOOKS + " looks went backwards",
        "none",
        "another clock source of the kernel: /sys/devices/system/clocksource/clocksource0");
  }

  private static Finding pace() {
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    try {
      Thread.sleep(COMPARED_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    double monotonicMillis = (System.nanoTime() - nanos) * 1e-6;
    double wallMillis = (double) (System.currentTimeMillis() - millis);
    double deviation = Math.abs(wallMillis / monotonicMillis - 1);
    return Finding.warnUnless(
        deviation <= MOST_DEVIATION,
        "clock",
        "pace",
        String.format(
            Locale.ROOT,
            "%.1f ms on the monotonic clock, %.0f ms on the wall clock",
            monotonicMillis,
            wallMillis),
        "the same within 5 %",
        "the wall clock was set just now, or this virtual machine's clock is wrong; try again");
  }

  private static Finding wall() {
    WallClock clock = WallClock.now();
    return clock == WallClock.UNKNOWN
        ? Finding.unknown("clock", "wall clock", "nobody here tells whether it is synchronised")
        : Finding.warnUnless(
            clock == WallClock.SYNCHRONISED,
            "clock",
            "wall clock",
            clock.words(),
            "a label only",
            "sudo timedatectl set-ntp true, or times in records may be wrong");
  }
}
