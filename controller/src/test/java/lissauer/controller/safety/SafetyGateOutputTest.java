package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gate makes of measured power and impedance. */
class SafetyGateOutputTest extends GateFixture {
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY})
  void aLawThatAsksForNoPowerTrips(double wanted) {
    assertTrip(tick(wanted), OutputTrip.InvalidPower.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {149, 3001, Double.NaN, Double.POSITIVE_INFINITY})
  void twoImpedancesOutsideTheWindowTripAndOneDoesNot(double bad) {
    heat(0.3);
    ohms = bad;
    assertThat(tick(0.3).trip()).isNull();
    assertTrip(tick(0.3), OutputTrip.ImpedanceOutside.class);
  }

  @Test
  void oneGoodImpedanceStartsTheCountAgain() {
    heat(0.3);
    for (int i = 0; i < 20; i++) {
      ohms = i % 2 == 0 ? 9000 : 930;
      assertThat(tick(0.3).trip()).isNull();
    }
  }

  @Test
  void anImpedanceIsNotJudgedWithRfOff() {
    ohms = Double.NaN;
    for (int i = 0; i < 20; i++) {
      assertThat(tick(0).trip()).isNull();
    }
  }

  @Test
  void impedanceIsJudgedAcrossTheBurstsOfPulsedRf() {
    ohms = 9000;
    assertTrip(bursts(60, 0.5), OutputTrip.ImpedanceOutside.class);
  }

  @Test
  void burstsThatAreTooStrongTripAtTheThird() {
    assertThat(bursts(60, 0.5).trip()).isNull();
    assertTrip(bursts(60, 0.8), OutputTrip.PowerAboveCommand.class);
    assertThat(now / TICK).isBetween(113L, 117L);
  }

  @Test
  void moreThanCommandedTripsAtTheThirdReading() {
    heat(0.3);
    measuredWatts = 0.3 * 1.2 + 0.05 + 0.01;
    assertThat(tick(0.3).trip()).isNull();
    assertThat(tick(0.3).trip()).isNull();
    assertTrip(tick(0.3), OutputTrip.PowerAboveCommand.class);
  }

  @Test
  void anExcessAfterALowerCommandIsFoundOnceTheHigherOnesAreBehind() {
    heat(0.6);
    Judgement judged = tick(0.1);
    int ticks = 0;
    while (judged.trip() == null && ticks < 100) {
      ticks++;
      judged = tick(0.1);
    }
    assertTrip(judged, OutputTrip.PowerAboveCommand.class);
    assertThat(ticks).isEqualTo(5);
  }

  @Test
  void aGeneratorThatHasGivenUpTripsAfterThreeTenthsOfASecond() {
    heat(0.3);
    measuredWatts = 0;
    int ticks = 1;
    Judgement judged = tick(0.3);
    while (judged.trip() == null && ticks < 100) {
      ticks++;
      judged = tick(0.3);
    }
    assertTrip(judged, OutputTrip.PowerBelowCommand.class);
    assertThat(ticks).isEqualTo(15);
  }

  @Test
  void aLittleLessThanCommandedIsNoFault() {
    heat(0.3);
    measuredWatts = 0.2;
    for (int i = 0; i < 100; i++) {
      assertThat(tick(0.3).trip()).isNull();
    }
  }

  @Test
  void aBurstsLeaseIsNoLongerThanTheBurst() {
    atMostSeconds = 0.04;
    assertThat(tick(0.5).allowed().leaseNanos()).isEqualTo(40_000_000);
  }

  @Test
  void moreThanTheAbsoluteCapTripsAtTheFirstReading() {
    heat(0.6);
    measuredWatts = 1.11;
    assertTrip(tick(0.6), OutputTrip.PowerAboveCommand.class);
  }

  @Test
  void powerThatIsNoNumberTrips() {
    heat(0.3);
    measuredWatts = Double.NaN;
    assertTrip(tick(0.3), OutputTrip.PowerAboveCommand.class);
  }

  @Test
  void aReadingThatAnswersAnEarlierCommandIsNoExcess() {
    double[] commands = new double[103];
    for (int i = 3; i < 103; i++) {
      commands[i] = 0.6 * (i % 5) / 4;
      measuredWatts = commands[i - 2];
      assertThat(tick(commands[i]).trip()).as("tick %d", i).isNull();
    }
  }

  @Test
  void anOutputThatStaysOnTripsAFifthOfASecondAfterOff() {
    heat(0.6);
    double offSeconds = 0;
    measuredWatts = 0.06;
    Judgement judged = tick(0);
    while (judged.trip() == null && offSeconds < 1) {
      offSeconds += 0.02;
      judged = tick(0);
    }
    assertTrip(judged, OutputTrip.OutputNotOff.class);
    assertThat(offSeconds).isBetween(0.18, 0.24);
  }

  @Test
  void anOutputStageThatStaysOnTripsEvenWhenItsMeterShowsNothing() {
    heat(0.6);
    outputStuck = true;
    measuredWatts = 0;
    Judgement judged = tick(0);
    for (int i = 0; i < 20 && judged.trip() == null; i++) {
      judged = tick(0);
    }
    assertTrip(judged, OutputTrip.OutputNotOff.class);
  }

  @Test
  void aReadingThatComesAgainIsCountedOnce() {
    heat(0.3);
    measuredWatts = 0.5;
    for (int i = 0; i < 10; i++) {
      assertThat(tick(0.3).trip()).isNull();
      readingAge += TICK;
    }
  }

  @Test
  void anImpedanceThatJumpsByHalfTripsAtTheSecondReading() {
    heat(0.3);
    ohms = 930 * 1.55;
    assertThat(tick(0.3).trip()).isNull();
    assertTrip(tick(0.3), OutputTrip.ImpedanceSpike.class);
  }

  @Test
  void anImpedanceThatRisesSlowlyIsNoSpikeButMayNotRiseForEver() {
    restThenHeat();
    Judgement judged = tick(0.3);
    int ticks = 0;
    while (judged.trip() == null && ticks < 2000) {
      ticks++;
      ohms *= 1.002;
      judged = tick(0.3);
    }
    assertTrip(judged, OutputTrip.ImpedanceUnexplained.class);
    assertThat(ohms).isGreaterThan(1000);
  }

  @Test
  void fluidThatTakesTheCurrentTrips() {
    restThenHeat();
    ohms = 400;
    assertThat(tick(0.3).trip()).isNull();
    assertTrip(tick(0.3), OutputTrip.ImpedanceUnexplained.class);
  }

  @Test
  void theFallOfImpedanceThatHeatBringsIsExpected() {
    restThenHeat();
    for (int i = 0; i < 200; i++) {
      ohms = Math.max(650, ohms - 10);
      assertThat(tick(0.3).trip()).isNull();
    }
  }

  private void restThenHeat() {
    celsius = 37;
    for (int i = 0; i < 10; i++) {
      tick(0);
    }
    heat(0.3);
  }
}
