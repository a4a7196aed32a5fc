package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.spi.SpiMode;
import java.util.Random;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emulated chip against its datasheet: registers, transfers and times. */
class Max31856ChipTest {
  private static final int AUTOMATIC = 0x80;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private double tip = 37;
  private double cold = 23;
  private final Max31856Chip chip = new Max31856Chip(clock, _ -> tip, _ -> cold);
  private final Master master = new Master(chip);

  @Test
  void registersHaveTheirPowerOnValues() {
    assertThat(master.read(0x00, 16))
        .containsExactly(0x00, 0x03, 0xFF, 0x7F, 0xC0, 0x7F, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void addressesIncreaseAndWritesNeedTheHighBit() {
    master.write(0x03, 0x55, 0xEC, 0x09, 0x60);
    assertThat(master.read(0x02, 5)).containsExactly(0xFF, 0x55, 0xEC, 0x09, 0x60);
    chip.transfer(SpiMode.MODE_1, new byte[] {0x03, 0x11}, new byte[2]);
    assertThat(master.read(0x03, 1)).containsExactly(0x55);
  }

  @Test
  void temperaturesAndStatusCannotBeWritten() {
    master.write(0x0A, 1, 4, 1, 2, 3, 0xFF);
    assertThat(master.read(0x0A, 6)).containsOnly(0);
  }

  @Test
  void itConvertsNothingUntilItIsTold() {
    pass(1);
    assertThat(master.read(0x0C, 3)).containsOnly(0);
    assertThat(chip.nextLookNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 0, 0, 143, 82",
    "50, 0, 0, 169, 98",
    "60, 2, 0, 243, 132",
    "50, 2, 0, 289, 158",
    "60, 7, 0, 643, 332",
    "60, 0, 8, 118, 57"
  })
  void conversionsTakeTheirTime(
      int mains, int averaging, int coldJunctionOff, double firstMillis, double nextMillis) {
    master.write(0x01, (averaging << 4) | 3);
    master.write(0x00, AUTOMATIC | coldJunctionOff | (mains == 50 ? 1 : 0));
    assertThat(endOfConversion()).isCloseTo(firstMillis, offset(0.01));
    double before = clock.nanos() * 1e-6;
    assertThat(endOfConversion() - before).isCloseTo(nextMillis, offset(0.01));
  }

  @Test
  void withoutSupplyItForgetsEverything() {
    master.write(0x00, AUTOMATIC);
    pass(0.3);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.LOW);
    chip.powerCycle();
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.HIGH);
    assertThat(chip.nextLookNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aSingleConversionClearsItsRequest() {
    master.write(0x00, 0x40);
    pass(0.142);
    assertThat(master.read(0x00, 1)).containsExactly(0x40);
    pass(0.001);
    assertThat(master.read(0x00, 1)).containsExactly(0);
    assertThat(master.hotCelsius()).isEqualTo(37);
    tip = 50;
    pass(1);
    assertThat(master.hotCelsius()).isEqualTo(37);
  }

  @Test
  void theNotchStaysWhereItIsWhileConversionsRun() {
    master.write(0x00, AUTOMATIC);
    master.write(0x00, AUTOMATIC | 1);
    assertThat(master.read(0x00, 1)).containsExactly(AUTOMATIC);
    master.write(0x00, 0);
    master.write(0x00, AUTOMATIC | 1);
    assertThat(master.read(0x00, 1)).containsExactly(AUTOMATIC | 1);
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
    assertThat(master.read(0x02, 1)).as("a write in a wrong mode is lost").containsExactly(0xFF);
  }

  @Test
  void dataReadyFallsWithAConversionAndRisesWhenTheTemperatureIsRead() {
    master.write(0x00, AUTOMATIC);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.HIGH);
    pass(0.143);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.LOW);
    master.read(0x0F, 1);
    assertThat(chip.dataReadyPin()).isEqualTo(GpioBank.Level.LOW);
    master.read(0x0C, 3);
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
    assertThat(master.read(0x00, 3)).containsExactly(0x00, 0x03, 0xFF);
  }

  private static org.assertj.core.data.Offset<Double> offset(double by) {
    return org.assertj.core.data.Offset.offset(by);
  }

  private double endOfConversion() {
    master.read(0x0C, 3);
    while (chip.dataReadyPin() == GpioBank.Level.HIGH) {
      clock.sleepUntil(chip.nextLookNanos());
    }
    return clock.nanos() * 1e-6;
  }

  private void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }
}
