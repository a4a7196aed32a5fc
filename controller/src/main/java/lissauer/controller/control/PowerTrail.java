package lissauer.controller.control;

import lissauer.hal.RfReading;

/**
 * Measured power from the instant of a belief to now, piece by piece; scratch space of one tick.
 */
final class PowerTrail {
  /** More pieces than this without a sample are taken as they are. */
  private static final int LONGEST = 32;

  /**
   * A longer gap between measurements, or more power, is not to be believed; it trips elsewhere.
   */
  private static final double LONGEST_GAP_SECONDS = 1;

  private static final double MOST_WATTS = 100;

  private final double[] seconds = new double[LONGEST + 1];
  private final double[] watts = new double[LONGEST + 1];
  private int pieces;

  /** Takes up what is remembered and what is newly measured; until when there is power then. */
  long take(TemperatureMemory last, RfReading rf) {
    pieces = last.measured.length / 2;
    for (int i = 0; i < pieces; i++) {
      seconds[i] = last.measured[2 * i];
      watts[i] = last.measured[2 * i + 1];
    }
    if (!(rf.measuredNanos() > last.measuredNanos)) {
      return last.measuredNanos;
    }
    seconds[pieces] = seconds(rf.measuredNanos() - last.measuredNanos);
    watts[pieces++] = rf.powerWatts() > 0 && rf.powerWatts() < MOST_WATTS ? rf.powerWatts() : 0;
    return rf.measuredNanos();
  }

  /** A gap as far as it can be believed. */
  static double seconds(long nanos) {
    return Math.max(0, Math.min(LONGEST_GAP_SECONDS, nanos * 1e-9));
  }

  /** Whether the belief must be moved on, sample or not. */
  boolean full() {
    return pieces >= LONGEST;
  }

  /** Moves a belief on to an instant, as far as there is power, which is then spent. */
  void advance(Observer observer, long untilNanos) {
    int used = 0;
    while (used < pieces && observer.atNanos() < untilNanos) {
      long whole = Math.round(seconds[used] * 1e9);
      long part = Math.min(whole, untilNanos - observer.atNanos());
      observer.advance(part * 1e-9, watts[used], observer.atNanos() + part);
      seconds[used] = (whole - part) * 1e-9;
      used += part == whole ? 1 : 0;
    }
    pieces -= used;
    System.arraycopy(seconds, used, seconds, 0, pieces);
    System.arraycopy(watts, used, watts, 0, pieces);
  }

  /** Moves a belief on by whole pieces, not beyond an instant. */
  void catchUp(Observer observer, long untilNanos) {
    long end = observer.atNanos();
    long next = end;
    for (int i = 0; i < pieces && next <= untilNanos; i++) {
      end = next;
      next += Math.round(seconds[i] * 1e9);
    }
    end = next <= untilNanos ? next : end;
    advance(observer, end);
  }

  /** Moves a state on over all that is left. */
  void advance(TipModel model, double[] state) {
    for (int i = 0; i < pieces; i++) {
      model.advance(state, seconds[i], watts[i]);
    }
  }

  /** What is left, as seconds and watts in turn. */
  double[] left() {
    double[] left = new double[2 * pieces];
    for (int i = 0; i < pieces; i++) {
      left[2 * i] = seconds[i];
      left[2 * i + 1] = watts[i];
    }
    return left;
  }
}
