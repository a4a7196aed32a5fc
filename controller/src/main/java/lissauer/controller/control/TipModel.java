package lissauer.controller.control;

import java.util.List;

/**
 * Moves what is known of a tip through time: metal, shells, thermocouple, and the properties that
 * only measurement tells.
 *
 * <p>A state is an array of {@value #SIZE}: temperatures above a base in kelvin, then logarithms of
 * k and ρc over those of {@link Ladder}, the temperature that the surroundings add, and the
 * logarithm of the thermocouple's lag in seconds. Steps are SDIRK2 (Alexander 1977,
 * doi:10.1137/0714068), for which no step is too long; heat is shared as the temperatures at their
 * start have it.
 *
 * <p>Keeps scratch space that holds nothing between calls, so one belongs to one thread.
 */
final class TipModel {
  static final int NODES = Ladder.SHELLS + 1;
  static final int TIP = 0;
  static final int SENSED = NODES;
  static final int LN_CONDUCTION = NODES + 1;
  static final int LN_CAPACITY = NODES + 2;
  static final int SURROUNDINGS = NODES + 3;
  static final int LN_LAG = NODES + 4;
  static final int SIZE = NODES + 5;

  /** Longer ones are taken in equal parts. */
  static final double LONGEST_STEP_SECONDS = 0.1;

  private static final double GAMMA = 1 - StrictMath.sqrt(0.5);

  /** Below this, the line from conductivity to temperature has no meaning. */
  private static final double COLDEST_KELVIN = -20;

  private final double metalJoulesPerKelvin;
  private final double shaftWattsPerKelvin;
  private final double perfusion;
  private final double[] volume;
  private final double[] path;
  private final double[] resistance;

  private double preparedSeconds = -1;
  private double preparedConduction = Double.NaN;
  private double preparedCapacity = Double.NaN;
  private double preparedLag = Double.NaN;
  private double conduction;
  private double capacity;
  private double lagSeconds;
  private double keep;
  private final double[] between = new double[NODES];
  private final double[] loss = new double[NODES];
  private final double[] inverse = new double[NODES];
  private final double[] factor = new double[NODES];
  private final double[] heat = new double[NODES];
  private final double[] slope = new double[NODES];
  private final double[] middle = new double[NODES];

  TipModel(Ladder ladder) {
    this(ladder, Ladder.PERFUSION);
  }

  /**
   * @param perfusion in W/(mm³·K)
   */
  TipModel(Ladder ladder, double perfusion) {
    this.perfusion = perfusion;
    metalJoulesPerKelvin = ladder.metalJoulesPerKelvin();
    shaftWattsPerKelvin = ladder.shaftWattsPerKelvin();
    volume = array(ladder.shellCubicMillimetres());
    path = array(ladder.pathMillimetres());
    resistance = array(ladder.resistanceFractions());
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A cold tip in the tissue that the ladder was made for. */
  static double[] atRest(Ladder ladder) {
    double[] state = new double[SIZE];
    state[LN_LAG] = StrictMath.log(ladder.lagSeconds());
    return state;
  }

  /** Temperature of the tip above base. */
  static double tipKelvin(double[] state) {
    return state[TIP] + state[SURROUNDINGS];
  }

  /**
   * How the thermocouple after a step depends on the logarithm of its lag, by itself.
   *
   * @param before and {@code after} the step, which must have been the last that was advanced
   */
  double sensedPerLnLag(double[] before, double[] after, double seconds) {
    double slope = (tipKelvin(after) - tipKelvin(before)) / seconds;
    double apart = before[SENSED] - tipKelvin(before) + slope * lagSeconds;
    return slope * lagSeconds * (keep - 1) + apart * keep * seconds / lagSeconds;
  }

  /** Share of the thermocouple's reading before the last step that is left after it. */
  double sensedKept() {
    return keep;
  }

  /** Resistance over that of the cold tip. */
  double resistanceRatio(double[] state) {
    double sum = 0;
    for (int shell = 0; shell < volume.length; shell++) {
      sum += resistance[shell] / warmth(state[shell + 1]);
    }
    return sum;
  }

  /** Lets time pass at constant power, in place. */
  void advance(double[] state, double seconds, double watts) {
    int steps = (int) Math.ceil(seconds / LONGEST_STEP_SECONDS - 1e-9);
    for (int i = 0; i < steps; i++) {
      prepare(state, seconds / steps);
      step(state, seconds / steps, watts);
    }
  }

  private static double warmth(double kelvin) {
    return 1 + Ladder.CONDUCTIVITY_PER_KELVIN * Math.max(COLDEST_KELVIN, kelvin);
  }

  private void step(double[] state, double seconds, double watts) {
    double before = tipKelvin(state);
    shareHeat(state, watts);
    solve(state);
    for (int i = 0; i < NODES; i++) {
      middle[i] = state[i] + (1 - GAMMA) * seconds * slope[i];
      state[i] += (1 - GAMMA) * seconds * slope[i];
    }
    solve(middle);
    for (int i = 0; i < NODES; i++) {
      state[i] += GAMMA * seconds * slope[i];
    }
    double after = tipKelvin(state);
    double behind = (after - before) / seconds * lagSeconds;
    state[SENSED] = after - behind + (state[SENSED] - before + behind) * keep;
  }

  /** The current is the same in every shell, so heat goes by resistance. */
  private void shareHeat(double[] state, double watts) {
    double sum = 0;
    for (int shell = 1; shell < NODES; shell++) {
      heat[shell] = resistance[shell - 1] / warmth(state[shell]);
      sum += heat[shell];
    }
    for (int shell = 1; shell < NODES; shell++) {
      heat[shell] *= watts / sum;
    }
  }

  /** The rates of change at the end of an implicit stage that starts here. */
  private void solve(double[] kelvin) {
    for (int i = 0; i < NODES; i++) {
      double flow = heat[i] - loss[i] * kelvin[i];
      if (i > 0) {
        flow += between[i - 1] * (kelvin[i - 1] - kelvin[i]);
      }
      if (i < NODES - 1) {
        flow += between[i] * (kelvin[i + 1] - kelvin[i]);
      }
      slope[i] = flow;
    }
    for (int i = 1; i < NODES; i++) {
      slope[i] += factor[i - 1] * slope[i - 1];
    }
    slope[NODES - 1] *= inverse[NODES - 1];
    for (int i = NODES - 2; i >= 0; i--) {
      slope[i] = slope[i] * inverse[i] + factor[i] * slope[i + 1];
    }
  }

  /** Factors the matrix of a stage; it depends on the properties and the step, not on heat. */
  private void prepare(double[] state, double seconds) {
    boolean longer = seconds != preparedSeconds;
    boolean other = longer;
    preparedSeconds = seconds;
    if (state[LN_CONDUCTION] != preparedConduction) {
      preparedConduction = state[LN_CONDUCTION];
      conduction = Ladder.CONDUCTION * StrictMath.exp(preparedConduction);
      other = true;
    }
    if (state[LN_CAPACITY] != preparedCapacity) {
      preparedCapacity = state[LN_CAPACITY];
      capacity = Ladder.CAPACITY * StrictMath.exp(preparedCapacity);
      other = true;
    }
    boolean slower = state[LN_LAG] != preparedLag;
    if (slower) {
      preparedLag = state[LN_LAG];
      lagSeconds = StrictMath.exp(preparedLag);
    }
    if (slower || longer) {
      keep = StrictMath.exp(-seconds / lagSeconds);
    }
    if (other) {
      factorise(GAMMA * seconds);
    }
  }

  private void factorise(double stageSeconds) {
    for (int i = 0; i < NODES; i++) {
      between[i] = conduction * path[i];
      loss[i] = i == 0 ? shaftWattsPerKelvin : perfusion * volume[i - 1];
    }
    loss[NODES - 1] += between[NODES - 1];
    for (int i = 0; i < NODES; i++) {
      double conductance = loss[i];
      conductance += i > 0 ? between[i - 1] : 0;
      conductance += i < NODES - 1 ? between[i] : 0;
      double held = i == 0 ? metalJoulesPerKelvin : capacity * volume[i - 1];
      double pivot = held + stageSeconds * conductance;
      if (i > 0) {
        pivot -= stageSeconds * between[i - 1] * factor[i - 1];
      }
      inverse[i] = 1 / pivot;
      factor[i] = i < NODES - 1 ? stageSeconds * between[i] * inverse[i] : 0;
    }
  }
}
