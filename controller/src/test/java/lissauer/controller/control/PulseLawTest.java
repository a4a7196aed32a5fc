package lissauer.controller.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PulseLawTest {
  @Test
  void aColdTipGetsTheWholeBurst() {
    assertThat(PulseLaw.fraction(1, 0.02, 37, 42)).isEqualTo(1);
  }

  @Test
  void burstsWeakenNearTheCeilingAndVanishAboveIt() {
    assertThat(PulseLaw.fraction(1, 0.02, 42, 42)).isCloseTo(1 - 0.5 * 0.5 * 0.02, within(1e-12));
    double fraction = 1;
    for (int i = 0; i < 500; i++) {
      fraction = PulseLaw.fraction(fraction, 0.02, 43, 42);
    }
    assertThat(fraction).isZero();
  }

  @Test
  void burstsComeBackWhenTheTipHasCooled() {
    double fraction = 0;
    for (int i = 0; i < 500; i++) {
      fraction = PulseLaw.fraction(fraction, 0.02, 40, 42);
    }
    assertThat(fraction).isEqualTo(1);
  }
}
