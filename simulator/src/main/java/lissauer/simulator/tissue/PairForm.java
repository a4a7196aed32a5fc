package lissauer.simulator.tissue;

/**
 * Quadratic forms of a few potentials, the first of weight 1, kept as one number for each pair: (0,
 * 0), (1, 0), (1, 1), (2, 0) and so on.
 */
final class PairForm {
  private PairForm() {}

  /** The weights of the other potentials for which the form is smallest. */
  static void minimise(double[] pairs, double[] weights) {
    int n = weights.length;
    double[][] matrix = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = pairs[pair(i + 1, j + 1)];
      }
      matrix[i][n] = -pairs[pair(i + 1, 0)];
    }
    for (int column = 0; column < n; column++) {
      for (int row = column + 1; row < n; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        for (int k = column; k <= n; k++) {
          matrix[row][k] -= factor * matrix[column][k];
        }
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      double sum = matrix[row][n];
      for (int k = row + 1; k < n; k++) {
        sum -= matrix[row][k] * weights[k];
      }
      weights[row] = sum / matrix[row][row];
    }
  }

  private static int pair(int one, int two) {
    int high = Math.max(one, two);
    return high * (high + 1) / 2 + Math.min(one, two);
  }

  /** Value of the form. */
  static double value(double[] pairs, double[] weights) {
    double sum = 0;
    int pair = 0;
    for (int m = 0; m <= weights.length; m++) {
      for (int n = 0; n <= m; n++) {
        sum += times(m, n, weights) * pairs[pair++];
      }
    }
    return sum;
  }

  /** Adds the values of as many forms as {@code sum} has places, times a factor. */
  static void add(double[] sum, double[][] pairs, double[] weights, double factor) {
    int pair = 0;
    for (int m = 0; m <= weights.length; m++) {
      for (int n = 0; n <= m; n++) {
        double weight = factor * times(m, n, weights);
        double[] values = pairs[pair++];
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weight * values[i];
        }
      }
    }
  }

  private static double times(int m, int n, double[] weights) {
    double one = m == 0 ? 1 : weights[m - 1];
    double two = n == 0 ? 1 : weights[n - 1];
    return (m == n ? 1 : 2) * one * two;
  }
}
