package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To the tick: when temperature and power stop belonging together. */
class HeatStateTest {
  private static final long TICK = 20_000_000;
  private static final double RISE = 70;

  private HeatState state = HeatState.ELSEWHERE;
  private long now;
  private double surprise;

  @Test
  void aFallOfExactlyTwoDegreesPassesAndAnyMoreTripsFromAFifthOfASecondOn() {
    step(0, 40);
    step(0.1, 40);
    for (int i = 1; i < 10; i++) {
      assertThat(step(0.1, 37)).as("tick %d, not yet a fifth of a second", i).isNull();
    }
    assertThat(step(0.1, 38)).isNull();
    assertThat(step(0.1, 37.99)).isInstanceOf(SensorTrip.FallsWhileHeated.class);
    state = HeatState.ELSEWHERE;
    step(0.1, 40);
    run(9, 0.1, 40);
    assertThat(step(0.1, 37)).as("at a fifth").isInstanceOf(SensorTrip.FallsWhileHeated.class);
  }

  @Test
  void afterASecondTheRiseMustBeAQuarterOfWhatCordGives() {
    step(0, 37);
    step(0.2, 37);
    assertThat(run(49, 0.2, 37)).isNull();
    double least = 37 + 0.25 * RISE * 0.2 - 0.5;
    assertThat(step(0.2, least)).as("exactly that").isNull();
    assertThat(step(0.2, least - 0.01)).isInstanceOf(SensorTrip.NotHeating.class);
  }

  @Test
  void theWeakestMomentOfTheLastSecondsCounts() {
    step(0, 37);
    step(0.5, 37);
    run(20, 0.5, 40);
    step(0.1, 40);
    run(28, 0.5, 40);
    double least = 37 + 0.25 * RISE * 0.1 - 0.5;
    assertThat(step(0.5, least)).isNull();
    assertThat(step(0.5, least - 0.01)).isInstanceOf(SensorTrip.NotHeating.class);
    assertThat(run(48, 0.5, 40)).as("the weak moment is still in the second before").isNull();
    run(2, 0.5, 60);
    assertThat(step(0.5, 40)).as("and then no more").isInstanceOf(SensorTrip.NotHeating.class);
  }

  @Test
  void aPauseBeginsTheSecondAnew() {
    step(0, 37);
    step(0.5, 37);
    run(40, 0.5, 37);
    step(0, 37);
    step(0.5, 37);
    assertThat(run(49, 0.5, 37)).isNull();
    assertThat(step(0.5, 37)).isInstanceOf(SensorTrip.NotHeating.class);
  }

  @Test
  void theRiseCountsFromTheTipBeforeAnyHeatHere() {
    step(0, 37);
    step(0.2, 37);
    run(10, 0.2, 45);
    step(0, 44);
    step(0.2, 43);
    assertThat(run(60, 0.2, 42)).as("5 °C above the start, 3 are needed").isNull();
  }

  @Test
  void withoutPowerThreeDegreesAndSixTimesTheNoiseAreTooMuch() {
    step(0, 37);
    step(0.2, 37);
    run(10, 0.2, 60);
    run(51, 0, 50);
    step(0, 48);
    assertThat(step(0, 51)).as("exactly three").isNull();
    assertThat(step(0, 51.01)).isInstanceOf(SensorTrip.HeatsWithoutPower.class);
    assertThat(state.failure(51.01 + 0.6, 0.1, 0, RISE, now)).isInstanceOf(Trip.class);
    assertThat(state.failure(51.59, 0.1, 0, RISE, now)).isNull();
  }

  @Test
  void inTheFirstSecondWithoutPowerTheSensorMayStillCatchUp() {
    step(0, 37);
    step(0.2, 37);
    run(10, 0.2, 60);
    step(0, 50);
    assertThat(run(50, 0, 58)).isNull();
    assertThat(run(60, 0, 58)).isNull();
    assertThat(step(0, 61.01)).isInstanceOf(SensorTrip.HeatsWithoutPower.class);
  }

  @Test
  void whatTheSensorReadsInExactlyThatSecondIsNotTheColdest() {
    now = 500 * TICK;
    step(0, 37);
    step(0.2, 37);
    run(10, 0.2, 60);
    step(0, 50);
    run(50, 0, 45); // to the end of the second
    assertThat(run(20, 0, 58)).isNull();
  }

  @Test
  void nothingNewIsTheSameState() {
    step(0, 37);
    step(0.2, 37);
    HeatState before = state;
    step(0.2, 38);
    assertThat(state).isSameAs(before);
  }

  @Test
  void tenSecondsWithoutPowerTakeAFifthOfTheRise() {
    step(0, 37);
    step(0.2, 37);
    run(10, 0.2, 60);
    step(0, 57);
    double most = 37 + 0.8 * 20;
    assertThat(run(500, 0, most)).as("for ten seconds").isNull();
    assertThat(step(0, most - 0.01)).isNull();
    assertThat(step(0, most)).isInstanceOf(RowTrip.NotCooling.class);
  }

  @Test
  void aSmallRiseNeedNotCool() {
    step(0, 37);
    step(0.2, 37);
    step(0.2, 46);
    step(0, 47);
    assertThat(run(600, 0, 47)).as("ten degrees are small").isNull();
  }

  @Test
  void oneAndAHalfDegreesOfSurpriseMayLast() {
    step(0, 37);
    surprise = -1.5;
    assertThat(run(100, 0.1, 50)).isNull();
    surprise = -1.51;
    assertThat(run(6, 0.1, 50)).isNull();
    assertThat(step(0.1, 50)).isInstanceOf(SensorTrip.TemperatureUnexplained.class);
    surprise = 0;
    assertThat(step(0.1, 50)).isNull();
  }

  @Test
  void surpriseCountsWithoutPowerToo() {
    step(0, 37);
    surprise = 2;
    assertThat(run(6, 0, 37)).isNull();
    assertThat(step(0, 37)).isInstanceOf(SensorTrip.TemperatureUnexplained.class);
  }

  private @Nullable Trip run(int ticks, double watts, double celsius) {
    Trip trip = null;
    for (int i = 0; i < ticks && trip == null; i++) {
      trip = step(watts, celsius);
    }
    return trip;
  }

  private @Nullable Trip step(double watts, double celsius) {
    now += TICK;
    state = state.after(watts > 0, watts, celsius, surprise, now);
    return state.failure(celsius, 0, surprise, RISE, now);
  }
}
