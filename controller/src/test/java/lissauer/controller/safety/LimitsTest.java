package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  private static final double[] SOUND = {80, 0.6, 1, 60, 0.25, 0.2, 0.2, 3, 0.05, 0.2, 0.25, 70};

  @ParameterizedTest
  @CsvSource({
    "0, tip temperature",
    "1, power",
    "3, RF time",
    "4, sample age",
    "5, tick gap",
    "6, excess fraction",
    "7, excess readings",
    "8, off power",
    "9, off time",
    "10, lease",
    "11, rise"
  })
  void aLimitThatLimitsNothingIsRefused(int which, String named) {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] values = SOUND.clone();
      values[which] = bad;
      if (which != 7 || bad <= 0) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> limits(values))
            .withMessageContaining(named);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, site energy",
    "1, row energy",
    "2, site thermal dose",
    "3, row thermal dose",
    "4, counted temperature",
    "5, site hot time",
    "6, row hot time"
  })
  void aDoseWithoutALimitIsRefused(int which, String named) {
    double[] v = {1, 1, 1, 1, 1, 1, 1};
    v[which] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DoseLimits(v[0], v[1], v[2], v[3], v[4], v[5], v[6]))
        .withMessageContaining(named);
  }

  @Test
  void powerAboveTheAbsoluteCapIsRefusedAndAtItIsNot() {
    double[] values = SOUND.clone();
    values[1] = 1;
    limits(values);
    values[1] = 1.0001;
    assertThatIllegalArgumentException().isThrownBy(() -> limits(values));
  }

  private static Limits limits(double[] v) {
    return new Limits(
        v[0],
        v[1],
        v[2],
        v[3],
        GateFixture.WINDOW,
        v[4],
        v[5],
        v[6],
        (int) v[7],
        v[8],
        v[9],
        v[10],
        v[11],
        GateFixture.DOSE);
  }
}
