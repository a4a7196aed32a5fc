package lissauer.controller.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the {@link Ladder} of an electrode from heatings whose power and temperature are known:
 * from recorded weak steps on a rig, or from the simulator.
 *
 * <p>What geometry alone says is the expectation: shells around a capsule as long as the bare tip.
 * Data then move each rung as far as they must (least squares with that expectation as a prior), so
 * that one short step already gives a usable ladder and many give a good one. Nothing is ever made
 * to oscillate.
 */
public final class Calibration {
  private static final int STEPS = 40;
  private static final int RUNGS = 3 * Ladder.SHELLS + 3;

  /** How far geometry may be wrong, as a deviation of a logarithm; more for the shaft. */
  private static final double RUNG_DEVIATION = 0.7;

  private static final double SHAFT_DEVIATION = 3;

  /** Of ln k and ln ρc in tissue that nobody has measured, of ln lag, and of a start in kelvin. */
  private static final double[] UNKNOWN_DEVIATIONS = {0.25, 0.25, 0.7, 0.1};

  /** First shell's thickness over the tip's radius, and how much thicker the next is. */
  private static final double FIRST_SHELL = 0.6;

  private static final double SHELL_GROWTH = 2.2;

  /** Of steel, J/(mm³·K), half as much again for the tissue that goes with it. */
  private static final double METAL_CAPACITY = 1.5 * 3.7e-3;

  private static final double SHAFT_WATTS_PER_KELVIN = 1e-5;

  /** What is left of a temperature's error is weighed against this share of the highest. */
  private static final double WEIGHED_FRACTION = 0.003;

  private final double radiusMillimetres;
  private final double bareMillimetres;
  private final double hotSpotKelvinPerWatt;
  private final double lagSeconds;

  /**
   * One heating from a cold start.
   *
   * @param tissue what is known of it, in a simulator
   * @param seconds of each piece of time
   * @param watts in it
   * @param kelvin above the start at its end; NaN where nothing was measured
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Heating(Tissue tissue, double[] seconds, double[] watts, double[] kelvin) {
    double mostKelvin() {
      return Arrays.stream(kelvin).filter(Double::isFinite).max().orElse(0);
    }
  }

  /** The tissue of a heating. */
  public sealed interface Tissue {}

  /**
   * Properties are known, and the temperature is that of the tip itself.
   *
   * @param conductionRatio over that of cord; so the next
   */
  public record Modelled(
      double conductionRatio, double capacityRatio, double perfusionWattsPerCubicMetreKelvin)
      implements Tissue {}

  /**
   * As a thermocouple saw it.
   *
   * @param noiseKelvin deviation of a sample
   * @param standard whether this tissue counts as that which the ladder is made for
   */
  public record Recorded(double noiseKelvin, boolean standard) implements Tissue {}

  /**
   * What was found.
   *
   * @param worstFraction largest error of any temperature after 0.1 s, over the highest of its
   *     heating
   * @param lagSeconds of the thermocouple, by the recorded heatings; as given when there were none
   */
  public record Result(Ladder ladder, double worstFraction, double lagSeconds) {}

  /**
   * A calibration of one electrode.
   *
   * @param hotSpotKelvinPerWatt goes into the ladder as it is; so the next
   */
  public Calibration(
      double radiusMillimetres,
      double bareMillimetres,
      double hotSpotKelvinPerWatt,
      double lagSeconds) {
    this.radiusMillimetres = radiusMillimetres;
    this.bareMillimetres = bareMillimetres;
    this.hotSpotKelvinPerWatt = hotSpotKelvinPerWatt;
    this.lagSeconds = lagSeconds;
  }

  /** What geometry alone says. */
  public Ladder expected() {
    return ladder(expectation());
  }

  /** Fits all heatings at once. */
  public Result of(List<Heating> heatings) {
    double[] expected = expectation();
    double[] start = Arrays.copyOf(expected, RUNGS + unknowns(heatings));
    LeastSquares.Fit fit =
        new LeastSquares(numbers -> residuals(numbers, expected, heatings)).from(start, STEPS);
    double[] numbers = fit.numbers();
    double worst = 0;
    double lag = 0;
    int recorded = 0;
    int at = RUNGS;
    for (Heating heating : heatings) {
      double[] errors = errors(numbers, at, heating);
      double seconds = 0;
      for (int i = 0; i < errors.length; i++) {
        seconds += heating.seconds()[i];
        double error = Math.abs(errors[i]);
        worst = seconds > 0.1 && error > worst ? error : worst;
      }
      if (heating.tissue() instanceof Recorded) {
        lag += lagSeconds * StrictMath.exp(numbers[at + 2]);
        recorded++;
        at += UNKNOWN_DEVIATIONS.length;
      }
    }
    return new Result(ladder(numbers), worst, recorded > 0 ? lag / recorded : lagSeconds);
  }

  private static int unknowns(List<Heating> heatings) {
    long recorded = heatings.stream().filter(h -> h.tissue() instanceof Recorded).count();
    return Math.toIntExact(recorded) * UNKNOWN_DEVIATIONS.length;
  }

  private double[] residuals(double[] numbers, double[] expected, List<Heating> heatings) {
    List<Double> residuals = new ArrayList<>();
    for (int i = 0; i < RUNGS; i++) {
      double deviation = i == 1 ? SHAFT_DEVIATION : RUNG_DEVIATION;
      residuals.add((numbers[i] - expected[i]) / deviation);
    }
    int at = RUNGS;
    for (Heating heating : heatings) {
      double weighed = WEIGHED_FRACTION;
      int own = at;
      if (heating.tissue() instanceof Recorded recorded) {
        weighed = Math.max(weighed, recorded.noiseKelvin() / heating.mostKelvin());
        for (double deviation : UNKNOWN_DEVIATIONS) {
          residuals.add(numbers[at++] / deviation);
        }
      }
      for (double error : errors(numbers, own, heating)) {
        residuals.add(Double.isNaN(error) ? 0 : error / weighed);
      }
    }
    return residuals.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Model less measurement over the highest temperature. */
  private double[] errors(double[] numbers, int own, Heating heating) {
    Ladder ladder = ladder(numbers);
    double[] state = TipModel.atRest(ladder);
    TipModel model = new TipModel(ladder);
    boolean sensed = false;
    switch (heating.tissue()) {
      case Modelled tissue -> {
        state[TipModel.LN_CONDUCTION] = StrictMath.log(tissue.conductionRatio());
        state[TipModel.LN_CAPACITY] = StrictMath.log(tissue.capacityRatio());
        model = new TipModel(ladder, tissue.perfusionWattsPerCubicMetreKelvin() * 1e-9);
      }
      case Recorded tissue -> {
        state[TipModel.LN_CONDUCTION] = tissue.standard() ? 0 : numbers[own];
        state[TipModel.LN_CAPACITY] = tissue.standard() ? 0 : numbers[own + 1];
        state[TipModel.LN_LAG] += numbers[own + 2];
        state[TipModel.SURROUNDINGS] = numbers[own + 3];
        state[TipModel.SENSED] = numbers[own + 3];
        sensed = true;
      }
    }
    double[] errors = new double[heating.kelvin().length];
    double most = heating.mostKelvin();
    for (int i = 0; i < errors.length; i++) {
      model.advance(state, heating.seconds()[i], heating.watts()[i]);
      double shown = sensed ? state[TipModel.SENSED] : TipModel.tipKelvin(state);
      errors[i] = (shown - heating.kelvin()[i]) / most;
    }
    return errors;
  }

  private Ladder ladder(double[] numbers) {
    List<Double> rungs = Arrays.stream(numbers).limit(RUNGS).map(StrictMath::exp).boxed().toList();
    int paths = 2 + Ladder.SHELLS;
    int resistances = paths + Ladder.SHELLS + 1;
    double sum = 0;
    for (double share : rungs.subList(resistances, RUNGS)) {
      sum += share;
    }
    double whole = sum;
    return new Ladder(
        rungs.get(0),
        rungs.get(1),
        rungs.subList(2, paths),
        rungs.subList(paths, resistances),
        rungs.subList(resistances, RUNGS).stream().map(share -> share / whole).toList(),
        hotSpotKelvinPerWatt,
        lagSeconds);
  }

  /** Logarithms of the rungs around a capsule. */
  private double[] expectation() {
    double[] edges = new double[Ladder.SHELLS + 1];
    edges[0] = radiusMillimetres;
    double thickness = FIRST_SHELL * radiusMillimetres;
    for (int i = 1; i < edges.length; i++) {
      edges[i] = edges[i - 1] + thickness;
      thickness *= SHELL_GROWTH;
    }
    double tip = Math.PI * radiusMillimetres * radiusMillimetres * bareMillimetres;
    List<Double> rungs = new ArrayList<>(List.of(METAL_CAPACITY * tip, SHAFT_WATTS_PER_KELVIN));
    for (int i = 0; i < Ladder.SHELLS; i++) {
      rungs.add(volume(edges[i + 1]) - volume(edges[i]));
    }
    for (int i = 0; i <= Ladder.SHELLS; i++) {
      double from = i == 0 ? edges[0] : (edges[i - 1] + edges[i]) / 2;
      double to = i < Ladder.SHELLS ? (edges[i] + edges[i + 1]) / 2 : Double.POSITIVE_INFINITY;
      rungs.add(1 / (toInfinity(from) - toInfinity(to)));
    }
    for (int i = 0; i < Ladder.SHELLS; i++) {
      double to = i == Ladder.SHELLS - 1 ? Double.POSITIVE_INFINITY : edges[i + 1];
      rungs.add(toInfinity(edges[i]) - toInfinity(to));
    }
    return rungs.stream().mapToDouble(StrictMath::log).toArray();
  }

  /** Of a capsule: a cylinder as long as the bare tip with half a ball at either end. */
  private double volume(double radius) {
    return Math.PI * radius * radius * (bareMillimetres + 4 * radius / 3);
  }

  /** ∫ dr / A(r) from a capsule outwards, 1/mm. */
  private double toInfinity(double radius) {
    return Double.isInfinite(radius)
        ? 0
        : StrictMath.log1p(bareMillimetres / (2 * radius)) / (2 * Math.PI * bareMillimetres);
  }
}
