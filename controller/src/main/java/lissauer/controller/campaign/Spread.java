package lissauer.controller.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The same measure over many plants, sorted.
 *
 * @param sorted ascending; what could not be measured is infinite
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Spread(double[] sorted) {
  /** Sorts. */
  public Spread {
    sorted = sorted.clone();
    Arrays.sort(sorted);
  }

  /** Of one measure. */
  public static <T> Spread of(List<T> outcomes, ToDoubleFunction<T> measure) {
    return new Spread(outcomes.stream().mapToDouble(measure).toArray());
  }

  /**
   * The smallest value that at least this share of the plants do not exceed; NaN without plants.
   */
  public double at(double shareFraction) {
    int index = (int) Math.ceil(shareFraction * sorted.length - 1e-9) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)];
  }

  /** The largest. */
  public double most() {
    return at(1);
  }
}
