package lissauer.hal.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.RigClock;

/** How good a device's line is: the same harmless question some hundred times. */
final class LineTrial {
  private static final int ROUNDS = 200;
  private static final long PAUSE_NANOS = 2_000_000;

  /** A device that answers nothing is not asked two hundred times. */
  private static final int MOST_LOST = 5;

  private static final double LATE_SHARE = 0.01;

  private final Examined device;
  private final RigClock clock;
  private final double[] millis = new double[ROUNDS];
  private int asked;
  private int lost;
  private int late;
  private String complaint = "";

  private LineTrial(Examined device, RigClock clock) {
    this.device = device;
    this.clock = clock;
  }

  static Finding of(String subject, Examined device, RigClock clock) {
    LineTrial trial = new LineTrial(device, clock);
    Map<String, Long> before = device.badFrames();
    trial.ask();
    return trial.finding(subject, more(before, device.badFrames()));
  }

  private void ask() {
    while (asked < ROUNDS && lost < MOST_LOST) {
      long from = clock.nanos();
      try {
        device.ask();
      } catch (DeviceException e) {
        lost++;
        complaint = String.valueOf(e.getMessage());
      }
      millis[asked] = (clock.nanos() - from) * 1e-6;
      late += millis[asked] > device.answerSeconds() * 1e3 ? 1 : 0;
      asked++;
      clock.sleepUntil(clock.nanos() + PAUSE_NANOS);
    }
  }

  private Finding finding(String subject, Map<String, Long> bad) {
    double[] sorted = Arrays.copyOf(millis, asked);
    Arrays.sort(sorted);
    String seen =
        String.format(
            Locale.ROOT,
            "%d exchanges: %d lost, %d late, bad frames %s; round trip %.1f ms p50, %.1f ms p99, %.1f ms most",
            asked,
            lost,
            late,
            bad.isEmpty() ? "none" : bad.toString(),
            quantile(sorted, 0.5),
            quantile(sorted, 0.99),
            sorted[asked - 1]);
    String allowed =
        String.format(
            Locale.ROOT,
            "none lost, no bad frames, at most 1 %% above %.0f ms",
            device.answerSeconds() * 1e3);
    boolean clean = bad.isEmpty() && late <= LATE_SHARE * asked;
    String remedy =
        "check cable, plugs and baud, keep the line away from the RF lead; on a busy computer try"
            + " again when it is quiet";
    return lost > 0
        ? new Finding(
            Finding.State.FAIL, subject, "link quality", seen + "; " + complaint, allowed, remedy)
        : Finding.warnUnless(clean, subject, "link quality", seen, allowed, remedy);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }

  private static Map<String, Long> more(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> more = new TreeMap<>();
    after.forEach((name, count) -> {
      long added = count - before.getOrDefault(name, 0L);
      if (added > 0) {
        more.put(name, added);
      }
    });
    return more;
  }
}
