package lissauer.simulator.tissue;

/**
 * Solves symmetric positive definite systems whose matrix has a narrow band, many times with one
 * factorisation. Nine tenths of the full model's time are spent here, which is why this one kernel
 * is not a library's: none that is kept up has a banded factorisation, and a general sparse one
 * needs several times longer (see docs/simulator.md).
 *
 * <p>The factor is kept once, by columns, four of which are worked on together: it is as large as
 * the cache of a core, and fetching it is what takes the time. Sums are always taken in the same
 * order: same input, same bits.
 */
final class BandedCholesky {
  private static final int BLOCK = 4;

  private final int size;
  private final int band;
  private final int stride;
  private final double[] columns;
  private final double[] inverseDiagonal;
  private final double[] work;

  /**
   * Factors the five-point matrix with this diagonal and these couplings.
   *
   * @param diagonal of each unknown
   * @param next coupling of unknown i to i+1, as a positive conductance; 0 where there is none
   * @param far coupling of unknown i to i+band, likewise
   */
  BandedCholesky(double[] diagonal, double[] next, double[] far, int band) {
    this.size = (diagonal.length + BLOCK - 1) / BLOCK * BLOCK;
    this.band = Math.max(band, BLOCK - 1); // four columns at a time reach over that many rows
    this.stride = this.band + 1;
    this.columns = new double[(size + this.band) * stride];
    this.inverseDiagonal = new double[size];
    this.work = new double[size + 2 * this.band];
    for (int i = 0; i < size; i++) {
      columns[i * stride] = i < diagonal.length ? diagonal[i] : 1;
      if (i < diagonal.length) {
        columns[i * stride + 1] -= next[i];
        columns[i * stride + band] -= far[i];
      }
    }
    factor();
  }

  private void factor() {
    for (int k = 0; k < size; k++) {
      int column = k * stride;
      double pivot = columns[column];
      if (!(pivot > 0)) {
        throw new IllegalArgumentException("matrix is not positive definite at row " + k);
      }
      double root = Math.sqrt(pivot);
      inverseDiagonal[k] = 1 / root;
      columns[column] = root;
      scale(column + 1, band, 1 / root);
      for (int j = 1; j <= band; j++) {
        double factor = columns[column + j];
        if (factor != 0) {
          subtract((k + j) * stride, column + j, band - j + 1, factor);
        }
      }
    }
  }

  private void scale(int from, int count, double factor) {
    for (int i = from; i < from + count; i++) {
      columns[i] *= factor;
    }
  }

  private void subtract(int to, int from, int count, double factor) {
    for (int i = 0; i < count; i++) {
      columns[to + i] -= factor * columns[from + i];
    }
  }

  /** Replaces the right-hand side by the solution. */
  void solve(double[] values) {
    System.arraycopy(values, 0, work, band, values.length);
    java.util.Arrays.fill(work, band + values.length, work.length, 0);
    forward();
    java.util.Arrays.fill(work, 0, band, 0);
    backward();
    System.arraycopy(work, band, values, 0, values.length);
  }

  private void forward() {
    for (int j = 0; j < size; j += BLOCK) {
      int c0 = j * stride;
      int c1 = c0 + stride;
      int c2 = c1 + stride;
      int c3 = c2 + stride;
      int at = band + j;
      double x0 = work[at] * inverseDiagonal[j];
      double x1 = (work[at + 1] - columns[c0 + 1] * x0) * inverseDiagonal[j + 1];
      double x2 =
          (work[at + 2] - columns[c0 + 2] * x0 - columns[c1 + 1] * x1) * inverseDiagonal[j + 2];
      double x3 =
          (work[at + 3] - columns[c0 + 3] * x0 - columns[c1 + 2] * x1 - columns[c2 + 1] * x2)
              * inverseDiagonal[j + 3];
      work[at] = x0;
      work[at + 1] = x1;
      work[at + 2] = x2;
      work[at + 3] = x3;
      fourColumns(c0 + 4, stride - 1, at + 4, band - 3, x0, x1, x2, x3);
      int end = at + band + 1;
      work[end] -= columns[c1 + band] * x1;
      work[end] -= columns[c2 + band - 1] * x2;
      work[end] -= columns[c3 + band - 2] * x3;
      work[end + 1] -= columns[c2 + band] * x2;
      work[end + 1] -= columns[c3 + band - 1] * x3;
      work[end + 2] -= columns[c3 + band] * x3;
    }
  }

  /**
   * Four unknowns at a time, from their own columns of the factor. Four rows together are one
   * difference, as in {@link #forward}; rows at the edge of the band are one each.
   */
  private void backward() {
    for (int j = size - BLOCK; j >= 0; j -= BLOCK) {
      int at = band + j;
      int c0 = j * stride;
      int c1 = c0 + stride - 1;
      int c2 = c1 + stride - 1;
      int c3 = c2 + stride - 1;
      double x0 = work[at];
      double x1 = work[at + 1];
      double x2 = work[at + 2];
      double x3 = work[at + 3];
      int i = Math.min((band + BLOCK - 1) / BLOCK * BLOCK, size - BLOCK - j);
      for (; i + BLOCK - 1 > band; i -= BLOCK) {
        x0 = edge(x0, c0, at + i, i, band);
        x1 = edge(x1, c1, at + i, i, band + 1);
        x2 = edge(x2, c2, at + i, i, band + 2);
        x3 = edge(x3, c3, at + i, i, band + 3);
      }
      for (; i > 0; i -= BLOCK) {
        x0 -= fourRows(c0 + i, at + i);
        x1 -= fourRows(c1 + i, at + i);
        x2 -= fourRows(c2 + i, at + i);
        x3 -= fourRows(c3 + i, at + i);
      }
      x3 *= inverseDiagonal[j + 3];
      x2 = (x2 - columns[c2 + 3] * x3) * inverseDiagonal[j + 2];
      x1 = (x1 - columns[c1 + 3] * x3 - columns[c1 + 2] * x2) * inverseDiagonal[j + 1];
      x0 =
          (x0 - columns[c0 + 3] * x3 - columns[c0 + 2] * x2 - columns[c0 + 1] * x1)
              * inverseDiagonal[j];
      work[at] = x0;
      work[at + 1] = x1;
      work[at + 2] = x2;
      work[at + 3] = x3;
    }
  }

  private double fourRows(int column, int at) {
    return columns[column] * work[at]
        + columns[column + 1] * work[at + 1]
        + columns[column + 2] * work[at + 2]
        + columns[column + 3] * work[at + 3];
  }

  /** Four rows of which the last may lie beyond the band: of one column, the row {@code last}. */
  private double edge(double unknown, int column, int at, int row, int last) {
    if (row + BLOCK - 1 <= last) {
      return unknown - fourRows(column + row, at);
    }
    double rest = unknown;
    for (int k = 0; row + k <= last; k++) {
      rest -= columns[column + row + k] * work[at + k];
    }
    return rest;
  }

  /**
   * Subtracts four stretches of the factor, each {@code shift} further on, from the work vector.
   */
  private void fourColumns(
      int from, int shift, int to, int count, double x0, double x1, double x2, double x3) {
    int f1 = from + shift;
    int f2 = f1 + shift;
    int f3 = f2 + shift;
    for (int i = 0; i < count; i++) {
      work[to + i] -=
          columns[from + i] * x0
              + columns[f1 + i] * x1
              + columns[f2 + i] * x2
              + columns[f3 + i] * x3;
    }
  }
}
