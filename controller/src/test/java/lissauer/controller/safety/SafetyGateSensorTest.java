package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import lissauer.controller.safety.OutputTrip.DoseExceeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate makes of a thermocouple that lives, lies or stands still. */
class SafetyGateSensorTest extends GateFixture {
  @ParameterizedTest
  @ValueSource(doubles = {-40, -8, 8, 19})
  void aChangeThatNoTipCanMakeTripsAtOnce(double change) {
    celsius = 60;
    tick(0);
    celsius += change;
    assertTrip(tick(0), SensorTrip.TemperatureJump.class);
  }

  @Test
  void theFastestTipMayHeatAndCool() {
    celsius = 40;
    tick(0);
    for (int i = 0; i < 10; i++) {
      celsius += i < 5 ? 6 : -6;
      assertThat(tick(0).trip()).isNull();
    }
  }

  @Test
  void aValueThatStandsStillWithRfOnTripsAfterOneAndAThirdSeconds() {
    heat(0.3);
    frozen = true;
    assertThat(ticksToTrip(0.3, SensorTrip.FrozenSample.class)).isBetween(65, 68);
  }

  @Test
  void aSensorThatIsTooCoarseToMoveAtRestIsNotCalledFrozen() {
    frozen = true;
    celsius = 37;
    for (int i = 0; i < 40; i++) {
      assertThat(tick(0).trip()).isNull();
    }
    heat(0.3);
    for (int i = 0; i < 200; i++) {
      assertThat(tick(0.3).trip()).isNull();
    }
  }

  @Test
  void aSampleThatComesAgainIsNotASecondOne() {
    heat(0.3);
    SensorState once = state.sensor();
    for (int i = 1; i < 10; i++) {
      sampleAge = i * TICK;
      assertThat(tick(0.3).trip()).isNull();
      assertThat(state.sensor()).isSameAs(once);
    }
  }

  @Test
  void scatterOfMoreThanTwoDegreesTrips() {
    java.util.Random random = new java.util.Random(7);
    assertThat(ticksToTrip(i -> 60 + 2.6 * random.nextGaussian(), SensorTrip.class)).isLessThan(60);
  }

  @Test
  void scatterOfHalfADegreeDoesNot() {
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 1000; i++) {
      celsius = 60 + 0.5 * random.nextGaussian();
      assertThat(tick(0).trip()).isNull();
    }
  }

  @Test
  void theCornersOfAFastRampAreNoScatterOnASlowConverter() {
    double[] course = {38, 38, 38, 54, 70, 75, 75, 75, 75, 75, 75, 63, 55, 50, 47, 45, 43, 42, 41};
    for (double at : course) {
      now += 11 * TICK;
      celsius = at;
      assertThat(tick(0).trip()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {4.9, 45.1, 27, Double.POSITIVE_INFINITY})
  void aColdJunctionThatNoConnectorHasTrips(double cold) {
    tick(0);
    coldCelsius = cold;
    assertTrip(tick(0), SensorTrip.ColdJunction.class);
  }

  @Test
  void aConnectorMayWarmSlowlyOrBeUntold() {
    for (int i = 0; i < 500; i++) {
      coldCelsius = 23 + 0.5 * i * 0.02;
      assertThat(tick(0).trip()).isNull();
    }
    coldCelsius = Double.NaN;
    assertThat(tick(0).trip()).isNull();
    coldCelsius = 30;
    assertThat(tick(0).trip()).as("told again").isNull();
  }

  @Test
  void whatIsNoNumberIsForgottenWithTheNextGoodSample() {
    celsius = 37;
    tick(0);
    for (double bad : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
      celsius = bad;
      assertTrip(tick(0), SensorTrip.InvalidSample.class);
      celsius = 37;
      assertThat(tick(0).trip()).isNull();
    }
  }

  @Test
  void aReversedThermocoupleIsFoundByItsFall() {
    coldHeat(0.1);
    assertThat(ticksToTrip(i -> 37 - 0.2 * i, SensorTrip.FallsWhileHeated.class)).isBetween(8, 14);
  }

  @Test
  void aShortedThermocoupleIsFoundAfterOneSecondOfPower() {
    coldHeat(0.1);
    assertThat(ticksToTrip(i -> 37.2, SensorTrip.NotHeating.class)).isBetween(47, 51);
  }

  @Test
  void theWeakestHeatingThatTissueAllowsPasses() {
    coldHeat(0.1);
    for (int i = 0; i < 100; i++) {
      celsius = 37 + 2 * Math.min(1, i / 40.0);
      assertThat(tick(0.1).trip()).isNull();
    }
  }

  @Test
  void aTipThatWarmsWithRfOffTrips() {
    heat(0.3);
    measuredWatts = 0;
    celsius = 66;
    for (int i = 0; i < 60; i++) {
      celsius -= 0.3;
      assertThat(tick(0).trip()).isNull();
    }
    assertThat(ticksToTrip(i -> 48 + 0.1 * i, SensorTrip.HeatsWithoutPower.class))
        .isBetween(28, 33);
  }

  @Test
  void aTipThatStaysHotWithRfOffTripsAfterTenSeconds() {
    heat(0.3);
    measuredWatts = 0;
    assertThat(ticksToTrip(i -> 67 - 0.005 * i, RowTrip.NotCooling.class)).isBetween(499, 503);
  }

  @Test
  void aModelThatIsTakenAbackForAnEighthOfASecondTrips() {
    heat(0.3);
    surpriseKelvin = 1.6;
    assertThat(ticksToTrip(0.3, SensorTrip.TemperatureUnexplained.class)).isBetween(6, 8);
    surpriseKelvin = Double.NaN;
    assertThat(ticksToTrip(0.3, SensorTrip.TemperatureUnexplained.class)).isLessThan(8);
  }

  @Test
  void aSurpriseThatPassesIsNone() {
    heat(0.3);
    for (int i = 0; i < 100; i++) {
      surpriseKelvin = i % 6 == 5 ? 0 : -3;
      assertThat(tick(0.3).trip()).isNull();
    }
  }

  @Test
  void eachDoseHasItsLimit() {
    heat(0.3);
    celsius = 72.5;
    tick(0.3);
    celsius = 77.5;
    Judgement judged = tick(0.3);
    for (int i = 0; i < 200 && judged.trip() == null; i++) {
      judged = tick(0.3);
    }
    assertThat(judged.trip()).isInstanceOf(DoseExceeded.class);
    assertThat(((DoseExceeded) judged.trip()).kind()).isEqualTo(DoseExceeded.Kind.SITE_HOT);
    assertThat(((DoseExceeded) judged.trip()).given()).isBetween(2.0, 2.05);
  }

  private void coldHeat(double watts) {
    celsius = 37;
    tick(watts);
    tick(watts);
    measuredWatts = watts;
  }

  private int ticksToTrip(double watts, Class<? extends Trip> expected) {
    return ticksToTrip(_ -> celsius, watts, expected);
  }

  private int ticksToTrip(IntToDoubleFunction course, Class<? extends Trip> expected) {
    return ticksToTrip(course, measuredWatts, expected);
  }

  private int ticksToTrip(
      IntToDoubleFunction course, double watts, Class<? extends Trip> expected) {
    for (int i = 0; i < 2000; i++) {
      celsius = course.applyAsDouble(i);
      Judgement judged = tick(watts);
      if (judged.trip() != null) {
        assertTrip(judged, expected);
        return i;
      }
    }
    throw new AssertionError("no trip in 2000 ticks");
  }
}
