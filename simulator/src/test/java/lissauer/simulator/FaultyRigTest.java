package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults at its ports make of a rig. */
class FaultyRigTest extends ScriptedRig {
  private static final String LATER = " when.after_seconds=2";

  @ParameterizedTest
  @CsvSource({"generator", "thermocouple", "interlock", "footswitch", "monitoring", "indicator"})
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

  @Test
  void theRecordNamesTheScriptAndASoundRigNamesNone() {
    assertThat(rig.devices()).noneMatch(line -> line.contains("fault"));
    play("at=relay what=welded");
    assertThat(rig.devices())
        .contains("fault script script", "scripted fault: relay welded, at once");
  }

  private void ask(String port) throws DeviceException {
    switch (port) {
      case "generator" -> rig.generator().exchange(RfCommand.OFF);
      case "thermocouple" -> rig.thermocouple().read();
      case "interlock" -> rig.interlock().closed();
      case "footswitch" -> rig.footswitch().pressed();
      case "monitoring" -> rig.monitoring().held();
      default -> rig.indicator().showRf(true);
    }
  }
}
