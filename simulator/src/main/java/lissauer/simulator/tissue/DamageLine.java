package lissauer.simulator.tissue;

/**
 * Damage along one radius of a reduced lesion, which is all that the size of a virtual lesion
 * needs: a few places, spaced evenly in the logarithm of the radius.
 */
public final class DamageLine {
  private final DamageLaw law;
  private final double baseCelsius;
  private final double[] logRadius;
  private final double[] weights;
  private final double[] kelvin;
  private final double[] rate;
  private final double[] sum;

  /**
   * A line that is still intact.
   *
   * @param heightMillimetres above the end of the tip
   */
  public DamageLine(
      ReducedModel model,
      DamageLaw law,
      double fromMillimetres,
      double toMillimetres,
      int places,
      double heightMillimetres) {
    this.law = law;
    this.baseCelsius = model.tissue().baseCelsius();
    this.logRadius = new double[places];
    int even = places + places % 2;
    this.weights = new double[model.rates.length * even];
    this.kelvin = new double[even];
    this.rate = new double[places];
    this.sum = new double[places];
    double step = StrictMath.log(toMillimetres / fromMillimetres) / (places - 1);
    for (int place = 0; place < places; place++) {
      logRadius[place] = StrictMath.log(fromMillimetres) + place * step;
      double[] at = model.at(StrictMath.exp(logRadius[place]), heightMillimetres);
      System.arraycopy(at, 0, weights, place * at.length, at.length);
    }
  }

  /** Adds a step that has just ended. */
  public void add(ReducedLesion lesion, double seconds) {
    lesion.kelvin(weights, kelvin);
    for (int place = 0; place < sum.length; place++) {
      double now = law.rate(baseCelsius + kelvin[place]);
      sum[place] += 0.5 * seconds * (rate[place] + now);
      rate[place] = now;
    }
  }

  /** Outermost radius at which a dose is reached, mm; NaN when nowhere on the line. */
  public double radiusMillimetres(double dose) {
    double level = StrictMath.log(dose);
    double[] logs = new double[sum.length];
    for (int place = 0; place < logs.length; place++) {
      logs[place] = StrictMath.log(Math.max(sum[place], 1e-12)) - level;
    }
    for (int place = logs.length - 2; place >= 0; place--) {
      if (logs[place] >= 0) {
        return StrictMath.exp(cross(logs, place));
      }
    }
    return Double.NaN;
  }

  private double cross(double[] logs, int place) {
    int from = Math.max(0, Math.min(logs.length - 4, place - 1));
    double inside = logRadius[place];
    double outside = logRadius[place + 1];
    for (int i = 0; i < 40; i++) {
      double middle = 0.5 * (inside + outside);
      double value = 0;
      for (int other = from; other < from + 4; other++) {
        value += Sampler.weight(logRadius, from, from + 3, other, middle) * logs[other];
      }
      if (value >= 0) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
