package lissauer.hal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import org.junit.jupiter.api.Test;

/** What every {@link RfGenerator} must do, at the end of a closed relay and in tissue. */
public abstract class RfGeneratorContract {
  private static final long LEASE = 200_000_000;
  private static final long BUDGET_NANOS = 200_000_000;

  /** Share by which a generator may miss its power and its meters may err. */
  protected double errorFraction() {
    return 0.02;
  }

  /** What may reach the tip while it is off: a test signal that is too weak to heat. */
  protected double offWatts() {
    return 0;
  }

  /** How long after its last word a silent device may still be believed; 0.25 s is too long. */
  protected double patienceSeconds() {
    return 0;
  }

  protected abstract BenchUnderTest bench();

  /** With its relay closed and its output off. */
  protected abstract RfGenerator generator();

  @Test
  void itPutsOutTheWattsThatItIsToldAndMeasuresThem() throws DeviceException {
    RfReading reading = runAt(0.2);
    assertThat(bench().tissueWatts()).isCloseTo(0.2, within(0.2 * errorFraction()));
    assertThat(reading.powerWatts()).isCloseTo(0.2, within(0.2 * errorFraction()));
    assertThat(reading.outputOn()).isTrue();
    assertThat(reading.voltsRms() / reading.ampsRms())
        .isCloseTo(reading.impedanceOhms(), within(2 * errorFraction() * reading.impedanceOhms()));
    assertThat(reading.voltsRms() * reading.voltsRms() / reading.impedanceOhms())
        .isCloseTo(0.2, within(4 * errorFraction() * 0.2));
  }

  @Test
  void itsReadingIsFromTheTimeOfTheExchange() throws DeviceException {
    generator().exchange(RfCommand.OFF);
    bench().pass(0.02);
    long before = bench().clock().nanos();
    RfReading reading = generator().exchange(RfCommand.OFF);
    assertThat(reading.measuredNanos()).isBetween(before, bench().clock().nanos());
  }

  @Test
  void itMeasuresImpedanceWhileItIsOff() throws DeviceException {
    bench().pass(0.02);
    RfReading reading = generator().exchange(RfCommand.OFF);
    assertThat(reading.outputOn()).isFalse();
    assertThat(reading.powerWatts()).isLessThan(0.001);
    assertThat(reading.impedanceOhms()).isBetween(100.0, 5000.0);
  }

  @Test
  void itSwitchesOffByItselfWhenItsLeaseIsNotRenewed() throws DeviceException {
    generator().exchange(new RfCommand(0.2, LEASE));
    bench().pass(0.1);
    assertThat(bench().tissueWatts()).isGreaterThan(offWatts());
    bench().pass(0.15);
    assertThat(bench().tissueWatts()).isLessThanOrEqualTo(offWatts());
    assertThat(generator().exchange(RfCommand.OFF).outputOn()).isFalse();
  }

  @Test
  void itGoesOnAsLongAsItsLeaseIsRenewed() throws DeviceException {
    for (int i = 0; i < 10; i++) {
      generator().exchange(new RfCommand(0.1, LEASE));
      bench().pass(0.1);
    }
    assertThat(bench().tissueWatts()).isGreaterThan(offWatts());
  }

  @Test
  void zeroWattsSwitchesItOffAtOnce() throws DeviceException {
    runAt(0.2);
    generator().exchange(RfCommand.OFF);
    bench().pass(0.02);
    assertThat(bench().tissueWatts()).isLessThanOrEqualTo(offWatts());
    assertThat(generator().exchange(RfCommand.OFF).outputOn()).isFalse();
  }

  @Test
  void moreThanItsCapNeverComesOutWhateverItIsTold() {
    double cap = bench().caps().absoluteWatts();
    try {
      generator().exchange(new RfCommand(2 * cap, LEASE));
    } catch (DeviceException refused) {
      assertThat(refused).hasMessageContaining("W");
    }
    bench().pass(0.02);
    assertThat(bench().tissueWatts()).isLessThanOrEqualTo(cap * (1 + errorFraction()));
  }

  @Test
  void closingItSwitchesOffForGood() throws DeviceException {
    runAt(0.2);
    generator().close();
    bench().pass(0.02);
    assertThat(bench().tissueWatts()).isLessThanOrEqualTo(offWatts());
    try {
      generator().exchange(new RfCommand(0.2, LEASE));
    } catch (DeviceException refused) {
      assertThat(refused).hasMessageContaining("off");
    }
    bench().pass(0.02);
    assertThat(bench().tissueWatts()).isLessThanOrEqualTo(offWatts());
    generator().close();
  }

  @Test
  void silenceIsAnErrorWithinTheBudgetOfATickAndEndsTheOutput() throws DeviceException {
    runAt(0.2);
    assumeTrue(bench().silence(), "nothing lies between this device and its driver");
    long silentNanos = bench().clock().nanos();
    assertThatThrownBy(() -> exchangeUntilItComplains(silentNanos))
        .isInstanceOf(DeviceException.class);
    bench().pass(0.25);
    assertThat(bench().tissueWatts()).isLessThanOrEqualTo(offWatts());
  }

  private void exchangeUntilItComplains(long silentNanos) throws DeviceException {
    long lastNanos = silentNanos + Math.round(patienceSeconds() * 1e9);
    while (bench().clock().nanos() <= lastNanos) {
      long before = bench().clock().nanos();
      try {
        generator().exchange(new RfCommand(0.2, LEASE));
      } finally {
        assertThat(bench().clock().nanos() - before).isLessThanOrEqualTo(BUDGET_NANOS);
      }
      bench().pass(0.02);
    }
  }

  private RfReading runAt(double watts) throws DeviceException {
    RfReading reading = generator().exchange(new RfCommand(watts, LEASE));
    for (int i = 0; i < 10; i++) {
      bench().pass(0.02);
      reading = generator().exchange(new RfCommand(watts, LEASE));
    }
    return reading;
  }
}
