package lissauer.simulator.tissue;

/**
 * One lesion on the reduced model: a few amplitudes that decay on their own and are fed by power.
 *
 * <p>A step is exact for constant power and constant pattern of heat. The pattern is found anew, by
 * the same half-way-ahead rule as in the full model, when conductance has moved by more than
 * {@value #TOLERANCE}.
 */
public final class ReducedLesion {
  private static final double TOLERANCE = 0.01;

  private ReducedModel model;
  private final int size;
  private final double[] amplitude;
  private final double[] fed;
  private final double[] decay;
  private final double[] gain;
  private final double[] slope;
  private final double[] solvedAt;
  private final double[] ahead;
  private final double[] shapes;
  private final double[] bend;
  private final double[] sensedLater;
  private final double[] perWatt;
  private double stepSeconds = -1;
  private double sensedPerWatt;
  private double slopeThen;
  private double relativeConductance;
  private double residualKelvin;
  private double solvedResidualKelvin;
  private double watts;

  /** A cold electrode in tissue. */
  public ReducedLesion(ReducedModel model) {
    this.model = model;
    this.size = model.rates.length;
    amplitude = new double[size];
    fed = new double[size];
    decay = new double[size];
    gain = new double[size];
    sensedLater = new double[size];
    perWatt = new double[size];
    slope = new double[size];
    solvedAt = new double[size];
    ahead = new double[size];
    shapes = new double[size];
    bend = new double[model.basis().potentials()];
    solve();
  }

  /**
   * Tells how warm earlier lesions have left the place, on which the current depends.
   *
   * @param kelvin above base temperature, as the current feels it
   */
  public void residual(double kelvin) {
    residualKelvin = kelvin;
    if (Math.abs(kelvin - solvedResidualKelvin) * model.perKelvin() > TOLERANCE) {
      solve();
    }
  }

  /** From now on the tissue has other properties, as when its perfusion changes. */
  public void become(ReducedModel changed) {
    System.arraycopy(changed.adopt(model, amplitude), 0, amplitude, 0, size);
    System.arraycopy(changed.adopt(model, solvedAt), 0, solvedAt, 0, size);
    model = changed;
    stepSeconds = -1;
    solve();
  }

  /** Lets time pass at constant power. */
  public void heat(double seconds, double powerWatts) {
    prepare(seconds);
    if (watts > 0 || powerWatts > 0) {
      bendCurrent();
    }
    advance(powerWatts);
  }

  /**
   * Lets time pass at the power that takes the thermocouple's place to a temperature above base at
   * the end of the step, if any does.
   *
   * @return the power, in W
   */
  public double follow(double seconds, double endKelvin, double mostWatts) {
    prepare(seconds);
    bendCurrent();
    double left = 0;
    for (int i = 0; i < size; i++) {
      left += sensedLater[i] * amplitude[i];
    }
    double power = Math.max(0, Math.min(mostWatts, (endKelvin - left) / sensedPerWatt));
    advance(power);
    return power;
  }

  private void advance(double powerWatts) {
    watts = powerWatts;
    for (int i = 0; i < size; i++) {
      amplitude[i] = decay[i] * amplitude[i] + perWatt[i] * powerWatts;
    }
  }

  private void prepare(double seconds) {
    if (seconds != stepSeconds) {
      stepSeconds = seconds;
      for (int i = 0; i < size; i++) {
        double rate = model.rates[i];
        decay[i] = StrictMath.exp(-rate * seconds);
        gain[i] = -StrictMath.expm1(-rate * seconds) / rate;
        sensedLater[i] = model.sensor[i] * decay[i];
      }
      feed();
    }
  }

  private void feed() {
    sensedPerWatt = 0;
    for (int i = 0; i < size; i++) {
      perWatt[i] = gain[i] * fed[i];
      sensedPerWatt += model.sensor[i] * perWatt[i];
    }
  }

  private void bendCurrent() {
    if (Math.abs(change(amplitude) - slopeThen) > TOLERANCE) {
      solve();
    }
  }

  /** Solves for where the amplitudes will be half way to the next solution. */
  private void solve() {
    for (int i = 0; i < size; i++) {
      ahead[i] = amplitude[i] + 0.5 * (amplitude[i] - solvedAt[i]);
      solvedAt[i] = amplitude[i];
    }
    solvedResidualKelvin = residualKelvin;
    double warm = 1 + model.perKelvin() * residualKelvin;
    double perKelvin = model.perKelvin() / warm;
    for (int shape = 0; shape < size; shape++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += model.decays[shape][i] * ahead[i];
      }
      shapes[shape] = perKelvin * sum;
    }
    ReducedBasis basis = model.basis();
    double[] pairs = basis.conductance()[0].clone();
    for (int shape = 0; shape < size; shape++) {
      add(pairs, shapes[shape], basis.conductance()[1 + shape]);
    }
    PairForm.minimise(pairs, bend);
    double conductance = PairForm.value(pairs, bend);
    relativeConductance = warm * conductance;
    double[] heat = new double[size];
    double[] change = new double[size];
    for (int shape = 0; shape < size; shape++) {
      change[shape] =
          perKelvin * PairForm.value(basis.conductance()[1 + shape], bend) / conductance;
    }
    PairForm.add(heat, basis.heating()[0], bend, 1 / conductance);
    for (int shape = 0; shape < size; shape++) {
      PairForm.add(heat, basis.heating()[1 + shape], bend, shapes[shape] / conductance);
    }
    System.arraycopy(model.toDecays(heat), 0, fed, 0, size);
    System.arraycopy(model.toDecays(change), 0, slope, 0, size);
    slopeThen = change(solvedAt);
    feed();
  }

  /** Relative change of conductance that these amplitudes make, to first order. */
  private double change(double[] amplitudes) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += slope[i] * amplitudes[i];
    }
    return sum;
  }

  private static void add(double[] sum, double factor, double[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }

  /** Temperature of the thermocouple's place by this lesion alone, above base. */
  public double sensorKelvin() {
    return kelvin(model.sensor);
  }

  /** Temperature above base where {@link ReducedModel#at} gave these weights. */
  public double kelvin(double[] weights) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[i] * amplitude[i];
    }
    return sum;
  }

  /**
   * Temperatures above base of an even number of places, two at a time since a sum waits for its
   * own last term: {@code weights[place · size + decay]}.
   */
  void kelvin(double[] weights, double[] kelvin) {
    int one = 0;
    for (int place = 0; place < kelvin.length; place += 2) {
      int other = one + size;
      double first = 0;
      double second = 0;
      for (int i = 0; i < size; i++) {
        first += weights[one + i] * amplitude[i];
        second += weights[other + i] * amplitude[i];
      }
      kelvin[place] = first;
      kelvin[place + 1] = second;
      one = other + size;
    }
  }

  /** The amplitudes of now, a copy. */
  public double[] amplitudes() {
    return amplitude.clone();
  }

  /** Resistance between tip and return electrode. */
  public double impedanceOhms() {
    double warm = 1 + model.perKelvin() * solvedResidualKelvin;
    double moved = model.perKelvin() * (residualKelvin - solvedResidualKelvin) / warm;
    for (int i = 0; i < size; i++) {
      moved += slope[i] * (amplitude[i] - ahead[i]);
    }
    return 1 / (model.coldSiemensPerMetre() * relativeConductance * (1 + moved));
  }

  /** Power of the last step. */
  public double powerWatts() {
    return watts;
  }
}
