package lissauer.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
  @ParameterizedTest
  @ValueSource(doubles = {-0.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aCommandThatIsNoPowerCannotBeMade(double watts) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RfCommand(watts, 1));
  }

  @Test
  void aLeaseCannotRunBackwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RfCommand(0, -1));
  }

  @Test
  void offIsOff() {
    assertThat(RfCommand.OFF.on()).isFalse();
    assertThat(new RfCommand(0, 0)).isEqualTo(RfCommand.OFF);
    assertThat(new RfCommand(0.0001, 1).on()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1000})
  void noCapCanBeMissingOrAboveItsCompiledInCeiling(double bad) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(bad, 1, 30, 0.05, 90, 60));
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(0.6, bad, 30, 0.05, 90, 60));
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(0.6, 1, bad, 0.05, 90, 60));
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(0.6, 1, 30, bad, 90, 60));
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(0.6, 1, 30, 0.05, bad, 60));
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(0.6, 1, 30, 0.05, 90, bad));
  }

  @Test
  void theLawMayNotUseMoreThanTheGeneratorMayGive() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps(1.1, 1, 30, 0.05, 90, 60));
  }

  @Test
  void aTipNeedsABarePart() {
    Caps caps = new Caps(0.6, 1, 30, 0.05, 90, 60);
    ImpedanceWindow window = new ImpedanceWindow(600, 3000, 150, 3000);
    TipGeometry shape = new TipGeometry(0.125, 2, 2, 0.05, 0.35, 0.5, 25, 24, 26);
    assertThat(new Electrode("e", 0.25, 3, 1, caps, window, shape).activeMillimetres())
        .isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Electrode("e", 0.25, 3, 3, caps, window, shape));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Electrode("e", Double.NaN, 3, 0, caps, window, shape));
  }

  @Test
  void aTipWhoseThermocoupleIsOutsideOrWhoseShaftIsTooThinIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TipGeometry(0.125, 2, 1, 0.05, 0.35, 2.5, 25, 24, 26));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TipGeometry(0.125, 2, 1, 0.05, 0.1, 0.5, 25, 24, 26));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TipGeometry(0, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26));
  }

  @Test
  void anImpedanceWindowMustHoldItsStartWindow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImpedanceWindow(100, 3000, 150, 3000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImpedanceWindow(600, 4000, 150, 3000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImpedanceWindow(Double.NaN, 3000, 150, 3000));
  }

  @Test
  void aPositionIsFinite() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TipPosition(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TipPosition(0, 1e6));
  }
}
