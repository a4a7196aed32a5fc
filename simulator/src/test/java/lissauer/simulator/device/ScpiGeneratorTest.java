package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.scpi.ScpiGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScpiGeneratorTest {
  @ParameterizedTest
  @ValueSource(strings = {"siglent", "keysight"})
  void commandedPowerReachesTheElectrodeThroughGainAndImpedance(String family)
      throws DeviceException {
    ScpiBench bench = bench(family);
    ScpiGenerator generator = bench.open();
    bench.closeRelay();
    bench.run(generator, 0, 5);
    RfReading reading = bench.run(generator, 0.2, 25);
    assertThat(reading.outputOn()).isTrue();
    assertThat(reading.powerWatts()).isCloseTo(0.2, within(0.01));
    assertThat(bench.path.powerWatts()).isCloseTo(0.2, within(0.01));
    assertThat(bench.bench.tip().now().tipCelsius()).isGreaterThan(45);
  }

  @Test
  void whileNothingIsCommandedImpedanceIsMeasuredWithoutHeat() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = bench.open();
    bench.closeRelay();
    RfReading reading = bench.run(generator, 0, 50);
    assertThat(reading.outputOn()).isFalse();
    assertThat(reading.impedanceOhms())
        .isCloseTo(bench.bench.tip().now().impedanceOhms(), within(15.0));
    assertThat(reading.powerWatts()).isBetween(0.0, 0.001);
    assertThat(bench.bench.tip().now().tipCelsius()).isBetween(37.0, 37.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"siglent", "keysight"})
  void offIsOffInTheSameExchange(String family) throws DeviceException {
    ScpiBench bench = bench(family);
    ScpiGenerator generator = heating(bench);
    RfReading reading = generator.exchange(RfCommand.OFF);
    bench.pass(0.005);
    assertThat(bench.path.powerWatts()).isLessThan(0.001);
    assertThat(reading.outputOn()).isFalse();
  }

  @Test
  void closingSwitchesTheOutputOffAndNothingComesAfterIt() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    generator.close();
    generator.close();
    bench.pass(0.01);
    assertThat(bench.path.powerWatts()).isZero();
    assertThat(bench.log).anyMatch(line -> line.equals("< C1:OUTP OFF"));
    assertThatThrownBy(() -> generator.exchange(new RfCommand(0.1, 1)))
        .isInstanceOf(DeviceException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"siglent", "keysight"})
  void anOutputThatIsStuckAtItsCeilingStaysWithinTheElectrodesCaps(String family)
      throws DeviceException {
    ScpiBench bench = bench(family);
    ScpiGenerator generator = heating(bench);
    double cap = bench.electrode.caps().absoluteWatts();
    bench.pass(0.005);
    if (family.equals("siglent")) {
      bench.siglent.obey("C1:BSWV AMP,20");
    } else {
      bench.keysight.obey(":SOUR1:VOLT 20");
    }
    for (int i = 0; i < 50; i++) {
      bench.pass(0.02);
      assertThat(bench.path.powerWatts()).isLessThan(cap);
    }
    assertThat(bench.path.powerWatts()).isGreaterThan(0.4);
    assertThat(generator.identities().getFirst()).contains("holds");
  }

  @Test
  void aGeneratorThatHoldsNoCeilingIsRefused() {
    ScpiBench bench = bench("siglent");
    bench.wire.rewrite("MAX_OUTPUT_AMP", "MAX_OUTPUT_OOPS");
    assertThatThrownBy(bench::open)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("does not hold one")
        .hasMessageContaining("hardware_cap");
  }

  @Test
  void aGeneratorThatHoldsNoCeilingPassesWithHardwareThatDoes() throws DeviceException {
    ScpiBench bench =
        new ScpiBench(
            ScpiBench.SIGLENT
                + "hardware_cap:\n  power_watts: 0.9\n  how: 600 ohm in series and a 30 V supply\n");
    bench.wire.rewrite("MAX_OUTPUT_AMP", "MAX_OUTPUT_OOPS");
    assertThat(bench.open().identities().getFirst())
        .contains("holds no ceiling, hardware cap 0.9 W by 600 ohm in series");
  }

  @Test
  void aWrongLoadSettingIsSeenOnTheTestSignalBeforeAnyHeat() throws DeviceException {
    // The amplifier's input is high, and the file says 50 Ω: every voltage is doubled.
    ScpiBench bench = new ScpiBench(ScpiBench.SIGLENT.replace("high", "50"));
    ScpiGenerator generator = bench.open();
    bench.closeRelay();
    assertThatThrownBy(() -> bench.run(generator, 0, 10))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("check load_ohms, gain_ratio, divider_ratio");
    assertThat(bench.bench.tip().now().tipCelsius()).isLessThan(37.2);
  }

  @Test
  void aKnobTurnedAtTheFrontPanelIsSeenAtTheNextExchange() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.pass(0.005);
    bench.siglent.turnAmplitudeTo(1);
    assertThatThrownBy(() -> bench.run(generator, 0.2, 2))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("its amplitude is 1.000 Vpp")
        .hasMessageContaining("front panel");
    ScpiBench other = bench("keysight");
    ScpiGenerator second = heating(other);
    other.pass(0.005);
    other.keysight.turnFrequencyTo(100_000);
    assertThatThrownBy(() -> other.run(second, 0.2, 2))
        .hasMessageContaining("its frequency is 100000 Hz, set was 480000 Hz");
  }

  @Test
  void anErrorInTheInstrumentsQueueEndsTheExchange() throws DeviceException {
    ScpiBench bench = bench("keysight");
    bench.keysight.obey("NONSENSE");
    ScpiGenerator generator = heating(bench); // what was there before is drained
    bench.keysight.obey("NONSENSE");
    assertThatThrownBy(() -> bench.run(generator, 0.2, 2))
        .hasMessageContaining("-113,\"Undefined header\"");
  }

  @Test
  void aLeaseThatRunsOutTakesTheOutputDown() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.pass(0.24);
    generator.expire();
    bench.pass(0.01);
    assertThat(bench.path.powerWatts()).isGreaterThan(0.1);
    bench.pass(0.02);
    generator.expire();
    bench.pass(0.01);
    assertThat(bench.path.powerWatts()).isLessThan(0.001);
    assertThat(bench.run(generator, 0.2, 20).powerWatts()).isGreaterThan(0.15);
  }

  @Test
  void powerNeverPassesTheElectrodesCapWhateverIsCommanded() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.run(generator, 20, 10);
    assertThat(bench.path.powerWatts()).isLessThan(1);
  }

  @Test
  void anotherInstrumentThanTheFileSaysIsRefused() {
    ScpiBench bench = new ScpiBench(ScpiBench.SIGLENT.replace("SDG1032X", "SDG2042X"));
    assertThatThrownBy(bench::open)
        .hasMessageContaining("is \"Siglent Technologies,SDG1032X")
        .hasMessageContaining("the rig file says SDG2042X");
  }

  @Test
  void aScopeThatShowsNothingIsMissingAndNeverZero() throws DeviceException {
    ScpiBench bench = bench("siglent");
    ScpiGenerator generator = heating(bench);
    bench.scope.showNothing(true);
    RfReading before = bench.run(generator, 0.2, 1);
    RfReading after = bench.run(generator, 0.2, 5);
    assertThat(after.powerWatts()).isGreaterThan(0.1);
    assertThat(after.measuredNanos()).isEqualTo(before.measuredNanos());
    assertThatThrownBy(() -> bench.run(generator, 0.2, 10))
        .hasMessageContaining("shows no voltage (****)");
  }

  private static ScpiBench bench(String family) {
    return new ScpiBench(family.equals("siglent") ? ScpiBench.SIGLENT : ScpiBench.KEYSIGHT);
  }

  /** Half a second into 0.2 W. */
  private static ScpiGenerator heating(ScpiBench bench) throws DeviceException {
    ScpiGenerator generator = bench.open();
    bench.closeRelay();
    bench.run(generator, 0, 5);
    bench.run(generator, 0.2, 20);
    return generator;
  }
}
