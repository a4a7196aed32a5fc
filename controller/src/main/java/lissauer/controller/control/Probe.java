package lissauer.controller.control;

import org.jspecify.annotations.Nullable;

/**
 * A pulse too weak to harm before the first ramp, from which the law learns how the tissue heats,
 * how slow the thermocouple is and how late the generator acts; Sebeke 2019 found that a model made
 * from such a test beats one from a table.
 */
public final class Probe {
  /** Rise of the tip at the end of the pulse, in tissue as expected. */
  private static final double RISE_KELVIN = 10;

  /** Weak enough for power and rise to go together. */
  private static final double WEAK_WATTS = 1e-3;

  /** A sluggish thermocouple looks like sluggish tissue until the fit is near it. */
  private static final double[] STARTS = {1, 2.5};

  private static final int STEPS = 30;

  private static final double LEAST_NOISE_KELVIN = 0.03;

  private Probe() {}

  /** Power of a pulse of this length. */
  public static double powerWatts(Ladder ladder, double pulseSeconds, double limitWatts) {
    return Math.min(
        limitWatts, RISE_KELVIN * WEAK_WATTS / ladder.stepKelvin(WEAK_WATTS, pulseSeconds));
  }

  /**
   * One tick of the recording, and those before it.
   *
   * @param sampledNanos of a sample that was new, or {@link Long#MIN_VALUE}
   * @param measuredNanos when the generator's measurement ended
   * @param measuredWatts mean since the one before
   * @param commandedWatts from this tick on
   */
  record Recording(
      long sampledNanos,
      double tipCelsius,
      long measuredNanos,
      double measuredWatts,
      double commandedWatts,
      @Nullable Recording before) {}

  /**
   * What a probe has found.
   *
   * @param conductionRatio of the tissue, over that which the ladder is made for; so the next
   * @param lagSeconds of the thermocouple
   * @param riseKelvin by the fit, of the tip at the end of the pulse
   * @param expectedRiseKelvin in tissue as expected, for the power that was measured
   * @param residualKelvin root mean square of what the fit does not explain
   * @param periodSeconds from sample to sample
   * @param delayTicks from a command to its power, beyond the tick in which it is given
   * @param outputRatio energy measured over energy commanded
   */
  public record Finding(
      double conductionRatio,
      double capacityRatio,
      double lagSeconds,
      double riseKelvin,
      double expectedRiseKelvin,
      double residualKelvin,
      double periodSeconds,
      int delayTicks,
      double outputRatio) {}

  /** A finding and the belief it leads to. */
  record Result(Finding finding, Observer.Estimate estimate) {}

  /** Makes sense of a recording; null when there is too little of it. */
  static @Nullable Result fit(
      Ladder ladder, Recording last, double baseCelsius, long commandedNanos, long tickNanos) {
    ProbeCourse course = ProbeCourse.of(last, baseCelsius, tickNanos);
    if (course.samples() < ProbeCourse.FITTED) {
      return null;
    }
    TipModel model = new TipModel(ladder);
    LeastSquares.Fit fit = best(course, model, ladder);
    double[] numbers = fit.numbers();
    double[] kelvin = course.sensed(model, ProbeCourse.state(ladder, numbers), course.samples());
    double squares = 0;
    for (int i = 0; i < kelvin.length; i++) {
      squares += (kelvin[i] - course.kelvin[i]) * (kelvin[i] - course.kelvin[i]);
    }
    Finding finding =
        new Finding(
            StrictMath.exp(numbers[0]),
            StrictMath.exp(numbers[1]),
            ladder.lagSeconds() * StrictMath.exp(numbers[2]),
            course.mostKelvin(model, ProbeCourse.state(ladder, numbers)) - numbers[3],
            course.mostKelvin(model, TipModel.atRest(ladder)),
            Math.sqrt(squares / kelvin.length),
            course.periodSeconds,
            course.delayTicks(commandedNanos, tickNanos),
            course.outputRatio(last));
    return new Result(finding, course.estimate(model, ladder, fit));
  }

  private static LeastSquares.Fit best(ProbeCourse course, TipModel model, Ladder ladder) {
    LeastSquares problem = new LeastSquares(numbers -> course.residuals(model, ladder, numbers));
    LeastSquares.Fit best = problem.from(new double[ProbeCourse.FITTED], STEPS);
    for (double lnLag : STARTS) {
      LeastSquares.Fit fit = problem.from(new double[] {0, 0, lnLag, 0}, STEPS);
      best = fit.sumOfSquares() < best.sumOfSquares() ? fit : best;
    }
    return best;
  }

  /**
   * From the middle of what a sample averages to its end: a converter that takes longer than a tick
   * averages over its period, a faster one shows an instant.
   */
  static long middleNanos(double periodSeconds, long tickNanos) {
    return periodSeconds * 1e9 > 1.5 * tickNanos ? Math.round(periodSeconds * 0.5e9) : 0;
  }

  /** Deviation of a sample, for the filter. */
  static double noiseKelvin(Finding finding) {
    return Math.max(LEAST_NOISE_KELVIN, finding.residualKelvin());
  }
}
