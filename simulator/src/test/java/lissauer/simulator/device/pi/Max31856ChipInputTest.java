package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.gpio.ThermocoupleType;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;

/** The emulated chip against its datasheet: what it makes of its inputs, and its faults. */
class Max31856ChipInputTest {
  private static final int AUTOMATIC = 0x80;
  private static final int TEST = 0x10;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private double tip = 37;
  private double cold = 23;
  private final Max31856Chip chip = new Max31856Chip(clock, _ -> tip, _ -> cold);
  private final Master master = new Master(chip);

  @Test
  void anOpenInputShowsWhatWasConvertedLastOrWhateverItFloatsTo() {
    master.write(0x00, AUTOMATIC | TEST);
    pass(0.3);
    assertThat(master.hotCelsius()).isEqualTo(37);
    chip.open(Double.NaN);
    tip = 60;
    pass(0.3);
    assertThat(master.hotCelsius()).isEqualTo(37);
    chip.open(400);
    pass(0.1);
    assertThat(master.hotCelsius()).isEqualTo(400);
  }

  @Test
  void anOpenCircuitIsFoundOnlyByTheSixteenthConversion() {
    master.write(0x00, AUTOMATIC | TEST);
    chip.open(Double.NaN);
    int conversions = 0;
    while ((master.read(0x0F, 1)[0] & 1) == 0) {
      assertThat(++conversions).isLessThanOrEqualTo(16);
      clock.sleepUntil(chip.nextLookNanos());
    }
    assertThat(conversions).isEqualTo(16);
    chip.mend();
    clock.sleepUntil(chip.nextLookNanos());
    assertThat(master.read(0x0F, 1)[0] & 1).as("and mended only by another").isEqualTo(1);
    for (int i = 0; i < 15; i++) {
      clock.sleepUntil(chip.nextLookNanos());
    }
    assertThat(master.read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void theTestMakesItsConversionLonger() {
    master.write(0x00, AUTOMATIC | TEST);
    for (int i = 0; i < 15; i++) {
      clock.sleepUntil(chip.nextLookNanos());
    }
    assertThat((chip.nextLookNanos() - clock.nanos()) * 1e-6).isEqualTo(82 + 13.3);
  }

  @Test
  void withoutTheTestAnOpenCircuitIsNeverFound() {
    master.write(0x00, AUTOMATIC);
    chip.open(Double.NaN);
    pass(10);
    assertThat(master.read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void whileConversionsAreOffAChangedTestModeTestsOnce() {
    chip.open(Double.NaN);
    master.write(0x00, TEST);
    pass(0.0132);
    assertThat(master.read(0x0F, 1)).containsExactly(0);
    pass(0.0002);
    assertThat(master.read(0x0F, 1)).containsExactly(1);
  }

  @Test
  void overVoltageIsSeenAtOnceAndSuspendsConversions() {
    master.write(0x00, AUTOMATIC);
    pass(1);
    chip.overVoltage();
    tip = 60;
    assertThat(master.read(0x0F, 1)).containsExactly(2);
    pass(1);
    assertThat(master.hotCelsius()).isEqualTo(37);
    chip.mend();
    assertThat(master.read(0x0F, 1)).containsExactly(0);
    pass(0.1);
    assertThat(master.hotCelsius()).isEqualTo(60);
  }

  @Test
  void thresholdsFollowTheConditionWithTwoDegreesOfHysteresis() {
    master.write(0x05, 0x05, 0x00);
    master.write(0x00, AUTOMATIC);
    tip = 80.1;
    pass(0.3);
    assertThat(master.read(0x0F, 1)).containsExactly(0x08);
    tip = 78.5;
    pass(0.2);
    assertThat(master.read(0x0F, 1)).containsExactly(0x08);
    tip = 77.9;
    pass(0.2);
    assertThat(master.read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void interruptModeKeepsAFaultUntilItIsCleared() {
    master.write(0x03, 22);
    master.write(0x00, AUTOMATIC | 0x04);
    pass(0.3);
    assertThat(master.read(0x0F, 1)).containsExactly(0x20);
    cold = 20;
    pass(0.3);
    assertThat(master.read(0x0F, 1)).containsExactly(0x20);
    master.write(0x00, AUTOMATIC | 0x04 | 0x02);
    assertThat(master.read(0x00, 1))
        .as("the request clears itself")
        .containsExactly(AUTOMATIC | 0x04);
    assertThat(master.read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void rangesOfTypeAndColdJunctionAreShown() {
    master.write(0x01, ThermocoupleType.T.code());
    chip.connect(ThermocoupleType.T);
    master.write(0x00, AUTOMATIC);
    tip = 401;
    pass(0.3);
    assertThat(master.read(0x0F, 1)).containsExactly(0x40);
    tip = 37;
    cold = 126;
    pass(0.3);
    assertThat(master.read(0x0F, 1)[0] & 0x80).isEqualTo(0x80);
  }

  @Test
  void aWrongTypeScalesTheDistanceFromTheColdJunction() {
    chip.connect(ThermocoupleType.J);
    master.write(0x00, AUTOMATIC);
    tip = 75;
    pass(0.3);
    assertThat(master.hotCelsius()).isBetween(88.0, 90.0);
  }

  @Test
  void voltageModeShowsAVoltage() {
    master.write(0x01, 0x08);
    master.write(0x00, AUTOMATIC);
    tip = 123;
    pass(0.3);
    assertThat(master.hotCelsius() * 128).isEqualTo(Math.rint(8 * 1.6 * (1 << 17) * 41e-6 * 100));
    master.write(0x01, 0x0C);
    pass(0.3);
    assertThat(master.hotCelsius() * 128).isEqualTo(Math.rint(32 * 1.6 * (1 << 17) * 41e-6 * 100));
  }

  @Test
  void theColdJunctionCanBeShiftedOrGivenFromOutside() {
    master.write(0x09, 16);
    master.write(0x00, AUTOMATIC);
    pass(0.3);
    assertThat(master.read(0x0A, 2)).containsExactly(24, 0);
    assertThat(master.hotCelsius()).isEqualTo(38);
    master.write(0x00, AUTOMATIC | 0x08);
    master.write(0x0A, 30, 0);
    pass(0.3);
    assertThat(master.read(0x0A, 2)).containsExactly(30, 0);
    assertThat(master.hotCelsius()).isEqualTo(44);
  }

  private void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }
}
