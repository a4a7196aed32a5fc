package lissauer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import org.junit.jupiter.api.Test;

/** What faults of its link, set point and meters make of a generator. */
class FaultyMetersTest extends ScriptedRig {
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
}
