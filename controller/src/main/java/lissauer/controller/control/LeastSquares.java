package lissauer.controller.control;

import java.util.function.UnaryOperator;

/**
 * Fits a few numbers so that the squares of residuals become least: Levenberg's and Marquardt's
 * method (Marquardt 1963, doi:10.1137/0111030) with slopes by differences.
 *
 * <p>Written here rather than taken from a library since a record must replay to the same bits on
 * every machine.
 */
final class LeastSquares {
  private static final double DIFFERENCE = 1e-4;
  private static final double LONGEST_STEP = 0.5;
  private static final double SETTLED = 1e-7;
  private static final int TRIALS = 8;

  private final UnaryOperator<double[]> residuals;

  /**
   * A problem.
   *
   * @param residuals of numbers, each over its standard deviation; always as many
   */
  LeastSquares(UnaryOperator<double[]> residuals) {
    this.residuals = residuals;
  }

  /** What fits best, and with which certainty. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fit(double[] numbers, double[][] covariance, double sumOfSquares) {}

  /** Starts somewhere and takes so many steps at most. */
  Fit from(double[] start, int steps) {
    double[] numbers = start.clone();
    double[] left = residuals.apply(numbers);
    double sum = dot(left, left);
    double damping = 1e-2;
    double[][] curvature = new double[0][];
    for (int step = 0; step < steps; step++) {
      double[][] slopes = slopes(numbers, left);
      curvature = curvature(slopes);
      double before = sum;
      for (int trial = 0; trial < TRIALS && sum == before; trial++) {
        double[] tried = moved(numbers, solve(damped(curvature, damping), pull(slopes, left)));
        double[] remaining = residuals.apply(tried);
        double triedSum = dot(remaining, remaining);
        if (triedSum < sum) {
          numbers = tried;
          left = remaining;
          sum = triedSum;
          damping = Math.max(1e-9, damping / 4);
        } else {
          damping *= 6;
        }
      }
      if (!(before - sum > SETTLED * before)) {
        break;
      }
    }
    return new Fit(numbers, inverse(curvature), sum);
  }

  private double[][] slopes(double[] numbers, double[] at) {
    double[][] slopes = new double[numbers.length][];
    for (int i = 0; i < numbers.length; i++) {
      double[] beside = numbers.clone();
      beside[i] += DIFFERENCE;
      double[] there = residuals.apply(beside);
      for (int k = 0; k < there.length; k++) {
        there[k] = (there[k] - at[k]) / DIFFERENCE;
      }
      slopes[i] = there;
    }
    return slopes;
  }

  private static double[][] curvature(double[][] slopes) {
    int n = slopes.length;
    double[][] curvature = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        curvature[i][j] = dot(slopes[i], slopes[j]);
      }
    }
    return curvature;
  }

  private static double[] pull(double[][] slopes, double[] left) {
    double[] pull = new double[slopes.length];
    for (int i = 0; i < pull.length; i++) {
      pull[i] = -dot(slopes[i], left);
    }
    return pull;
  }

  private static double[][] damped(double[][] curvature, double damping) {
    double[][] damped = new double[curvature.length][];
    for (int i = 0; i < damped.length; i++) {
      damped[i] = curvature[i].clone();
      damped[i][i] = damped[i][i] * (1 + damping) + 1e-12;
    }
    return damped;
  }

  private static double[] moved(double[] numbers, double[] by) {
    double[] moved = numbers.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, by[i]));
    }
    return moved;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] inverse(double[][] matrix) {
    double[][] inverse = new double[matrix.length][];
    for (int column = 0; column < matrix.length; column++) {
      double[] unit = new double[matrix.length];
      unit[column] = 1;
      inverse[column] = solve(damped(matrix, 0), unit);
    }
    return inverse;
  }

  /** Gauss's elimination of a symmetric positive matrix, which it spends. */
  private static double[] solve(double[][] matrix, double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        double times = matrix[j][i] / matrix[i][i];
        for (int k = i; k < x.length; k++) {
          matrix[j][k] -= times * matrix[i][k];
        }
        x[j] -= times * x[i];
      }
    }
    for (int i = x.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < x.length; j++) {
        x[i] -= matrix[i][j] * x[j];
      }
      x[i] /= matrix[i][i];
    }
    return x;
  }
}
