package lissauer.hal.console;

import java.util.Locale;

/**
 * One measured number and what it must not exceed.
 *
 * @param name unique within its benchmark
 * @param unit UCUM code
 * @param most the limit; infinite when the number is only reported
 */
public record Figure(String name, double value, String unit, double most) {
  /** A number without a limit. */
  public static Figure reported(String name, double value, String unit) {
    return new Figure(name, value, unit, Double.POSITIVE_INFINITY);
  }

  /** Whether the limit is kept; NaN keeps none. */
  public boolean kept() {
    return value <= most;
  }

  /** {@code name: value unit (limit)}. */
  @Override
  public String toString() {
    String limit =
        most == Double.POSITIVE_INFINITY
            ? "no limit"
            : String.format(Locale.ROOT, "at most %.4g", most);
    return String.format(Locale.ROOT, "%s: %.4g %s (%s)", name, value, unit, limit);
  }
}
