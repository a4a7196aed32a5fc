package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.RfCommand;
import org.junit.jupiter.api.Test;

/** What others ask of the gate and its memory. */
class GateStateTest extends GateFixture {
  @Test
  void tripsAreCountedAndNothingElseIsForgotten() {
    heat(0.3);
    GateState twice = state.tripped().tripped();
    assertThat(twice.trips()).isEqualTo(2);
    assertThat(twice.dose()).isEqualTo(state.dose());
  }

  @Test
  void aSiteIsHeatedOnceRfWasOnThere() {
    assertThat(state.heated(0)).isFalse();
    heat(0.3);
    assertThat(state.heated(0)).isTrue();
    assertThat(state.heated(1)).isFalse();
    measuredWatts = 0;
    tick(0);
    site = 1;
    tick(0);
    assertThat(state.heated(1)).isFalse();
    assertThat(state.rowJoules()).isPositive().isEqualTo(state.dose().rowJoules());
  }

  @Test
  void anOutputIsOffWhenItSaysSoAndNoPowerIsMeasured() {
    measuredWatts = 0.3;
    assertThat(gate.off(inputs().rf())).isFalse();
    measuredWatts = 0;
    assertThat(gate.off(inputs().rf())).isTrue();
    outputStuck = true;
    assertThat(gate.off(inputs().rf())).isFalse();
  }

  @Test
  void noPowerIsTheCommandOff() {
    assertThat(tick(0).allowed()).isEqualTo(RfCommand.OFF);
    assertThat(tick(0.00001).allowed()).as("less than a step").isEqualTo(RfCommand.OFF);
  }

  @Test
  void fiftyMilliwattsHeatNothing() {
    tick(0.3);
    measuredWatts = 0.05;
    tick(0.3);
    assertThat(state.heat().powerNanos()).isEqualTo(HeatState.NEVER);
    measuredWatts = 0.0501;
    tick(0.3);
    assertThat(state.heat().powerNanos()).isEqualTo(now);
  }

  @Test
  void aGapOfTwoTenthsOfASecondIsAllowedAndNoMore() {
    heat(0.3);
    now += 9 * TICK;
    assertThat(tick(0.3).trip()).isNull();
    now += 9 * TICK + 1000;
    assertTrip(tick(0.3), RigTrip.DeadlineMissed.class);
  }

  @Test
  void theLongestRfTimeIsAllowed() {
    tick(0);
    state = rfOn(LIMITS.rfOnSeconds());
    assertThat(tick(0).trip()).isNull();
    state = rfOn(Math.nextUp(LIMITS.rfOnSeconds()));
    assertTrip(tick(0), OutputTrip.RfTimeExceeded.class);
  }

  @Test
  void onlyWhoEndsTheRunEndsIt() {
    assertThat(StopSource.TERMINAL.last()).isTrue();
    assertThat(StopSource.RECORD.last()).isTrue();
    assertThat(StopSource.FOOTSWITCH.last()).isFalse();
    assertThat(StopSource.TELEMETRY.last()).isFalse();
    assertThat(StopSource.FOOTSWITCH.described()).isEqualTo("the footswitch");
    assertThat(new RigTrip.Stopped(StopSource.FOOTSWITCH).interrupts()).isTrue();
    assertThat(new RigTrip.InterlockOpen().interrupts()).isFalse();
  }

  private GateState rfOn(double seconds) {
    return new GateState(
        state.tickNanos(),
        state.measuredNanos(),
        state.output(),
        state.load(),
        state.sensor(),
        state.heat(),
        new DoseState(0, seconds, 0, 0, 0, 0, 0, 0),
        0);
  }
}
