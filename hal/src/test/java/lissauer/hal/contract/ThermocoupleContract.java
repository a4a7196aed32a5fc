package lissauer.hal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import lissauer.hal.DeviceException;
import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import lissauer.hal.Thermocouple;
import org.junit.jupiter.api.Test;

/** What every {@link Thermocouple} must do, in a tip at rest. */
public abstract class ThermocoupleContract {
  protected abstract BenchUnderTest bench();

  protected abstract Thermocouple thermocouple();

  /** Temperature of the tip at rest. */
  protected abstract double restCelsius();

  /** Breaks its wire; false when this cannot be done to it. */
  protected abstract boolean breakWire();

  /** Longest time between two conversions. */
  protected abstract double periodSeconds();

  @Test
  void itTellsTheTemperatureOfTheTipInCelsius() throws DeviceException {
    TemperatureSample sample = thermocouple().read();
    assertThat(sample.tipCelsius()).isCloseTo(restCelsius(), within(1.0));
    assertThat(sample.quality()).isEqualTo(Quality.GOOD);
    assertThat(
            Double.isNaN(sample.coldJunctionCelsius())
                || (sample.coldJunctionCelsius() > 5 && sample.coldJunctionCelsius() < 45))
        .isTrue();
  }

  @Test
  void aSampleSaysWhenItsConversionEnded() throws DeviceException {
    bench().pass(3 * periodSeconds());
    long ageNanos = bench().clock().nanos() - thermocouple().read().sampledNanos();
    assertThat(ageNanos * 1e-9).isBetween(0.0, 2 * periodSeconds() + 0.05);
  }

  @Test
  void aNewConversionHasANewTimeAndTheSameOneKeepsIts() throws DeviceException {
    long first = thermocouple().read().sampledNanos();
    assertThat(thermocouple().read().sampledNanos()).isEqualTo(first);
    bench().pass(3 * periodSeconds());
    assertThat(thermocouple().read().sampledNanos()).isGreaterThan(first);
  }

  @Test
  void aBrokenWireIsNotAGoodSample() throws DeviceException {
    assumeTrue(breakWire(), "its wire cannot be broken here");
    bench().pass(20 * periodSeconds());
    assertThat(thermocouple().read().quality()).isNotEqualTo(Quality.GOOD);
  }

  @Test
  void silenceIsAnError() throws DeviceException {
    thermocouple().read();
    assumeTrue(bench().silence(), "nothing lies between this device and its driver");
    bench().pass(0.1);
    assertThatThrownBy(() -> thermocouple().read()).isInstanceOf(DeviceException.class);
  }
}
