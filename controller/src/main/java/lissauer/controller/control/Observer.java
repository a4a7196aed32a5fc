package lissauer.controller.control;

import static lissauer.controller.control.TipModel.LN_CAPACITY;
import static lissauer.controller.control.TipModel.LN_CONDUCTION;
import static lissauer.controller.control.TipModel.LN_LAG;
import static lissauer.controller.control.TipModel.NODES;
import static lissauer.controller.control.TipModel.SENSED;
import static lissauer.controller.control.TipModel.SIZE;
import static lissauer.controller.control.TipModel.SURROUNDINGS;

/**
 * An extended Kalman filter (Kalman 1960, doi:10.1115/1.3662552) over a {@link TipModel}: what is
 * believed of tip and tissue, moved on by measured power and corrected by each sample.
 *
 * <p>Conduction and capacity may drift a little all the time, which is what takes a change of
 * perfusion, char or a moved tip into account: this is the integrator of the law, and it cannot
 * wind up, since it learns from measured power and not from what was asked for.
 *
 * <p>Keeps scratch space that holds nothing between calls, so one belongs to one thread.
 */
final class Observer {
  /** Rows of what a step changes beyond adding noise: temperatures, and the thermocouple's. */
  private static final int MOVED = NODES + 1;

  private static final int PACKED = SIZE * (SIZE + 1) / 2;

  /** Standard deviations that a second adds; tuned on the campaign of {@code bench control}. */
  private static final double NODE_KELVIN = 0.3;

  private static final double CONDUCTION_FRACTION = 0.02;
  private static final double CAPACITY_FRACTION = 0.005;
  private static final double SURROUNDINGS_KELVIN = 0.02;

  /** Samples further off than so many standard deviations count as just so far off. */
  private static final double LARGEST_SURPRISE = 4;

  private static final double KELVIN_STEP = 0.01;
  private static final double LOGARITHM_STEP = 1e-3;

  /** Tissue and thermocouple this far from what was expected have no meaning. */
  private static final double LN_MOST = 1.2;

  private final TipModel model;
  private final double[][] slope = new double[MOVED][SIZE];
  private final double[][] spread = new double[SIZE][SIZE];
  private final double[][] moved = new double[MOVED][SIZE];
  private final double[] beside = new double[SIZE];
  private final double[] before = new double[SIZE];
  private final double[] shared = new double[SIZE];
  private final double[] mean = new double[SIZE];
  private long atNanos;

  Observer(TipModel model) {
    this.model = model;
  }

  /**
   * What is believed at one instant. The array is never changed once it is here.
   *
   * @param numbers the mean, then the lower triangle of the covariance, row by row; single
   *     precision resolves 4 µK
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Estimate(float[] numbers, long atNanos) {
    double tipKelvin() {
      return numbers[TipModel.TIP] + numbers[SURROUNDINGS];
    }
  }

  /** A belief with this covariance. */
  static Estimate of(double[] mean, double[][] covariance, long atNanos) {
    float[] numbers = new float[SIZE + PACKED];
    for (int i = 0, k = SIZE; i < SIZE; i++) {
      numbers[i] = (float) mean[i];
      for (int j = 0; j <= i; j++, k++) {
        numbers[k] = (float) covariance[i][j];
      }
    }
    return new Estimate(numbers, atNanos);
  }

  /** Takes up a belief to work on. */
  void load(Estimate estimate) {
    for (int i = 0, k = SIZE; i < SIZE; i++) {
      mean[i] = estimate.numbers[i];
      for (int j = 0; j <= i; j++, k++) {
        spread[i][j] = estimate.numbers[k];
        spread[j][i] = spread[i][j];
      }
    }
    atNanos = estimate.atNanos;
  }

  /** What has become of it. */
  Estimate store() {
    return of(mean, spread, atNanos);
  }

  /** The mean of the belief that is worked on, to copy from. */
  double[] mean() {
    return mean;
  }

  /** Takes the tip to another place: only what is known of tissue and thermocouple stays. */
  void move(double tipKelvin, double placeKelvin, double tissueFraction, long nowNanos) {
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        spread[i][j] = lasting(i) && lasting(j) ? spread[i][j] : 0;
      }
      if (lasting(i)) {
        spread[i][i] += i == LN_LAG ? 0 : tissueFraction * tissueFraction;
      } else {
        mean[i] = i == SENSED || i == SURROUNDINGS ? tipKelvin : 0;
        spread[i][i] = placeKelvin * placeKelvin;
      }
    }
    atNanos = nowNanos;
  }

  private static boolean lasting(int i) {
    return i == LN_CONDUCTION || i == LN_CAPACITY || i == LN_LAG;
  }

  /** When the belief that is worked on holds. */
  long atNanos() {
    return atNanos;
  }

  /** Lets time pass at constant power. */
  void advance(double seconds, double watts, long untilNanos) {
    int steps = Math.max(1, (int) Math.ceil(seconds / TipModel.LONGEST_STEP_SECONDS - 1e-9));
    for (int i = 0; i < steps; i++) {
      advance(seconds / steps, watts);
    }
    atNanos = untilNanos;
  }

  private void advance(double seconds, double watts) {
    System.arraycopy(mean, 0, before, 0, SIZE);
    model.advance(mean, seconds, watts);
    slopes(seconds, watts);
    for (int i = 0; i < MOVED; i++) {
      for (int j = 0; j < SIZE; j++) {
        moved[i][j] = dot(slope[i], spread[j]);
      }
    }
    for (int i = 0; i < MOVED; i++) {
      for (int j = 0; j <= i; j++) {
        spread[i][j] = dot(moved[i], slope[j]);
        spread[j][i] = spread[i][j];
      }
      for (int j = MOVED; j < SIZE; j++) {
        spread[j][i] = moved[i][j];
        spread[i][j] = moved[i][j];
      }
    }
    for (int i = 0; i < NODES; i++) {
      spread[i][i] += NODE_KELVIN * NODE_KELVIN * seconds;
    }
    spread[LN_CONDUCTION][LN_CONDUCTION] += CONDUCTION_FRACTION * CONDUCTION_FRACTION * seconds;
    spread[LN_CAPACITY][LN_CAPACITY] += CAPACITY_FRACTION * CAPACITY_FRACTION * seconds;
    spread[SURROUNDINGS][SURROUNDINGS] += SURROUNDINGS_KELVIN * SURROUNDINGS_KELVIN * seconds;
  }

  /**
   * Takes a sample of this instant into account.
   *
   * @return how much warmer it was than expected, in K
   */
  double correct(double sensedKelvin, double noiseKelvin) {
    double variance = spread[SENSED][SENSED] + noiseKelvin * noiseKelvin;
    double most = LARGEST_SURPRISE * Math.sqrt(variance);
    double whole = sensedKelvin - mean[SENSED];
    double surprise = Math.max(-most, Math.min(most, whole));
    System.arraycopy(spread[SENSED], 0, shared, 0, SIZE);
    for (int i = 0; i < SIZE; i++) {
      double gain = shared[i] / variance;
      mean[i] += gain * surprise;
      for (int j = 0; j < SIZE; j++) {
        spread[i][j] -= gain * shared[j];
      }
    }
    keepPlausible();
    return whole;
  }

  private void keepPlausible() {
    mean[LN_CONDUCTION] = within(mean[LN_CONDUCTION], LN_MOST);
    mean[LN_CAPACITY] = within(mean[LN_CAPACITY], LN_MOST);
    mean[LN_LAG] = Math.max(LN_SHORTEST_LAG, Math.min(0, mean[LN_LAG]));
  }

  /** 5 ms: shorter than a tick, so it makes no difference. */
  private static final double LN_SHORTEST_LAG = StrictMath.log(0.005);

  private static double within(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }

  /** How the temperatures after a step depend on all that was believed before it. */
  private void slopes(double seconds, double watts) {
    slope[SENSED][SENSED] = model.sensedKept();
    slope[SENSED][SURROUNDINGS] = 1 - model.sensedKept();
    slope[SENSED][LN_LAG] = model.sensedPerLnLag(before, mean, seconds);
    for (int node = 0; node < NODES; node++) {
      difference(node, KELVIN_STEP, seconds, watts);
    }
    difference(LN_CONDUCTION, LOGARITHM_STEP, seconds, watts);
    difference(LN_CAPACITY, LOGARITHM_STEP, seconds, watts);
  }

  private void difference(int column, double step, double seconds, double watts) {
    System.arraycopy(before, 0, beside, 0, SIZE);
    beside[column] += step;
    model.advance(beside, seconds, watts);
    for (int row = 0; row < MOVED; row++) {
      slope[row][column] = (beside[row] - mean[row]) / step;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
