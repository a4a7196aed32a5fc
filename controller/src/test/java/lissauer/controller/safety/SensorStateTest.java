package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.Quality;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To the edge: when a thermocouple is none any more. */
class SensorStateTest {
  private static final long TICK = 20_000_000;

  private SensorState state = SensorState.UNKNOWN;
  private long now = 50 * TICK;
  private double coldCelsius = 23;
  private boolean heated;

  @Test
  void aSwingOfThreeDegreesFromSampleToSampleIsNoiseAndOneOfTwoIsNot() {
    Trip trip = null;
    for (int i = 0; i < 100 && trip == null; i++) {
      trip = step(60 + (i % 2) * 3);
    }
    assertThat(trip).isInstanceOf(SensorTrip.NoisySample.class);
    state = SensorState.UNKNOWN;
    for (int i = 0; i < 100; i++) {
      assertThat(step(60 + (i % 2) * 2)).isNull();
    }
  }

  @Test
  void twoDegreesOfNoiseAreAllowed() {
    assertThat(with(2, 0, 0).failure(sample(60), false)).isNull();
    assertThat(with(Math.nextUp(2f), 0, 0).failure(sample(60), false))
        .isInstanceOf(SensorTrip.NoisySample.class);
  }

  @Test
  void theGreatestChangeIsAllowed() {
    step(20);
    now += 230_000_000; // a quarter of a second in all
    assertThat(step(73)).as("3 °C and 200 °C/s").isInstanceOf(SensorTrip.NoisySample.class);
    assertThat(step(81)).isInstanceOf(SensorTrip.TemperatureJump.class);
  }

  @Test
  void whatStoodStillForATickAtRestIsStillLivelyWhenItFreezes() {
    step(36);
    step(37);
    step(37);
    heated = true;
    for (int i = 0; i < 64; i++) {
      assertThat(step(37)).as("after %d ticks", i).isNull();
    }
    assertThat(step(37)).isInstanceOf(SensorTrip.FrozenSample.class);
  }

  @Test
  void halfASecondAtRestIsStillLivelyAndMoreIsNot() {
    long longAgo = now - 2_000_000_000L;
    assertThat(with(0, 0.5f, longAgo).failure(sample(60), true))
        .isInstanceOf(SensorTrip.FrozenSample.class);
    assertThat(with(0, Math.nextUp(0.5f), longAgo).failure(sample(60), true)).isNull();
    assertThat(with(0, 0.5f, longAgo).failure(sample(60), false)).as("not heated").isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 45})
  void theEdgesOfAPlausibleColdJunctionArePlausible(double edge) {
    coldCelsius = edge;
    assertThat(step(60)).isNull();
    assertThat(step(61)).isNull();
    coldCelsius += edge < 20 ? -0.01 : 0.01;
    assertThat(step(60)).isInstanceOf(SensorTrip.ColdJunction.class);
  }

  @Test
  void aColdJunctionMayChangeByThreeDegreesAndIsFollowedWithinSeconds() {
    step(60);
    coldCelsius = 26;
    assertThat(step(61)).isNull();
    for (int i = 0; i < 50; i++) {
      assertThat(step(60 + i % 2)).isNull();
    }
    coldCelsius = 27;
    assertThat(step(60)).as("a third followed after a second").isInstanceOf(Trip.class);
    state = SensorState.UNKNOWN;
    coldCelsius = 23;
    step(60);
    coldCelsius = 26;
    for (int i = 0; i < 300; i++) {
      assertThat(step(61 + i % 2)).isNull();
    }
    coldCelsius = 28;
    assertThat(step(60)).as("after six").isNull();
  }

  private SensorState with(float noiseKelvin, float stillestSeconds, long changedNanos) {
    return new SensorState(now, 60, changedNanos, 0, 0.02f, noiseKelvin, stillestSeconds, 23, 0);
  }

  private TemperatureSample sample(double celsius) {
    return new TemperatureSample(now, celsius, coldCelsius, Quality.GOOD);
  }

  private @Nullable Trip step(double celsius) {
    now += TICK;
    state = state.seeing(sample(celsius), heated);
    return state.failure(sample(celsius), heated);
  }
}
