package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandedCholeskyTest {
  @ParameterizedTest(name = "{0} unknowns, band {1}")
  @CsvSource({
    "1, 1", "2, 1", "3, 1", "7, 1", "8, 2", "9, 2", "5, 3", "12, 3", "13, 4", "15, 4", "16, 5",
    "35, 5", "36, 6", "49, 7", "96, 8", "170, 17", "253, 11", "10, 10", "11, 30"
  })
  void solvesAsADenseLibraryDoes(int size, int band) {
    Random random = new Random(31L * size + band);
    double[] diagonal = new double[size];
    double[] next = new double[size];
    double[] far = new double[size];
    RealMatrix dense = new Array2DRowRealMatrix(size, size);
    for (int i = 0; i < size; i++) {
      diagonal[i] += 0.01 + random.nextDouble();
      boolean inRow = i % band < band - 1 && i + 1 < size;
      next[i] = inRow ? random.nextDouble() : 0;
      far[i] = i + band < size ? random.nextDouble() : 0;
      couple(diagonal, dense, i, i + 1, next[i]);
      couple(diagonal, dense, i, i + band, far[i]);
    }
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      dense.setEntry(i, i, diagonal[i]);
      right[i] = random.nextGaussian();
    }
    double[] expected =
        new CholeskyDecomposition(dense).getSolver().solve(new ArrayRealVector(right)).toArray();
    BandedCholesky factor = new BandedCholesky(diagonal, next, far, band);
    for (int again = 0; again < 2; again++) {
      double[] solved = right.clone();
      factor.solve(solved);
      assertThat(solved).containsExactly(expected, within(1e-10));
    }
  }

  @Test
  void refusesWhatIsNotPositiveDefinite() {
    double[] couplings = {2, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BandedCholesky(new double[] {1, 1}, couplings, new double[2], 2))
        .withMessageContaining("row 1");
  }

  private static void couple(double[] diagonal, RealMatrix dense, int i, int j, double by) {
    if (j < diagonal.length && by != 0) {
      diagonal[i] += by;
      diagonal[j] += by;
      dense.addToEntry(i, j, -by);
      dense.addToEntry(j, i, -by);
    }
  }
}
