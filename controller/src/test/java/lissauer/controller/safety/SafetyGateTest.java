package lissauer.controller.safety;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.hal.DeviceFault;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.PositionReading;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyGateTest {
  private static final long TICK = 20_000_000;
  private static final ImpedanceWindow WINDOW = new ImpedanceWindow(600, 3000, 150, 3000);
  private static final Limits LIMITS =
      new Limits(80, 0.6, 1.0, 60, WINDOW, 0.25, 0.2, 0.2, 0.1, 0.05, 0.2, 0.25);

  private final SafetyGate gate = new SafetyGate(LIMITS);
  private GateState state = GateState.startingAt(0);
  private long now;
  private double celsius = 75;
  private Quality quality = Quality.GOOD;
  private double measuredWatts;
  private double ohms = 930;
  private boolean relay = true;
  private boolean interlock = true;
  private boolean footswitch;
  private long sampleAge;
  private long readingAge;
  private @Nullable DeviceFault fault;
  private @Nullable StopSource stop;

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

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -0.1, Double.POSITIVE_INFINITY})
  void aLawThatAsksForNoPowerTrips(double wanted) {
    assertTrip(tick(wanted), Trip.InvalidPower.class);
  }

  @Test
  void atTheTemperatureLimitNothingTripsAndAboveItDoes() {
    celsius = 80;
    assertThat(tick(0.3).trip()).isNull();
    celsius = 80.01;
    assertTrip(tick(0.3), Trip.OverTemperature.class);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "GOOD")
  void aSampleThatIsNotGoodTripsInTheSameTick(Quality bad) {
    quality = bad;
    assertTrip(tick(0.3), Trip.InvalidSample.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aTemperatureThatIsNoNumberTripsEvenWhenItsQualityIsGood(double bad) {
    celsius = bad;
    assertTrip(tick(0.3), Trip.InvalidSample.class);
  }

  @Test
  void anOldSampleTrips() {
    sampleAge = 250_000_000;
    assertThat(tick(0.3).trip()).isNull();
    sampleAge = 250_000_001;
    assertTrip(tick(0.3), Trip.StaleSample.class);
  }

  @Test
  void anOldReadingOfTheGeneratorTrips() {
    readingAge = 260_000_000;
    assertTrip(tick(0.3), Trip.StaleReading.class);
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
    assertTrip(judged, Trip.DeadlineMissed.class);
    assertThat(judged.trip()).extracting("gapSeconds").isEqualTo(0.32);
  }

  @ParameterizedTest
  @ValueSource(doubles = {149, 3001, Double.NaN, Double.POSITIVE_INFINITY})
  void twoImpedancesOutsideTheWindowTripAndOneDoesNot(double bad) {
    tick(0.3);
    ohms = bad;
    measuredWatts = 0.3;
    assertThat(tick(0.3).trip()).isNull();
    assertTrip(tick(0.3), Trip.ImpedanceOutside.class);
  }

  @Test
  void oneGoodImpedanceStartsTheCountAgain() {
    tick(0.3);
    measuredWatts = 0.3;
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
    Judgement judged = tick(0.5);
    for (int i = 1; i < 60 && judged.trip() == null; i++) {
      measuredWatts = i % 25 == 1 ? 0.5 : 0;
      judged = tick(i % 25 == 0 ? 0.5 : 0);
    }
    assertTrip(judged, Trip.ImpedanceOutside.class);
  }

  @Test
  void moreThanCommandedTripsAfterATenthOfASecond() {
    tick(0.3);
    measuredWatts = 0.3 * 1.2 + 0.05 + 0.01;
    int ticks = 0;
    Judgement judged = tick(0.3);
    while (judged.trip() == null) {
      ticks++;
      judged = tick(0.3);
    }
    assertTrip(judged, Trip.PowerAboveCommand.class);
    assertThat(ticks * TICK * 1e-9).isBetween(0.08, 0.12);
  }

  @Test
  void moreThanTheAbsoluteCapTripsAtTheFirstReading() {
    tick(0.6);
    measuredWatts = 1.11;
    assertTrip(tick(0.6), Trip.PowerAboveCommand.class);
  }

  @Test
  void powerThatIsNoNumberTrips() {
    tick(0.3);
    measuredWatts = Double.NaN;
    assertTrip(tick(0.3), Trip.PowerAboveCommand.class);
  }

  @Test
  void aReadingThatStillShowsTheCommandBeforeIsNoExcess() {
    for (int i = 0; i < 100; i++) {
      double wanted = 0.6 * (i % 3) / 2;
      Judgement judged = tick(wanted);
      assertThat(judged.trip()).as("tick %d", i).isNull();
      measuredWatts = wanted;
    }
  }

  @Test
  void anOutputThatStaysOnTripsAFifthOfASecondAfterOff() {
    tick(0.6);
    measuredWatts = 0.06;
    double offSeconds = 0;
    Judgement judged = tick(0);
    while (judged.trip() == null && offSeconds < 1) {
      offSeconds += 0.02;
      judged = tick(0);
    }
    assertTrip(judged, Trip.OutputNotOff.class);
    assertThat(offSeconds).isBetween(0.18, 0.24);
  }

  @Test
  void rfTimeAddsUpAtOneSiteAndBeginsAnewAtTheNext() {
    double seconds = 0;
    Judgement judged = tick(0.3);
    measuredWatts = 0.3;
    while (judged.trip() == null && seconds < 100) {
      seconds += 0.02;
      judged = tick(0.3);
    }
    assertTrip(judged, Trip.RfTimeExceeded.class);
    assertThat(seconds).isBetween(59.9, 60.1);
    now += TICK;
    assertThat(gate.judge(state, inputs(), 0, 1, now).state().rfOnSeconds()).isLessThan(0.1);
  }

  @Test
  void anOpenInterlockTripsEvenWithRfOff() {
    interlock = false;
    assertTrip(tick(0), Trip.InterlockOpen.class);
  }

  @Test
  void anOpenRelayTripsOnlyWhereRfIsWanted() {
    relay = false;
    assertThat(tick(0).trip()).isNull();
    assertTrip(tick(0.3), Trip.RelayOpen.class);
  }

  @Test
  void aFailedDeviceTripsWithItsName() {
    fault = new DeviceFault("generator", "no reply in 0.05 s");
    assertThat(tick(0.3).trip())
        .isEqualTo(new Trip.DeviceFailed("generator", "no reply in 0.05 s"));
  }

  @Test
  void footswitchAndOperatorStop() {
    footswitch = true;
    assertThat(tick(0.3).trip()).isEqualTo(new Trip.Stopped(StopSource.FOOTSWITCH));
    footswitch = false;
    stop = StopSource.TERMINAL;
    assertThat(tick(0.3).trip()).isEqualTo(new Trip.Stopped(StopSource.TERMINAL));
  }

  private Judgement tick(double wantedWatts) {
    now += TICK;
    Judgement judged = gate.judge(state, inputs(), wantedWatts, 0, now);
    state = judged.state();
    return judged;
  }

  private Inputs inputs() {
    return new Inputs(
        new RigSample(
            new TemperatureSample(now - sampleAge, celsius, 23, quality),
            interlock,
            relay,
            footswitch,
            new PositionReading(new TipPosition(0, 2), true)),
        new RfReading(
            state.tickNanos() - readingAge, 16, 0.018, measuredWatts, ohms, measuredWatts != 0),
        fault,
        stop);
  }

  private static void assertTrip(Judgement judged, Class<? extends Trip> expected) {
    assertThat(judged.trip()).isInstanceOf(expected);
    assertThat(judged.allowed().on()).isFalse();
  }
}
