package lissauer.controller.control;

import static lissauer.controller.control.TipModel.LN_CAPACITY;
import static lissauer.controller.control.TipModel.LN_CONDUCTION;
import static lissauer.controller.control.TipModel.LN_LAG;
import static lissauer.controller.control.TipModel.NODES;
import static lissauer.controller.control.TipModel.SENSED;
import static lissauer.controller.control.TipModel.SIZE;
import static lissauer.controller.control.TipModel.SURROUNDINGS;

import java.util.Arrays;

/** The recording of a {@link Probe} in the order of time, and how a ladder explains it. */
final class ProbeCourse {
  /** Numbers that are fitted: ln k, ln ρc, ln lag, start in kelvin. */
  static final int FITTED = 4;

  /** Standard deviations of what is expected before: ln k, ln ρc, ln lag, start in kelvin. */
  private static final double[] EXPECTED = {0.25, 0.25, 1, 0.1};

  /** A sample's, until the residuals tell. */
  private static final double NOISE_KELVIN = 0.11;

  /** What the shape of a ladder gets wrong, as deviations of ln k and ln ρc, and of a node. */
  private static final double SHAPE_FRACTION = 0.01;

  private static final double SHAPE_KELVIN = 0.03;

  /** Power counts as on above this share of the pulse's. */
  private static final double ON_FRACTION = 0.25;

  private static final int LONGEST_DELAY_TICKS = 4;

  final long[] endNanos;
  final double[] watts;
  final long[] sampleNanos;
  final double[] kelvin;
  final double periodSeconds;

  private ProbeCourse(
      long[] endNanos, double[] watts, long[] sampleNanos, double[] kelvin, double period) {
    this.endNanos = endNanos;
    this.watts = watts;
    this.sampleNanos = sampleNanos;
    this.kelvin = kelvin;
    this.periodSeconds = period;
  }

  static ProbeCourse of(Probe.Recording last, double baseCelsius, long tickNanos) {
    int ticks = 0;
    int count = 0;
    for (Probe.Recording at = last; at != null; at = at.before()) {
      ticks++;
      count += at.sampledNanos() == Long.MIN_VALUE ? 0 : 1;
    }
    long[] ends = new long[ticks];
    double[] watts = new double[ticks];
    long[] nanos = new long[count];
    double[] kelvin = new double[count];
    for (Probe.Recording at = last; at != null; at = at.before()) {
      ends[--ticks] = at.measuredNanos();
      watts[ticks] = at.measuredWatts();
      if (at.sampledNanos() != Long.MIN_VALUE) {
        nanos[--count] = at.sampledNanos();
        kelvin[count] = at.tipCelsius() - baseCelsius;
      }
    }
    long span = nanos.length > 1 ? nanos[nanos.length - 1] - nanos[0] : 0;
    double period = nanos.length > 1 ? span * 1e-9 / (nanos.length - 1) : 0;
    return new ProbeCourse(ends, watts, nanos, kelvin, period).middles(tickNanos);
  }

  /** A sample is the mean over its period, so it belongs to the middle of it. */
  private ProbeCourse middles(long tickNanos) {
    long half = Probe.middleNanos(periodSeconds, tickNanos);
    int first = 0;
    int behind = sampleNanos.length;
    while (first < behind && sampleNanos[first] - half <= endNanos[0]) {
      first++;
    }
    while (behind > first && sampleNanos[behind - 1] - half > endNanos[endNanos.length - 1]) {
      behind--;
    }
    long[] middles = Arrays.copyOfRange(sampleNanos, first, behind);
    for (int i = 0; i < middles.length; i++) {
      middles[i] -= half;
    }
    double[] kept = Arrays.copyOfRange(kelvin, first, behind);
    return new ProbeCourse(endNanos, watts, middles, kept, periodSeconds);
  }

  int samples() {
    return kelvin.length;
  }

  double[] residuals(TipModel model, Ladder ladder, double[] numbers) {
    double[] residuals =
        Arrays.copyOf(sensed(model, state(ladder, numbers), samples()), samples() + FITTED);
    for (int i = 0; i < samples(); i++) {
      residuals[i] = (residuals[i] - kelvin[i]) / NOISE_KELVIN;
    }
    for (int i = 0; i < FITTED; i++) {
      residuals[samples() + i] = numbers[i] / EXPECTED[i];
    }
    return residuals;
  }

  /** What the thermocouple would have shown; the state is left at the end of the recording. */
  double[] sensed(TipModel model, double[] state, int count) {
    double[] sensed = new double[count];
    int next = 0;
    for (int i = 1; i < endNanos.length; i++) {
      long from = endNanos[i - 1];
      while (next < count && sampleNanos[next] <= endNanos[i]) {
        model.advance(state, (sampleNanos[next] - from) * 1e-9, watts[i]);
        from = sampleNanos[next];
        sensed[next++] = state[SENSED];
      }
      model.advance(state, (endNanos[i] - from) * 1e-9, watts[i]);
    }
    return sensed;
  }

  double mostKelvin(TipModel model, double[] state) {
    double most = 0;
    for (int i = 1; i < endNanos.length; i++) {
      model.advance(state, (endNanos[i] - endNanos[i - 1]) * 1e-9, watts[i]);
      most = Math.max(most, TipModel.tipKelvin(state));
    }
    return most;
  }

  /**
   * The pulse lies well within the recording, so nothing of it is missing at either end. On a busy
   * computer a command stands for longer than a tick should take, and gives that much more.
   */
  double outputRatio(Probe.Recording last) {
    int ticks = endNanos.length - 1;
    double tickSeconds = (endNanos[ticks] - endNanos[0]) * 1e-9 / ticks;
    double joules = 0;
    for (int i = 1; i < endNanos.length; i++) {
      joules += watts[i] * (endNanos[i] - endNanos[i - 1]) * 1e-9;
    }
    double commanded = 0;
    for (Probe.Recording at = last; at != null; at = at.before()) {
      commanded += at.commandedWatts() * tickSeconds;
    }
    return commanded > 0 ? Math.max(0.1, Math.min(2, joules / commanded)) : 1;
  }

  int delayTicks(long commandedNanos, long tickNanos) {
    double pulse = Arrays.stream(watts).max().orElse(0);
    for (int i = 1; i < watts.length; i++) {
      if (watts[i] > ON_FRACTION * pulse) {
        double late = (double) (endNanos[i - 1] - commandedNanos) / tickNanos;
        return (int) Math.max(0, Math.min(LONGEST_DELAY_TICKS, Math.rint(late)));
      }
    }
    return 0;
  }

  Observer.Estimate estimate(TipModel model, Ladder ladder, LeastSquares.Fit fit) {
    double[] state = state(ladder, fit.numbers());
    sensed(model, state, samples());
    double[][] slopes = new double[FITTED][];
    for (int i = 0; i < FITTED; i++) {
      double[] beside = fit.numbers().clone();
      beside[i] += 1e-3;
      slopes[i] = state(ladder, beside);
      sensed(model, slopes[i], samples());
      for (int k = 0; k < SIZE; k++) {
        slopes[i][k] = (slopes[i][k] - state[k]) / 1e-3;
      }
    }
    double[][] spread = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        for (int a = 0; a < FITTED; a++) {
          for (int b = 0; b < FITTED; b++) {
            spread[i][j] += slopes[a][i] * fit.covariance()[a][b] * slopes[b][j];
          }
        }
      }
    }
    for (int i = 0; i < NODES; i++) {
      spread[i][i] += SHAPE_KELVIN * SHAPE_KELVIN;
    }
    spread[LN_CONDUCTION][LN_CONDUCTION] += SHAPE_FRACTION * SHAPE_FRACTION;
    spread[LN_CAPACITY][LN_CAPACITY] += SHAPE_FRACTION * SHAPE_FRACTION;
    return Observer.of(state, spread, endNanos[endNanos.length - 1]);
  }

  static double[] state(Ladder ladder, double[] numbers) {
    double[] state = TipModel.atRest(ladder);
    state[LN_CONDUCTION] = numbers[0];
    state[LN_CAPACITY] = numbers[1];
    state[LN_LAG] += numbers[2];
    state[SURROUNDINGS] = numbers[3];
    state[SENSED] = numbers[3];
    return state;
  }
}
