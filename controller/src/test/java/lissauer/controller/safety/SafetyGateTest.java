package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.DeviceFault;
import lissauer.hal.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyGateTest extends GateFixture {
  @Test
  void aSoundTickPassesWhatTheLawWants() {
    Judgement judged = tick(0.3);
    assertThat(judged.trip()).isNull();
    assertThat(judged.allowed().powerWatts()).isEqualTo(0.3);
    assertThat(judged.allowed().leaseNanos()).isEqualTo(250_000_000);
  }

  @Test
  void moreThanTheLimitIsCutToTheLimit() {
    assertThat(tick(5).allowed().powerWatts()).isEqualTo(0.6);
  }

  @Test
  void powerIsRoundedDownToWhatAFrontEndResolves() {
    assertThat(tick(0.30019).allowed().powerWatts()).isEqualTo(0.3001);
  }

  @Test
  void atTheTemperatureLimitNothingTripsAndAboveItDoes() {
    celsius = 80;
    assertThat(tick(0.3).trip()).isNull();
    celsius = 80.01;
    assertTrip(tick(0.3), SensorTrip.OverTemperature.class);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GOOD")
  void aSampleThatIsNotGoodTripsInTheSameTick(Quality bad) {
    quality = bad;
    assertTrip(tick(0.3), SensorTrip.InvalidSample.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aTemperatureThatIsNoNumberTripsEvenWhenItsQualityIsGood(double bad) {
    celsius = bad;
    assertTrip(tick(0.3), SensorTrip.InvalidSample.class);
  }

  @Test
  void anOldSampleTrips() {
    sampleAge = 250_000_000;
    assertThat(tick(0.3).trip()).isNull();
    sampleAge = 250_000_001;
    assertTrip(tick(0.3), SensorTrip.StaleSample.class);
  }

  @Test
  void anOldReadingOfTheGeneratorTrips() {
    readingAge = 260_000_000;
    assertTrip(tick(0.3), OutputTrip.StaleReading.class);
  }

  @Test
  void aPauseWithRfOffDoesNotMakeReadingsOld() {
    tick(0);
    now += 10_000_000_000L;
    assertThat(tick(0).trip()).isNull();
  }

  @Test
  void aLoopThatStoodStillWithRfOnTripsWithTheLengthOfTheGap() {
    tick(0.3);
    now += 300_000_000;
    Judgement judged = tick(0.3);
    assertTrip(judged, RigTrip.DeadlineMissed.class);
    assertThat(judged.trip()).extracting("gapSeconds").isEqualTo(0.32);
  }

  @Test
  void aTimeStampFromTheFutureIsNotBelieved() {
    sampleAge = -300_000_000;
    assertTrip(tick(0), SensorTrip.StaleSample.class);
    sampleAge = 0;
    readingAge = -300_000_000;
    assertTrip(tick(0), OutputTrip.StaleReading.class);
  }

  @Test
  void rfTimeAddsUpAtOneSiteAndBeginsAnewAtTheNext() {
    heat(0.3);
    double seconds = 0.14;
    Judgement judged = tick(0.3);
    while (judged.trip() == null && seconds < 100) {
      seconds += 0.02;
      judged = tick(0.3);
    }
    assertTrip(judged, OutputTrip.RfTimeExceeded.class);
    assertThat(seconds).isBetween(59.9, 60.1);
    now += TICK;
    assertThat(
            gate.judge(state, inputs(), new Request(0, 1, 1, true, 0), now).state().rfOnSeconds())
        .isLessThan(0.1);
  }

  @Test
  void anOpenInterlockTripsEvenWithRfOff() {
    interlock = false;
    assertTrip(tick(0), RigTrip.InterlockOpen.class);
  }

  @Test
  void anOpenRelayTripsOnlyWhereRfIsWanted() {
    relay = false;
    assertThat(tick(0).trip()).isNull();
    assertTrip(tick(0.3), RigTrip.RelayOpen.class);
  }

  @Test
  void aFailedDeviceTripsWithItsName() {
    fault = new DeviceFault("generator", "no reply in 0.05 s");
    assertThat(tick(0.3).trip())
        .isEqualTo(new RigTrip.DeviceFailed("generator", "no reply in 0.05 s"));
  }

  @Test
  void footswitchAndOperatorStop() {
    footswitch = true;
    assertThat(tick(0.3).trip()).isEqualTo(new RigTrip.Stopped(StopSource.FOOTSWITCH));
    footswitch = false;
    stop = StopSource.TERMINAL;
    assertThat(tick(0.3).trip()).isEqualTo(new RigTrip.Stopped(StopSource.TERMINAL));
  }
}
