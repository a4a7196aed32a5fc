package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.spi.SpiMode;
import java.util.Random;
import lissauer.hal.gpio.ThermocoupleType;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulated chip against its datasheet. */
class Max31856ChipTest {
  private static final int AUTOMATIC = 0x80;
  private static final int TEST = 0x10;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private double tip = 37;
  private double cold = 23;
  private final Max31856Chip chip = new Max31856Chip(clock, _ -> tip, _ -> cold);

  @Test
  void registersHaveTheirPowerOnValues() {
    assertThat(read(0x00, 16))
        .containsExactly(0x00, 0x03, 0xFF, 0x7F, 0xC0, 0x7F, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void addressesIncreaseAndWritesNeedTheHighBit() {
    write(0x03, 0x55, 0xEC, 0x09, 0x60);
    assertThat(read(0x02, 5)).containsExactly(0xFF, 0x55, 0xEC, 0x09, 0x60);
    chip.transfer(SpiMode.MODE_1, new byte[] {0x03, 0x11}, new byte[2]);
    assertThat(read(0x03, 1)).containsExactly(0x55);
  }

  @Test
  void temperaturesAndStatusCannotBeWritten() {
    write(0x0A, 1, 4, 1, 2, 3, 0xFF);
    assertThat(read(0x0A, 6)).containsOnly(0);
  }

  @Test
  void itConvertsNothingUntilItIsTold() {
    pass(1);
    assertThat(read(0x0C, 3)).containsOnly(0);
    assertThat(chip.nextLookNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 0, 143, 82",
    "50, 0, 169, 98",
    "60, 2, 143, 82",
    "60, 0x20, 243, 132",
    "50, 0x20, 289, 158"
  })
  void conversionsTakeTheirTime(int mains, String cr1, double firstMillis, double nextMillis) {
    write(0x01, Integer.decode(cr1) | 3);
    write(0x00, AUTOMATIC | (mains == 50 ? 1 : 0));
    if (Integer.decode(cr1) >= 0x10) {
      // The typical first conversion grows by two mains periods a sample, the others by one.
      assertThat(endOfConversion()).isBetween(firstMillis - 101, firstMillis + 21);
    } else {
      assertThat(endOfConversion()).isEqualTo(firstMillis);
      tip = 38;
      double before = clock.nanos() * 1e-6;
      assertThat(endOfConversion() - before).isEqualTo(nextMillis);
    }
  }

  @Test
  void aSingleConversionClearsItsRequest() {
    write(0x00, 0x40);
    pass(0.142);
    assertThat(read(0x00, 1)).containsExactly(0x40);
    pass(0.001);
    assertThat(read(0x00, 1)).containsExactly(0);
    assertThat(hot()).isEqualTo(37);
    tip = 50;
    pass(1);
    assertThat(hot()).isEqualTo(37);
  }

  @Test
  void theNotchStaysWhereItIsWhileConversionsRun() {
    write(0x00, AUTOMATIC);
    write(0x00, AUTOMATIC | 1);
    assertThat(read(0x00, 1)).containsExactly(AUTOMATIC);
    write(0x00, 0);
    write(0x00, AUTOMATIC | 1);
    assertThat(read(0x00, 1)).containsExactly(AUTOMATIC | 1);
  }

  @Test
  void itHearsModesOneAndThreeAndShiftsBitsInOthers() {
    for (SpiMode mode : SpiMode.values()) {
      byte[] answered = new byte[3];
      chip.transfer(mode, new byte[] {0x02, 0, 0}, answered);
      boolean heard = mode == SpiMode.MODE_1 || mode == SpiMode.MODE_3;
      assertThat(answered[2]).isEqualTo((byte) (heard ? 0x7F : 0xBF));
    }
    chip.transfer(SpiMode.MODE_0, new byte[] {(byte) 0x82, 0x11}, new byte[2]);
    assertThat(read(0x02, 1)).as("a write in a wrong mode is lost").containsExactly(0xFF);
  }

  @Test
  void anOpenCircuitIsFoundOnlyByTheSixteenthConversion() {
    write(0x00, AUTOMATIC | TEST);
    chip.open(Double.NaN);
    int conversions = 0;
    while ((read(0x0F, 1)[0] & 1) == 0) {
      assertThat(++conversions).isLessThanOrEqualTo(16);
      clock.sleepUntil(chip.nextLookNanos());
    }
    assertThat(conversions).isEqualTo(16);
    chip.mend();
    clock.sleepUntil(chip.nextLookNanos());
    assertThat(read(0x0F, 1)[0] & 1).as("and mended only by another").isEqualTo(1);
    for (int i = 0; i < 15; i++) {
      clock.sleepUntil(chip.nextLookNanos());
    }
    assertThat(read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void theTestMakesItsConversionLonger() {
    write(0x00, AUTOMATIC | TEST);
    for (int i = 0; i < 15; i++) {
      clock.sleepUntil(chip.nextLookNanos());
    }
    assertThat((chip.nextLookNanos() - clock.nanos()) * 1e-6).isEqualTo(82 + 13.3);
  }

  @Test
  void withoutTheTestAnOpenCircuitIsNeverFound() {
    write(0x00, AUTOMATIC);
    chip.open(Double.NaN);
    pass(10);
    assertThat(read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void whileConversionsAreOffAChangedTestModeTestsOnce() {
    chip.open(Double.NaN);
    write(0x00, TEST);
    pass(0.0132);
    assertThat(read(0x0F, 1)).containsExactly(0);
    pass(0.0002);
    assertThat(read(0x0F, 1)).containsExactly(1);
  }

  @Test
  void overVoltageIsSeenAtOnceAndSuspendsConversions() {
    write(0x00, AUTOMATIC);
    pass(1);
    chip.overVoltage();
    tip = 60;
    assertThat(read(0x0F, 1)).containsExactly(2);
    pass(1);
    assertThat(hot()).isEqualTo(37);
    chip.mend();
    assertThat(read(0x0F, 1)).containsExactly(0);
    pass(0.1);
    assertThat(hot()).isEqualTo(60);
  }

  @Test
  void thresholdsFollowTheConditionWithTwoDegreesOfHysteresis() {
    write(0x05, 0x05, 0x00);
    write(0x00, AUTOMATIC);
    tip = 80.1;
    pass(0.3);
    assertThat(read(0x0F, 1)).containsExactly(0x08);
    tip = 78.5;
    pass(0.2);
    assertThat(read(0x0F, 1)).containsExactly(0x08);
    tip = 77.9;
    pass(0.2);
    assertThat(read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void interruptModeKeepsAFaultUntilItIsCleared() {
    write(0x03, 22);
    write(0x00, AUTOMATIC | 0x04);
    pass(0.3);
    assertThat(read(0x0F, 1)).containsExactly(0x20);
    cold = 20;
    pass(0.3);
    assertThat(read(0x0F, 1)).containsExactly(0x20);
    write(0x00, AUTOMATIC | 0x04 | 0x02);
    assertThat(read(0x00, 1)).as("the request clears itself").containsExactly(AUTOMATIC | 0x04);
    assertThat(read(0x0F, 1)).containsExactly(0);
  }

  @Test
  void rangesOfTypeAndColdJunctionAreShown() {
    write(0x01, ThermocoupleType.T.code());
    chip.connect(ThermocoupleType.T);
    write(0x00, AUTOMATIC);
    tip = 401;
    pass(0.3);
    assertThat(read(0x0F, 1)).containsExactly(0x40);
    tip = 37;
    cold = 126;
    pass(0.3);
    assertThat(read(0x0F, 1)[0] & 0x80).isEqualTo(0x80);
  }

  @Test
  void aWrongTypeScalesTheDistanceFromTheColdJunction() {
    chip.connect(ThermocoupleType.J);
    write(0x00, AUTOMATIC);
    tip = 75;
    pass(0.3);
    assertThat(hot()).isBetween(88.0, 90.0);
  }

  @Test
  void voltageModeShowsAVoltage() {
    write(0x01, 0x08);
    write(0x00, AUTOMATIC);
    tip = 123;
    pass(0.3);
    assertThat(hot() * 128).isEqualTo(Math.rint(8 * 1.6 * (1 << 17) * 41e-6 * 100));
    write(0x01, 0x0C);
    pass(0.3);
    assertThat(hot() * 128).isEqualTo(Math.rint(32 * 1.6 * (1 << 17) * 41e-6 * 100));
  }

  @Test
  void theColdJunctionCanBeShiftedOrGivenFromOutside() {
    write(0x09, 16);
    write(0x00, AUTOMATIC);
    pass(0.3);
    assertThat(read(0x0A, 2)).containsExactly(24, 0);
    assertThat(hot()).isEqualTo(38);
    write(0x00, AUTOMATIC | 0x08);
    write(0x0A, 30, 0);
    pass(0.3);
    assertThat(read(0x0A, 2)).containsExactly(30, 0);
    assertThat(hot()).isEqualTo(44);
  }

  @Test
  void dataReadyFallsWithAConversionAndRisesWhenTheTemperatureIsRead() {
    write(0x00, AUTOMATIC);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.HIGH);
    pass(0.143);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.LOW);
    read(0x0F, 1);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.LOW);
    read(0x0C, 3);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.HIGH);
  }

  @Test
  void aSourceThatOnlyKnowsItsPresentIsLookedAtInTime() {
    Max31856Chip present =
        new Max31856Chip(
            clock,
            at -> {
              assertThat(at).isEqualTo(clock.nanos());
              return 40;
            },
            _ -> 23);
    present.transfer(SpiMode.MODE_1, new byte[] {(byte) 0x80, 0x00, 0x23}, new byte[3]);
    present.transfer(SpiMode.MODE_1, new byte[] {(byte) 0x80, (byte) 0x80}, new byte[2]);
    for (int i = 0; i < 40; i++) {
      clock.sleepUntil(present.nextLookNanos());
      present.register(0);
    }
    assertThat(present.register(0x0C)).isEqualTo(2);
  }

  @Test
  void averagingTakesTheMeanOfItsLooks() {
    Max31856Chip averaging = new Max31856Chip(clock, at -> at * 1e-9 * 100, _ -> 0);
    averaging.transfer(SpiMode.MODE_1, new byte[] {(byte) 0x80, 0, 0x43}, new byte[3]);
    averaging.transfer(SpiMode.MODE_1, new byte[] {(byte) 0x80, (byte) 0x80}, new byte[2]);
    long last = 0;
    for (int i = 0; i < 32; i++) {
      last = averaging.nextLookNanos();
      clock.sleepUntil(last);
    }
    double hot = averaging.register(0x0C) * 16 + averaging.register(0x0D) / 16.0;
    assertThat(hot).isCloseTo(last * 1e-7 - 100 * 7.5 / 60, offset(0.07));
  }

  @Test
  void anythingMayBeSentToIt() {
    Random random = new Random(31856);
    for (int i = 0; i < 200_000; i++) {
      byte[] sent = new byte[1 + random.nextInt(24)];
      random.nextBytes(sent);
      byte[] answered = new byte[sent.length];
      chip.transfer(SpiMode.getByNumber(random.nextInt(4)), sent, answered);
      clock.sleepUntil(clock.nanos() + random.nextInt(50_000_000));
    }
    chip.powerCycle();
    assertThat(read(0x00, 3)).containsExactly(0x00, 0x03, 0xFF);
  }

  private static org.assertj.core.data.Offset<Double> offset(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }

  /** In ms since the beginning. */
  private double endOfConversion() {
    read(0x0C, 3);
    while (chip.dataReadyPin() == GpioBank.Level.HIGH) {
      clock.sleepUntil(chip.nextLookNanos());
    }
    return clock.nanos() * 1e-6;
  }

  private void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }

  private double hot() {
    int[] bytes = read(0x0C, 3);
    return ((((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8)) >> 8) >> 5) / 128.0;
  }

  private void write(int address, int... values) {
    byte[] sent = new byte[values.length + 1];
    sent[0] = (byte) (0x80 | address);
    for (int i = 0; i < values.length; i++) {
      sent[i + 1] = (byte) values[i];
    }
    chip.transfer(SpiMode.MODE_1, sent, new byte[sent.length]);
  }

  private int[] read(int address, int count) {
    byte[] sent = new byte[count + 1];
    sent[0] = (byte) address;
    byte[] answered = new byte[count + 1];
    chip.transfer(SpiMode.MODE_1, sent, answered);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = answered[i + 1] & 0xFF;
    }
    return values;
  }
}
