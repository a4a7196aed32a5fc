package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.Rig;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each fault does to a rig: to its ports, and to the truth behind them. */
class FaultyRigTest {
  private static final RfCommand HEAT = new RfCommand(0.2, 250_000_000);
  private static final String LATER = " when.after_seconds=2";

  private SimulatedBench bench = BenchFixture.stepped();
  private Rig rig = bench.rig("bench", BenchFixture.electrode().caps());

  @ParameterizedTest
  @CsvSource({"generator", "thermocouple", "interlock", "footswitch", "indicator"})
  void aPortThatIsOffThrowsInItsOwnName(String port) throws DeviceException {
    play("at=" + port + " what=off" + LATER);
    ask(port);
    pass(2.5);
    assertThatThrownBy(() -> ask(port))
        .isInstanceOf(DeviceException.class)
        .extracting(e -> ((DeviceException) e).device())
        .isEqualTo(port);
  }

  @Test
  void relayAndPositionerHaveTwoWaysThatFailApart() throws DeviceException {
    play("at=relay_drive what=off|at=positioner_move what=off");
    assertThat(rig.relay().closed()).isFalse();
    assertThat(rig.positioner().read().settled()).isTrue();
    assertThatThrownBy(() -> rig.relay().drive(true)).isInstanceOf(DeviceException.class);
    assertThatThrownBy(() -> rig.positioner().moveTo(new TipPosition(1, 2)))
        .isInstanceOf(DeviceException.class);
    play("at=relay_contact what=off|at=positioner_reading what=off");
    rig.relay().drive(true);
    rig.positioner().moveTo(new TipPosition(1, 2));
    assertThatThrownBy(() -> rig.relay().closed()).isInstanceOf(DeviceException.class);
    assertThatThrownBy(() -> rig.positioner().read()).isInstanceOf(DeviceException.class);
  }

  @Test
  void aContactThatIsWrongSaysTheOppositeAndOneThatIsStuckSaysWhatItSaid() throws DeviceException {
    play("at=interlock what=wrong|at=relay_contact what=stuck");
    assertThat(rig.interlock().closed()).isFalse();
    assertThat(rig.relay().closed()).isFalse();
    close();
    assertThat(bench.relay().closed()).isTrue();
    assertThat(rig.relay().closed()).isFalse();
  }

  @Test
  void garbageOfAContactIsBothInTurnAndTheSameForTheSameSeed() throws DeviceException {
    play("at=footswitch what=garbage");
    boolean[] first = new boolean[40];
    for (int i = 0; i < first.length; i++) {
      first[i] = rig.footswitch().pressed();
    }
    assertThat(first).contains(true, false);
    play("at=footswitch what=garbage");
    for (boolean pressed : first) {
      assertThat(rig.footswitch().pressed()).isEqualTo(pressed);
    }
  }

  @Test
  void eachMeterLiesByItselfWhileTheOthersTellTheTruth() throws DeviceException {
    play(
        "at=generator_volts what=off|at=generator_amps what=wrong ratio=3"
            + "|at=generator_impedance what=wrong offset_ohms=100"
            + "|at=generator_output what=wrong|at=generator_power what=stuck");
    RfReading lying = heated();
    assertThat(lying.voltsRms()).isNaN();
    assertThat(lying.powerWatts()).isZero();
    assertThat(lying.outputOn()).isFalse();
    play("at=generator_power what=ok");
    RfReading honest = heated();
    assertThat(honest.powerWatts()).isCloseTo(0.2, within(0.001));
    assertThat(lying.ampsRms()).isCloseTo(3 * honest.ampsRms(), within(1e-9));
    assertThat(lying.impedanceOhms()).isCloseTo(honest.impedanceOhms() + 100, within(1e-9));
  }

  @Test
  void aSlowMeterFollowsAndALateOneRepeatsWhatWas() throws DeviceException {
    play(
        "at=generator_power what=slow lag_seconds=0.2"
            + "|at=generator_impedance what=delayed delay_seconds=1");
    double cold = rig.generator().exchange(RfCommand.OFF).impedanceOhms();
    close();
    rig.generator().exchange(HEAT);
    RfReading reading = ticks(11);
    assertThat(reading.powerWatts()).isBetween(0.09, 0.17);
    assertThat(cold).isNaN();
    assertThat(reading.impedanceOhms()).isNaN();
    reading = ticks(50);
    assertThat(reading.powerWatts()).isCloseTo(0.2, within(0.002));
    assertThat(reading.impedanceOhms()).isBetween(1000.0, 1310.0);
  }

  @Test
  void setPointsThatNoLongerArriveEndWithTheLease() throws DeviceException {
    play("at=generator_command what=off when.after_seconds=1");
    close();
    pass(0.7);
    rig.generator().exchange(HEAT);
    ticks(15);
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
    ticks(15);
    assertThat(bench.truth().powerWatts()).isZero();
  }

  @Test
  void aStuckSetPointIsRenewedWhateverIsCommanded() throws DeviceException {
    play("at=generator_command what=stuck when.after_seconds=1");
    close();
    pass(0.7);
    for (int i = 0; i < 20; i++) {
      rig.generator().exchange(HEAT);
      pass(0.02);
    }
    for (int i = 0; i < 50; i++) {
      rig.generator().exchange(RfCommand.OFF);
      pass(0.02);
    }
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
  }

  @Test
  void aSetPointThatIsWrongStaysOffWhenItIsOff() throws DeviceException {
    play("at=generator_command what=wrong ratio=2 offset_watts=0.1");
    close();
    rig.generator().exchange(HEAT);
    assertThat(bench.truth().powerWatts()).isEqualTo(0.5);
    rig.generator().exchange(RfCommand.OFF);
    assertThat(bench.truth().powerWatts()).isZero();
  }

  @Test
  void aLostLinkTakesTheTimeOfItsDriverAndLeavesTheRestToTheLease() throws DeviceException {
    play("at=generator what=off when.after_seconds=1");
    close();
    pass(0.8);
    rig.generator().exchange(HEAT);
    pass(0.2);
    long before = rig.clock().nanos();
    assertThatThrownBy(() -> rig.generator().exchange(RfCommand.OFF)).hasMessageContaining("45 ms");
    assertThat(rig.clock().nanos() - before).isEqualTo(45_000_000);
    rig.generator().close();
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
    pass(0.02);
    assertThat(bench.truth().powerWatts()).isZero();
  }

  @Test
  void aLateAnswerIsWaitedForUpToATenthOfASecond() throws DeviceException {
    play("at=generator what=delayed delay_seconds=0.03");
    long before = rig.clock().nanos();
    rig.generator().exchange(RfCommand.OFF);
    assertThat(rig.clock().nanos() - before).isEqualTo(30_000_000);
    play("at=generator what=delayed delay_seconds=5");
    long again = rig.clock().nanos();
    assertThatThrownBy(() -> rig.generator().exchange(RfCommand.OFF))
        .hasMessageContaining("100 ms");
    assertThat(rig.clock().nanos() - again).isEqualTo(100_000_000);
  }

  @Test
  void aGarbledReplyMeansThatTheCommandHasArrived() throws DeviceException {
    play("at=generator what=garbage when.after_seconds=1");
    close();
    pass(1);
    assertThatThrownBy(() -> rig.generator().exchange(HEAT)).hasMessageContaining("checksum");
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
  }

  @Test
  void aStuckReplyKeepsItsTimeStampAndItsCommandIsNotHeard() throws DeviceException {
    play("at=generator what=stuck when.after_seconds=1");
    RfReading first = rig.generator().exchange(RfCommand.OFF);
    close();
    pass(1);
    assertThat(rig.generator().exchange(HEAT)).isEqualTo(first);
    assertThat(bench.truth().powerWatts()).isZero();
  }

  @Test
  void aThermocoupleThatIsLateKeepsTheTimeOfItsConversion() throws DeviceException {
    play("at=thermocouple what=delayed delay_seconds=0.4");
    for (int i = 0; i < 50; i++) {
      rig.thermocouple().read();
      pass(0.02);
    }
    double ageSeconds = (rig.clock().nanos() - rig.thermocouple().read().sampledNanos()) * 1e-9;
    assertThat(ageSeconds).isBetween(0.38, 0.44);
  }

  @Test
  void aStuckThermocoupleHasFreshTimeStampsAndAWrongOneAnOffset() throws DeviceException {
    play("at=thermocouple what=stuck|at=thermocouple what=wrong offset_kelvin=-9" + LATER);
    close();
    final TemperatureSample cold = rig.thermocouple().read();
    rig.generator().exchange(HEAT);
    pass(0.2);
    TemperatureSample later = rig.thermocouple().read();
    assertThat(later.tipCelsius()).isEqualTo(cold.tipCelsius());
    assertThat(later.sampledNanos()).isGreaterThan(cold.sampledNanos());
    pass(2);
    assertThat(rig.thermocouple().read().tipCelsius()).isEqualTo(cold.tipCelsius() - 9);
  }

  @Test
  void whatIsDrivenComesLateNotAtAllOrTheWrongWayRound() throws DeviceException {
    play("at=relay_drive what=delayed delay_seconds=0.5");
    rig.relay().drive(true);
    pass(0.4);
    assertThat(bench.relay().closed()).isFalse();
    pass(0.2);
    assertThat(bench.relay().closed()).isTrue();
    play("at=relay_drive what=stuck");
    close();
    assertThat(bench.relay().closed()).isFalse();
    play("at=relay_drive what=wrong");
    rig.relay().drive(false);
    pass(0.1);
    assertThat(bench.relay().closed()).isTrue();
  }

  @Test
  void aTipThatIsTakenToTheWrongPlaceIsThere() throws DeviceException {
    play("at=positioner_move what=wrong offset_millimetres=1.5");
    rig.positioner().moveTo(new TipPosition(2, 2));
    pass(3);
    assertThat(bench.tip().position()).isEqualTo(new TipPosition(3.5, 2));
    assertThat(rig.positioner().read().alongMillimetres()).isEqualTo(3.5);
  }

  @Test
  void thePauseOfAClockComesOnceAndSlownessEveryTime() {
    play("at=clock what=delayed delay_seconds=0.7|at=clock what=slow lag_seconds=0.01");
    rig.clock().sleepUntil(20_000_000);
    assertThat(rig.clock().nanos()).isEqualTo(730_000_000);
    rig.clock().sleepUntil(740_000_000);
    assertThat(rig.clock().nanos()).isEqualTo(750_000_000);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "stuck_on power_watts=1.5,  1.5, 1.5",
    "stays_on,                  0.2, 0.2",
    "scaled power_ratio=4,      0.8, 0",
    "set_by_other power_watts=0.5, 0.5, 0",
    "lease_ignored,             0.2, 0",
  })
  void anOutputStageOfItsOwnMind(String how, double toldOnWatts, double toldOffWatts)
      throws DeviceException {
    play("at=output_stage what=" + how);
    close();
    rig.generator().exchange(HEAT);
    assertThat(bench.truth().powerWatts()).isEqualTo(toldOnWatts);
    rig.generator().exchange(RfCommand.OFF);
    assertThat(bench.truth().powerWatts()).isEqualTo(toldOffWatts);
    rig.relay().drive(false);
    pass(0.1);
    assertThat(bench.truth().powerWatts()).isZero();
  }

  @Test
  void anIgnoredLeaseGoesOnForGood() throws DeviceException {
    play("at=output_stage what=lease_ignored");
    close();
    rig.generator().exchange(HEAT);
    pass(2);
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
  }

  @Test
  void aWeldedContactStaysClosedOnceItWasAndABurntOneOpens() throws DeviceException {
    play("at=relay what=welded|at=relay what=never_closes when.after_seconds=3");
    assertThat(bench.relay().closed()).isFalse();
    close();
    rig.relay().drive(false);
    pass(0.5);
    assertThat(rig.relay().closed()).isTrue();
    pass(3);
    assertThat(rig.relay().closed()).isFalse();
  }

  @Test
  void theCircuitChangesWhatTheGeneratorSeesAndWhatTheTipGets() throws DeviceException {
    double whole = circuit("at=interlock what=ok").impedanceOhms();
    assertThat(bench.truth().powerWatts()).isEqualTo(0.2);
    assertThat(circuit("at=circuit what=open").impedanceOhms()).isGreaterThan(1e6);
    assertThat(bench.truth().powerWatts()).isLessThan(1e-5);
    assertThat(circuit("at=circuit what=short").impedanceOhms()).isEqualTo(10);
    assertThat(bench.truth().powerWatts()).isZero();
    assertThat(
            circuit("at=circuit what=withdrawn impedance_ratio=0.4 heat_ratio=0.3").impedanceOhms())
        .isBetween(0.4 * whole, 0.43 * whole); // less heat, so less of a fall
    assertThat(bench.truth().powerWatts()).isCloseTo(0.06, within(1e-9));
    assertThat(circuit("at=circuit what=char rise_seconds=0.5").impedanceOhms())
        .isCloseTo(3 * whole, within(10.0));
    assertThat(bench.truth().powerWatts()).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void aCharClimbs() throws DeviceException {
    play("at=circuit what=char impedance_ratio=3 rise_seconds=1 when.after_seconds=1");
    close();
    pass(0.8);
    double[] ohms =
        IntStream.range(0, 5)
            .mapToDouble(_ -> {
              pass(0.25);
              return bench.load().magnitudeOhms();
            })
            .toArray();
    assertThat(ohms).isSorted();
    assertThat(ohms[4]).isCloseTo(3 * 1305, within(30.0));
  }

  @Test
  void theTruthTellsWhenTheFaultCameAndWhatItDid() throws DeviceException {
    play("at=output_stage what=stuck_on power_watts=1 when.after_seconds=1");
    close();
    rig.generator().exchange(HEAT);
    pass(0.45);
    assertThat(bench.truth().faults()).isEmpty();
    assertThat(bench.truth().afterPeakCelsius()).isNaN();
    pass(0.75);
    assertThat(bench.truth().faults()).hasSize(1);
    assertThat(bench.truth().faults().getFirst().atNanos()).isEqualTo(1_000_000_000);
    assertThat(bench.truth().afterJoules()).isCloseTo(0.25, within(1e-6));
    double peak = bench.truth().tipCelsius();
    rig.relay().drive(false);
    pass(1);
    assertThat(bench.truth().contactClosed()).isFalse();
    assertThat(bench.truth().heatedNanos()).isEqualTo(1_260_000_000);
    assertThat(bench.truth().afterPeakCelsius()).isBetween(peak, peak + 10);
    assertThat(bench.truth().tipCelsius()).isLessThan(peak);
  }

  @Test
  void theRecordNamesTheScriptAndASoundRigNamesNone() {
    assertThat(rig.devices()).noneMatch(line -> line.contains("fault"));
    play("at=relay what=welded");
    assertThat(rig.devices())
        .contains("fault script script", "scripted fault: relay welded, at once");
  }

  private RfReading circuit(String script) throws DeviceException {
    play(script);
    return heated();
  }

  private RfReading heated() throws DeviceException {
    close();
    rig.generator().exchange(HEAT);
    return ticks(30);
  }

  private RfReading ticks(int count) throws DeviceException {
    RfReading reading = null;
    for (int i = 0; i < count; i++) {
      pass(0.02);
      reading = rig.generator().exchange(HEAT);
    }
    return java.util.Objects.requireNonNull(reading);
  }

  private void play(String script) {
    bench = BenchFixture.scripted(script);
    rig = bench.rig("bench", BenchFixture.electrode().caps());
  }

  private void close() throws DeviceException {
    rig.relay().drive(true);
    pass(0.05);
  }

  private void pass(double seconds) {
    bench.clock().sleepUntil(bench.clock().nanos() + Math.round(seconds * 1e9));
  }

  private void ask(String port) throws DeviceException {
    switch (port) {
      case "generator" -> rig.generator().exchange(RfCommand.OFF);
      case "thermocouple" -> rig.thermocouple().read();
      case "interlock" -> rig.interlock().closed();
      case "footswitch" -> rig.footswitch().pressed();
      default -> rig.indicator().showRf(true);
    }
  }
}
