package lissauer.hal.console;

import java.util.Locale;

/**
 * One measured number and between what it must lie.
 *
 * @param name unique within its benchmark
 * @param unit UCUM code
 * @param least the lower limit; minus infinite when there is none
 * @param most the upper limit; infinite when there is none
 */
public record Figure(String name, double value, String unit, double least, double most) {
  /** A number without a limit. */
  public static Figure reported(String name, double value, String unit) {
    return new Figure(name, value, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A number that must be small. */
  public static Figure atMost(String name, double value, String unit, double most) {
    return new Figure(name, value, unit, Double.NEGATIVE_INFINITY, most);
  }

  /** A number that must be large. */
  public static Figure atLeast(String name, double value, String unit, double least) {
    return new Figure(name, value, unit, least, Double.POSITIVE_INFINITY);
  }

  /** Whether the limits are kept; NaN keeps none. */
  public boolean kept() {
    return value >= least && value <= most;
  }

  /** {@code name: value unit (limit)}. */
  @Override
  public String toString() {
    String limit = kept() ? limit() : "NOT " + limit();
    return String.format(Locale.ROOT, "%s: %.4g %s (%s)", name, value, unit, limit);
  }

  private String limit() {
    boolean below = least > Double.NEGATIVE_INFINITY;
    boolean above = most < Double.POSITIVE_INFINITY;
    if (below && above) {
      return String.format(Locale.ROOT, "%.4g to %.4g", least, most);
    }
    if (below || above) {
      return String.format(
          Locale.ROOT, below ? "at least %.4g" : "at most %.4g", below ? least : most);
    }
    return "no limit";
  }
}
