package lissauer.simulator.tissue;

/**
 * Solves symmetric positive definite systems whose matrix has a narrow band, many times with one
 * factorisation. Nine tenths of the full model's time are spent here, which is why this one kernel
 * is not a library's: none that is kept up has a banded factorisation, and a general sparse one
 * needs several times longer (see docs/simulator.md).
 *
 * <p>The factor is kept twice, by columns for the forward and by rows for the backward pass, so
 * that both run through memory in order and add whole vectors, four columns at a time. Sums are
 * always taken in the same order: same input, same bits.
 */
final class BandedCholesky {
  private static final int BLOCK = 4;

  private final int size;
  private final int band;
  private final int stride;
  private final double[] columns;
  private final double[] rows;
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
    this.rows = new double[size * stride];
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
    transpose();
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

  private void transpose() {
    for (int j = 0; j < size; j++) {
      for (int i = j; i <= Math.min(j + band, size - 1); i++) {
        rows[i * stride + j - i + band] = columns[j * stride + i - j];
      }
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
      fourColumns(columns, c0 + 4, stride - 1, at + 4, band - 3, x0, x1, x2, x3);
      int end = at + band + 1;
      work[end] -= columns[c1 + band] * x1;
      work[end] -= columns[c2 + band - 1] * x2;
      work[end] -= columns[c3 + band - 2] * x3;
      work[end + 1] -= columns[c2 + band] * x2;
      work[end + 1] -= columns[c3 + band - 1] * x3;
      work[end + 2] -= columns[c3 + band] * x3;
    }
  }

  private void backward() {
    for (int i = size - BLOCK; i >= 0; i -= BLOCK) {
      int r0 = i * stride + band;
      int r1 = r0 + stride;
      int r2 = r1 + stride;
      int r3 = r2 + stride;
      int at = band + i;
      double x3 = work[at + 3] * inverseDiagonal[i + 3];
      double x2 = (work[at + 2] - rows[r3 - 1] * x3) * inverseDiagonal[i + 2];
      double x1 = (work[at + 1] - rows[r3 - 2] * x3 - rows[r2 - 1] * x2) * inverseDiagonal[i + 1];
      double x0 =
          (work[at] - rows[r3 - 3] * x3 - rows[r2 - 2] * x2 - rows[r1 - 1] * x1)
              * inverseDiagonal[i];
      work[at] = x0;
      work[at + 1] = x1;
      work[at + 2] = x2;
      work[at + 3] = x3;
      fourColumns(rows, r0 - band + 3, stride - 1, at - band + 3, band - 3, x0, x1, x2, x3);
      work[at - band] -= rows[r0 - band] * x0;
      work[at - band + 1] -= rows[r0 - band + 1] * x0;
      work[at - band + 1] -= rows[r1 - band] * x1;
      work[at - band + 2] -= rows[r0 - band + 2] * x0;
      work[at - band + 2] -= rows[r1 - band + 1] * x1;
      work[at - band + 2] -= rows[r2 - band] * x2;
    }
  }

  /**
   * Subtracts four stretches of the factor, each {@code shift} further on, from the work vector.
   */
  private void fourColumns(
      double[] factor,
      int from,
      int shift,
      int to,
      int count,
      double x0,
      double x1,
      double x2,
      double x3) {
    int f1 = from + shift;
    int f2 = f1 + shift;
    int f3 = f2 + shift;
    for (int i = 0; i < count; i++) {
      work[to + i] -=
          factor[from + i] * x0 + factor[f1 + i] * x1 + factor[f2 + i] * x2 + factor[f3 + i] * x3;
    }
  }
}
