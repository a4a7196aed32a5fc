package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.context.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.gpio.BadFrame;
import lissauer.hal.gpio.GpioPin;
import lissauer.hal.gpio.Max31855;
import lissauer.hal.gpio.Max31856;
import lissauer.hal.gpio.Max31856Setup;
import lissauer.hal.gpio.SpiAddress;
import lissauer.hal.gpio.ThermocoupleType;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The driver of a MAX31856 against the emulated chip, register by register. */
class Max31856DriverTest {
  private static final SpiAddress ADDRESS = new SpiAddress(0, 0, 1_000_000);
  private static final long TICK_NANOS = 20_000_000;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final GpioBank bank = new GpioBank();
  private double tip = 37;
  private final Max31856Chip chip = new Max31856Chip(clock, _ -> tip, _ -> 23);
  private final SpiCable cable = new SpiCable(chip, 1);

  @Test
  void theTipIsReadExactly() throws DeviceException {
    tip = 75.3046875;
    TemperatureSample sample = open(1, 50, false).read();
    assertThat(sample.tipCelsius()).isEqualTo(75.3046875);
    assertThat(sample.coldJunctionCelsius()).isEqualTo(23);
    assertThat(sample.quality()).isEqualTo(Quality.GOOD);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, false, 1",
    "1, 60, true, 1",
    "1, 50, false, 1.12",
    "1, 50, true, 1.12",
    "2, 60, false, 1.09",
    "4, 60, false, 1",
    "4, 50, true, 1"
  })
  void onARampTheAgeIsNeverUnderstatedAndNeverStale(
      int samples, int mains, boolean dataReady, double slowness) throws DeviceException {
    Max31856Chip ramp = new Max31856Chip(clock, at -> 37 + 8 * at * 1e-9, _ -> 23);
    ramp.slowDown(slowness);
    if (dataReady) {
      bank.connect(25, ramp::dataReadyPin);
    }
    Max31856 driver = Max31856.open(pi(ramp), clock, setup(samples, mains, dataReady));
    double first = driver.read().tipCelsius();
    for (int i = 0; i < 500; i++) {
      clock.sleepUntil(clock.nanos() + TICK_NANOS);
      TemperatureSample sample = driver.read();
      double trueThen = 37 + 8 * sample.sampledNanos() * 1e-9;
      // The mean over the samples lags half their span, which is twice as long in the first one.
      double lagKelvin = 8 * (samples - 1.0) / (i < 25 ? 1 : 2) / mains * slowness;
      assertThat(sample.tipCelsius()).isGreaterThan(trueThen - lagKelvin - 0.01);
      assertThat(clock.nanos() - sample.sampledNanos()).isLessThan(250_000_000);
      assertThat(sample.tipCelsius()).isGreaterThanOrEqualTo(first);
    }
    assertThat(driver.badFrames()).isEmpty();
  }

  @Test
  void aConstantTemperatureStaysFreshAndWithDataReadyAStoppedChipDoesNot() throws DeviceException {
    Max31856 plain = open(1, 50, false);
    for (int i = 0; i < 200; i++) {
      clock.sleepUntil(clock.nanos() + TICK_NANOS);
      assertThat(clock.nanos() - plain.read().sampledNanos()).isLessThanOrEqualTo(225_000_000);
    }
    plain.close();
    bank.connect(25, chip::dataReadyPin);
    Max31856 ready = open(1, 50, true);
    for (int i = 0; i < 200; i++) {
      clock.sleepUntil(clock.nanos() + TICK_NANOS);
      assertThat(clock.nanos() - ready.read().sampledNanos()).isLessThanOrEqualTo(155_000_000);
    }
    bank.put(25, GpioBank.Level.FLOATING);
    clock.sleepUntil(clock.nanos() + 1_000_000_000);
    assertThat(clock.nanos() - ready.read().sampledNanos()).isGreaterThan(900_000_000);
  }

  @Test
  void anOpenThermocoupleIsFoundWithinSixteenConversions() throws DeviceException {
    Max31856 driver = open(1, 60, false);
    chip.open(Double.NaN);
    long broken = clock.nanos();
    while (driver.read().quality() == Quality.GOOD) {
      clock.sleepUntil(clock.nanos() + TICK_NANOS);
    }
    TemperatureSample sample = driver.read();
    assertThat(sample.quality()).isEqualTo(Quality.OPEN_CIRCUIT);
    assertThat(sample.tipCelsius()).isNaN();
    assertThat((clock.nanos() - broken) * 1e-9).isBetween(0.1, 16 * 0.082 + 0.0133 + 0.02);
  }

  @Test
  void anOpenInputThatFloatsAwayIsFoundAtTheNextConversion() throws DeviceException {
    Max31856 driver = open(1, 60, false);
    chip.open(400);
    clock.sleepUntil(clock.nanos() + 100_000_000);
    assertThat(driver.read().quality()).isEqualTo(Quality.OUT_OF_RANGE);
    assertThat(driver.read().tipCelsius()).isNaN();
  }

  @Test
  void overVoltageHasNoTemperatureAndItsMendingHas() throws DeviceException {
    Max31856 driver = open(1, 60, false);
    chip.overVoltage();
    assertThat(driver.read().quality()).isEqualTo(Quality.INPUT_VOLTAGE);
    assertThat(driver.read().tipCelsius()).isNaN();
    chip.mend();
    clock.sleepUntil(clock.nanos() + 200_000_000);
    assertThat(driver.read().tipCelsius()).isEqualTo(37);
  }

  @Test
  void aDippedSupplyIsNamedAtTheNextReadAndMendedAfterIt() throws DeviceException {
    Max31856 driver = open(1, 60, false);
    chip.powerCycle();
    assertThatThrownBy(driver::read)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("power-on settings");
    assertThat(driver.read().quality()).isEqualTo(Quality.NO_DATA);
    clock.sleepUntil(clock.nanos() + 200_000_000);
    assertThat(driver.read().tipCelsius()).isEqualTo(37);
  }

  @ParameterizedTest
  @CsvSource({"CUT, SILENT_HIGH", "SHORTED, SILENT_LOW", "BRIDGED, ECHO"})
  void aBrokenCableIsNamedAndAMendedOneReads(SpiCable.State state, BadFrame named)
      throws DeviceException {
    Max31856 driver = open(1, 60, false);
    cable.become(state);
    assertThatThrownBy(driver::read).hasMessageContaining(named.remedy());
    assertThat(driver.badFrames()).containsOnlyKeys(named.what());
    cable.become(SpiCable.State.WHOLE);
    driver.read();
    clock.sleepUntil(clock.nanos() + 200_000_000);
    assertThat(driver.read().tipCelsius()).isEqualTo(37);
  }

  @Test
  void noiseOnTheBusNeverBecomesATemperature() throws DeviceException {
    Max31856 driver = open(1, 60, false);
    cable.become(SpiCable.State.NOISY);
    for (int i = 0; i < 2000; i++) {
      try {
        TemperatureSample sample = driver.read();
        assertThat(sample.quality()).isIn(Quality.NO_DATA, Quality.GOOD);
        assertThat(sample.quality() == Quality.NO_DATA || sample.tipCelsius() == 37).isTrue();
      } catch (DeviceException e) {
        assertThat(e).hasMessageContaining("MAX31856 on /dev/spidev0.0: ");
      }
      clock.sleepUntil(clock.nanos() + TICK_NANOS);
    }
    assertThat(driver.badFrames()).isNotEmpty();
  }

  @Test
  void anotherChipInItsPlaceGivesNoTemperature() throws DeviceException {
    Max31855Chip other = new Max31855Chip(clock, _ -> 37, _ -> 23);
    clock.sleepUntil(1_000_000_000);
    assertThatThrownBy(() -> Max31856.open(pi(other), clock, setup(1, 60, false)))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("the registers do not hold what was written")
        .hasMessageContaining("spi_chip_select");
    Max31855.Setup wrong = new Max31855.Setup(ADDRESS, ThermocoupleType.K);
    assertThat(Max31855.open(pi(chip), clock, wrong).read().quality())
        .isEqualTo(Quality.OUT_OF_RANGE);
  }

  private Max31856 open(int samples, int mains, boolean dataReady) throws DeviceException {
    return Max31856.open(pi(cable), clock, setup(samples, mains, dataReady));
  }

  private Context pi(SpiChip at) {
    return new SimulatedPi(Map.of(ADDRESS.path(), at), bank).open(List.of(), List.of());
  }

  private static Max31856Setup setup(int samples, int mains, boolean dataReady) {
    return new Max31856Setup(
        ADDRESS,
        ThermocoupleType.K,
        samples,
        mains,
        Max31856Setup.OpenCircuitTest.BELOW_5_KILOOHMS,
        dataReady ? Optional.of(new GpioPin(0, 25)) : Optional.empty());
  }
}
