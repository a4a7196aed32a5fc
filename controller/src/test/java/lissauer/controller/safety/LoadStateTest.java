package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.RfReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To the reading: when an impedance is one that heat does not make. */
class LoadStateTest {
  private static final long TICK = 20_000_000;

  private LoadState state = LoadState.UNKNOWN;
  private long now;
  private double celsius = 37;
  private boolean placed = true;

  @Test
  void oneAndAHalfTimesTheLowestIsNoSpikeAndMoreIs() {
    assertThat(run(10, 0.3, 1000)).isNull();
    assertThat(run(10, 0.3, 1500)).isNull();
    state = LoadState.UNKNOWN;
    assertThat(run(10, 0.3, 1000)).isNull();
    assertThat(step(0.3, 1501)).isNull();
    assertThat(step(0.3, 1501)).isInstanceOf(OutputTrip.ImpedanceSpike.class);
  }

  @Test
  void theLowestIsRememberedForAQuarterToHalfASecond() {
    run(1, 0.3, 1000);
    assertThat(run(20, 0.3, 1400)).isNull();
    assertThat(step(0.3, 1600)).isNull();
    assertThat(step(0.3, 1600))
        .as("of the stretch before")
        .isInstanceOf(OutputTrip.ImpedanceSpike.class);
    state = LoadState.UNKNOWN;
    run(1, 0.3, 1000);
    assertThat(run(40, 0.3, 1400)).isNull();
    assertThat(run(10, 0.3, 1600)).as("and no longer").isNull();
  }

  @Test
  void afterAPauseTheLowestIsForgotten() {
    run(5, 0.3, 1000);
    now += 600_000_000;
    assertThat(run(5, 0.3, 2000)).isNull();
  }

  @Test
  void atRestAndOffTheTissueTheLowestIsForgotten() {
    run(5, 0.3, 1000);
    placed = false;
    run(1, 0, 1000);
    assertThat(run(10, 0.3, 1700)).isNull();
  }

  @Test
  void heatMayLowerItByOnePercentForEachDegree() {
    run(20, 0, 1000);
    celsius = 77;
    double expected = 1000 / 1.4;
    assertThat(run(5, 0.3, 0.651 * expected)).isNull();
    assertThat(step(0.3, 0.649 * expected)).isNull();
    assertThat(step(0.3, 0.649 * expected)).isInstanceOf(OutputTrip.ImpedanceUnexplained.class);
  }

  @Test
  void itMayNotRiseMuchAboveThatHoweverSlowly() {
    run(20, 0, 1000);
    celsius = 77;
    double expected = 1000 / 1.4;
    assertThat(run(20, 0.3, 1.2 * expected)).isNull();
    assertThat(run(20, 0.3, 1.599 * expected)).isNull();
    assertThat(step(0.3, 1.601 * expected)).isNull();
    assertThat(step(0.3, 1.601 * expected)).isInstanceOf(OutputTrip.ImpedanceUnexplained.class);
  }

  @Test
  void whatIsMeasuredAtRestIsSmoothed() {
    run(20, 0, 1000);
    step(0, 2000);
    assertThat(state.restOhms()).isEqualTo(1200);
    placed = false;
    step(0, 700);
    assertThat(state.restOhms()).as("elsewhere").isNaN();
    placed = true;
    step(0, 700);
    assertThat(state.restOhms()).as("anew").isEqualTo(700);
  }

  @Test
  void readingsWithoutPowerSayNothing() {
    run(20, 0, 1000);
    for (int i = 0; i < 20; i++) {
      assertThat(step(0.05, 100)).as("at the limit of no power").isNull();
    }
  }

  @Test
  void anOutputThatIsOnWithoutPowerIsHeldAgainstTheWindowAndNothingElse() {
    run(20, 0, 1000);
    for (int i = 0; i < 20; i++) {
      assertThat(on(0.05, 1700)).as("strange, but no heat").isNull();
    }
    assertThat(on(0.05, 9000)).isNull();
    assertThat(on(0.05, 9000)).isInstanceOf(OutputTrip.ImpedanceOutside.class);
  }

  @Test
  void aLowerValueIsTheLowestAtOnce() {
    run(2, 0.3, 1000);
    run(1, 0.3, 800);
    assertThat(step(0.3, 1250)).isNull();
    assertThat(step(0.3, 1250)).isInstanceOf(OutputTrip.ImpedanceSpike.class);
  }

  @Test
  void aValueThatHasNotChangedForLongIsRemembered() {
    run(27, 0.3, 1000);
    assertThat(step(0.3, 1600)).isNull();
    assertThat(step(0.3, 1600)).isInstanceOf(OutputTrip.ImpedanceSpike.class);
  }

  @Test
  void aStretchIsAQuarterOfASecondAndTheOneBeforeMustFollowOnIt() {
    at(0, 1000);
    at(249_999_999, 1400);
    assertThat(at(250_000_000, 1400)).as("a new stretch").isNull();
    assertThat(state.leastOhms()).isEqualTo(1400);
    assertThat(state.leastBeforeOhms()).isEqualTo(1000);
    at(749_999_999, 1400);
    assertThat(state.leastBeforeOhms()).isEqualTo(1400);
    at(1_249_999_999, 1400);
    assertThat(state.leastBeforeOhms()).as("too long ago").isInfinite();
  }

  @Test
  void theEdgesOfWhatHeatExplainsAreExplained() {
    run(20, 0, 1000);
    assertThat(run(10, 0.3, 650)).isNull();
    state = LoadState.UNKNOWN;
    run(20, 0, 1000);
    assertThat(run(10, 0.3, 1600)).isNull();
  }

  @Test
  void exactlyHalfAsMuchMoreIsUnexplainedAndNoSpike() {
    run(20, 0, 900);
    run(5, 0.3, 1000);
    assertThat(step(0.3, 1500)).isNull();
    assertThat(step(0.3, 1500)).isInstanceOf(OutputTrip.ImpedanceUnexplained.class);
  }

  @Test
  void oneOddReadingIsNone() {
    run(20, 0, 1000);
    for (int i = 0; i < 40; i++) {
      assertThat(step(0.3, i % 2 == 0 ? 1000 : 1590)).isNull();
    }
  }

  @Test
  void theWindowsEdgesAreInside() {
    assertThat(run(5, 0.3, 150)).isNull();
    state = LoadState.UNKNOWN;
    assertThat(run(5, 0.3, 3000)).isNull();
    assertThat(step(0.3, 3001)).isNull();
    assertThat(step(0.3, 3001)).isInstanceOf(OutputTrip.ImpedanceOutside.class);
  }

  private @Nullable Trip run(int ticks, double watts, double ohms) {
    Trip trip = null;
    for (int i = 0; i < ticks && trip == null; i++) {
      trip = step(watts, ohms);
    }
    return trip;
  }

  private @Nullable Trip at(long nanos, double ohms) {
    now = nanos - TICK;
    return step(0.3, ohms);
  }

  private @Nullable Trip step(double watts, double ohms) {
    return read(watts, ohms, watts > 0.05);
  }

  private @Nullable Trip on(double watts, double ohms) {
    return read(watts, ohms, true);
  }

  private @Nullable Trip read(double watts, double ohms, boolean on) {
    now += TICK;
    RfReading rf = new RfReading(now, 1, 1, watts, ohms, on);
    state = state.seeing(rf, celsius, placed, GateFixture.LIMITS, now);
    return state.failure(rf, celsius, GateFixture.LIMITS);
  }
}
