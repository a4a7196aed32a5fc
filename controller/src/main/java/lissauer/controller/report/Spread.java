package lissauer.controller.report;

import java.util.Arrays;

/**
 * Mean and sample standard deviation of some numbers; NaN where there are too few.
 *
 * @param meanFactor in the unit of the numbers
 * @param deviationFactor in the unit of the numbers
 */
record Spread(double meanFactor, double deviationFactor) {
  static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Spread(
        mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
  }
}
