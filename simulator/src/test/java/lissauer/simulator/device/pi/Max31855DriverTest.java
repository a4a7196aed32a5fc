package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.spi.SpiMode;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.gpio.Max31855;
import lissauer.hal.gpio.SpiAddress;
import lissauer.hal.gpio.ThermocoupleType;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The driver of a MAX31855 against the emulated chip. */
class Max31855DriverTest {
  private static final SpiAddress ADDRESS = new SpiAddress(0, 0, 1_000_000);

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private double tip = 37.13;
  private final Max31855Chip chip = new Max31855Chip(clock, _ -> tip, _ -> 23.07);
  private final SpiCable cable = new SpiCable(chip, 2);

  @Test
  void temperaturesComeInTheirSteps() throws DeviceException {
    TemperatureSample sample = open().read();
    assertThat(sample.tipCelsius()).isEqualTo(37.25);
    assertThat(sample.coldJunctionCelsius()).isEqualTo(23.0625);
  }

  @Test
  void itConvertsEverySeventyMilliseconds() throws DeviceException {
    Max31855 driver = open();
    clock.sleepUntil(chip.nextLookNanos());
    driver.read();
    tip = 75;
    clock.sleepUntil(clock.nanos() + 69_000_000);
    assertThat(driver.read().tipCelsius()).isEqualTo(37.25);
    clock.sleepUntil(clock.nanos() + 1_000_000);
    assertThat(driver.read().tipCelsius()).isEqualTo(75);
  }

  @ParameterizedTest
  @EnumSource
  void aBadLeadHasNoTemperature(Max31855Chip.Fault fault) throws DeviceException {
    Max31855 driver = open();
    chip.inject(fault);
    clock.sleepUntil(clock.nanos() + 100_000_000);
    assertThat(driver.read().quality())
        .isEqualTo(fault == Max31855Chip.Fault.OPEN ? Quality.OPEN_CIRCUIT : Quality.INPUT_VOLTAGE);
    assertThat(driver.read().tipCelsius()).isNaN();
    chip.mend();
    clock.sleepUntil(clock.nanos() + 100_000_000);
    assertThat(driver.read().tipCelsius()).isEqualTo(37.25);
  }

  @Test
  void aBrokenCableIsNamed() throws DeviceException {
    Max31855 driver = open();
    cable.become(SpiCable.State.CUT);
    assertThatThrownBy(driver::read).hasMessageContaining("every bit read 1");
    cable.become(SpiCable.State.SHORTED);
    assertThatThrownBy(driver::read).hasMessageContaining("every bit read 0");
    cable.become(SpiCable.State.BRIDGED);
    assertThatThrownBy(driver::read).hasMessageContaining("MISO is tied to MOSI");
  }

  @Test
  void inAnotherModeBitsShift() {
    clock.sleepUntil(100_000_000);
    byte[] right = new byte[4];
    byte[] wrong = new byte[4];
    chip.transfer(SpiMode.MODE_0, new byte[4], right);
    chip.transfer(SpiMode.MODE_1, new byte[4], wrong);
    assertThat(wrong[1] & 0x7F).isEqualTo((right[1] & 0xFF) >> 1);
  }

  private Max31855 open() throws DeviceException {
    return Max31855.open(
        new SimulatedPi(Map.of(ADDRESS.path(), cable), new GpioBank()).open(List.of(), List.of()),
        clock,
        new Max31855.Setup(ADDRESS, ThermocoupleType.K));
  }
}
