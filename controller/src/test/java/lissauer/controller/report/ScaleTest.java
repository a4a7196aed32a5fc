package lissauer.controller.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void marksAreRoundAndWithinTheRange() {
    Scale scale = new Scale(36.4, 76.1, 100, 0);
    assertThat(scale.marks(5)).containsExactly(40.0, 50.0, 60.0, 70.0);
    assertThat(scale.label(40, 5)).isEqualTo("40");
    Scale small = new Scale(-0.02, 0.53, 0, 10);
    assertThat(small.marks(5).stream().map(mark -> small.label(mark, 5)))
        .containsExactly("0.0", "0.2", "0.4");
  }

  @Test
  void aRangeOfNothingHasRoomAndNothingFallsFarOutside() {
    assertThat(new Scale(5, 5, 0, 100).at(5)).isZero();
    assertThat(new Scale(0, 1, 0, 100).at(50)).isEqualTo(102);
  }

  @Test
  void meanAndSampleDeviation() {
    Spread spread = Spread.of(1, 2, 3, 4);
    assertThat(spread.meanFactor()).isEqualTo(2.5);
    assertThat(spread.deviationFactor()).isEqualTo(Math.sqrt(5.0 / 3));
    assertThat(Spread.of(1).deviationFactor()).isNaN();
    assertThat(Spread.of().meanFactor()).isNaN();
  }
}
