package lissauer.controller.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Protocol;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.RowTrip;
import lissauer.controller.safety.SelfTest;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.Trip;
import lissauer.hal.PositionReading;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTest {
  private static final long TICK = 20_000_000;
  private static final long SECOND = 1_000_000_000;

  private final Protocol protocol = new TestBench("nashold-spinal").protocol;
  private final Sequencer sequencer = sequencer(protocol);
  private double celsius = 37;
  private double ohms = 1300;
  private double coldJunction = 23;
  private double restWatts;
  private boolean relay = true;
  private TipPosition at = new TipPosition(0, 2);
  private boolean settled = true;

  @Test
  void aTipThatIsWhereItBelongsGoesOnToTheContactCheck() {
    assertThat(next(new Phase.Positioning(0, 0), TICK))
        .isEqualTo(new Phase.ContactCheck(0, TICK, Long.MAX_VALUE));
  }

  @Test
  void aTipThatStillMovesOrIsElsewhereWaits() {
    settled = false;
    assertThat(next(new Phase.Positioning(0, 0), TICK)).isInstanceOf(Phase.Positioning.class);
    settled = true;
    at = new TipPosition(0.06, 2);
    assertThat(next(new Phase.Positioning(0, 0), TICK)).isInstanceOf(Phase.Positioning.class);
    at = new TipPosition(0, 1.94);
    assertThat(next(new Phase.Positioning(0, 0), TICK)).isInstanceOf(Phase.Positioning.class);
    assertTripped(
        next(new Phase.Positioning(0, 0), 601 * SECOND), RowTrip.PositionNotReached.class);
  }

  @Test
  void contactMustHoldForThreeTenthsOfASecond() {
    Phase phase = new Phase.ContactCheck(0, 0, Long.MAX_VALUE);
    long now = 0;
    while (phase instanceof Phase.ContactCheck) {
      now += TICK;
      phase = next(phase, now);
    }
    assertThat(phase).isEqualTo(new Phase.Probe(0, now));
    assertThat(now).isEqualTo(TICK + 300_000_000);
  }

  @Test
  void aContactThatComesAndGoesIsNone() {
    Phase phase = new Phase.ContactCheck(0, 0, Long.MAX_VALUE);
    long now = 0;
    while (phase instanceof Phase.ContactCheck) {
      now += TICK;
      ohms = (now / TICK) % 10 == 0 ? 400 : 1300;
      phase = next(phase, now);
    }
    assertTripped(phase, RowTrip.ContactNotMade.class);
    assertThat(now).isEqualTo(2 * SECOND + TICK);
  }

  @ParameterizedTest
  @ValueSource(doubles = {599, 3001, Double.NaN})
  void anImpedanceOutsideTheStartWindowIsNoContact(double bad) {
    ohms = bad;
    assertTripped(
        next(new Phase.ContactCheck(0, 0, Long.MAX_VALUE), 3 * SECOND),
        RowTrip.ContactNotMade.class);
  }

  @Test
  void aTipThatDoesNotReadTheBathIsNotHeated() {
    celsius = 34.4;
    Phase check = new Phase.ContactCheck(0, 0, 0);
    assertTripped(next(check, SECOND), SensorTrip.BathMismatch.class);
    assertThat(next(new Phase.ContactCheck(1, 0, 0), SECOND))
        .as("a later site may be warm from the one before")
        .isInstanceOf(Phase.Ramp.class);
    celsius = 34.6;
    assertThat(next(check, SECOND)).isInstanceOf(Phase.Probe.class);
  }

  @Test
  void aSiteThatIsStillWarmIsNotHeated() {
    celsius = 45;
    assertTripped(
        next(new Phase.ContactCheck(0, 0, Long.MAX_VALUE), 3 * SECOND), RowTrip.NotCooling.class);
  }

  @Test
  void aProbeIsAPulseAndARestAndThenTheRampBegins() {
    Phase probe = new Phase.Probe(0, 0);
    assertThat(sequencer.target(probe, SECOND)).isEqualTo(new Target.Probe(true));
    assertThat(sequencer.target(probe, 2 * SECOND)).isEqualTo(new Target.Probe(false));
    assertThat(next(probe, 3 * SECOND - TICK)).isEqualTo(probe);
    assertThat(next(probe, 3 * SECOND)).isEqualTo(new Phase.Ramp(0, 3 * SECOND, 37));
  }

  @Test
  void onlyTheFirstSiteIsProbed() {
    Phase contact = new Phase.ContactCheck(1, 0, 0);
    assertThat(next(contact, SECOND)).isEqualTo(new Phase.Ramp(1, SECOND, 37));
  }

  @Test
  void theReferenceClimbsInAStraightLineFromWhereTheTipWas() {
    Phase ramp = new Phase.Ramp(0, 0, 40);
    assertThat(sequencer.target(ramp, 0)).isEqualTo(new Target.Temperature(40, 7, 75));
    assertThat(sequencer.target(ramp, 2 * SECOND)).isEqualTo(new Target.Temperature(54, 7, 75));
    assertThat(sequencer.target(ramp, 5 * SECOND)).isEqualTo(new Target.Temperature(75, 0, 75));
  }

  @Test
  void theHoldBeginsAfterTheRampWithinOneDegree() {
    celsius = 75;
    assertThat(next(new Phase.Ramp(0, 0, 37), 4 * SECOND)).isInstanceOf(Phase.Ramp.class);
    celsius = 73.9;
    assertThat(next(new Phase.Ramp(0, 0, 37), 6 * SECOND)).isInstanceOf(Phase.Ramp.class);
    celsius = 74;
    assertThat(next(new Phase.Ramp(0, 0, 37), 6 * SECOND)).isEqualTo(new Phase.Hold(0, 6 * SECOND));
  }

  @Test
  void aTipThatDoesNotArriveTrips() {
    celsius = 73;
    assertThat(next(new Phase.Ramp(0, 0, 37), 15 * SECOND - TICK)).isInstanceOf(Phase.Ramp.class);
    assertTripped(
        next(new Phase.Ramp(0, 0, 37), 15 * SECOND + TICK), RowTrip.TargetNotReached.class);
  }

  @Test
  void theHoldLastsItsTime() {
    assertThat(next(new Phase.Hold(0, 0), 15 * SECOND - TICK)).isInstanceOf(Phase.Hold.class);
    assertThat(next(new Phase.Hold(0, 0), 15 * SECOND)).isInstanceOf(Phase.Cool.class);
  }

  @Test
  void theNextSiteWaitsUntilTheTipIsColdAndNotForever() {
    celsius = 45;
    assertThat(next(new Phase.Cool(0, 0), 60 * SECOND)).isInstanceOf(Phase.Cool.class);
    assertTripped(next(new Phase.Cool(0, 0), 121 * SECOND), RowTrip.NotCooling.class);
    celsius = 44.9;
    assertThat(next(new Phase.Cool(0, 0), SECOND / 2)).isInstanceOf(Phase.Cool.class);
    assertThat(next(new Phase.Cool(0, 0), SECOND)).isEqualTo(new Phase.SiteDone(0, SECOND));
  }

  @Test
  void afterTheLastSiteTheRowIsDone() {
    relay = false;
    assertThat(next(new Phase.SiteDone(18, 0), TICK)).isEqualTo(new Phase.Positioning(19, TICK));
    assertThat(next(new Phase.SiteDone(19, 0), TICK)).isEqualTo(new Phase.RowDone(19, TICK));
  }

  @Test
  void neitherTheNextSiteNorTheEndComesBeforeTheRelayHasOpened() {
    Phase done = new Phase.SiteDone(19, 0);
    assertThat(next(done, 200_000_000)).isSameAs(done);
    assertTripped(next(done, SECOND), RigTrip.RelayClosed.class);
  }

  @Test
  void aStageThatHasLostItselfIsNeverAtItsSite() {
    assertThat(
            sequencer.next(
                new Phase.Positioning(0, 0),
                inputs(TICK, new PositionReading(Double.NaN, 2, true)),
                TICK))
        .isInstanceOf(Phase.Positioning.class);
  }

  @Test
  void whatHasEndedStaysEnded() {
    Phase done = new Phase.RowDone(19, 0);
    Phase tripped = new Phase.Tripped(3, 0, new RigTrip.InterlockOpen(), false);
    assertThat(next(done, 100 * SECOND)).isSameAs(done);
    assertThat(next(tripped, 100 * SECOND)).isSameAs(tripped);
    assertThat(sequencer.target(tripped, SECOND)).isEqualTo(new Target.Off());
  }

  @Test
  void burstsAreCountedInTicksSoThatJitterNeitherLosesNorDoublesOne() {
    Protocol pulsed = new TestBench("pulsed-rhizotomy").protocol;
    Sequencer pulses = sequencer(pulsed);
    List<Integer> bursts = new ArrayList<>();
    for (int tick = 0; tick < 100; tick++) {
      long jitter = (tick % 3 - 1) * 6_000_000L;
      Target target = pulses.target(new Phase.Hold(0, 0), Math.max(0, tick * TICK + jitter));
      if (((Target.Pulse) target).burst()) {
        bursts.add(tick);
      }
    }
    assertThat(bursts).containsExactly(0, 25, 50, 75);
  }

  @Test
  void theSelfTestWalksTheRelayThroughBothWays() {
    relay = false;
    Phase closed = next(new Phase.SelfTesting(0, 0, SelfTest.Stage.OPEN), SECOND / 10);
    assertThat(closed).isEqualTo(new Phase.SelfTesting(0, SECOND / 10, SelfTest.Stage.CLOSED));
    assertThat(closed.relayClosed()).isTrue();
    assertTripped(next(closed, SECOND), RigTrip.SelfTestFailed.class);
    relay = true;
    Phase again = next(closed, SECOND / 4);
    assertThat(again).isEqualTo(new Phase.SelfTesting(0, SECOND / 4, SelfTest.Stage.OPEN_AGAIN));
    assertTripped(next(again, SECOND), RigTrip.SelfTestFailed.class);
    relay = false;
    assertThat(next(again, SECOND / 2)).isEqualTo(new Phase.Positioning(0, SECOND / 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {4.9, 45.1, Double.NaN})
  void aTipThatIsImplausibleAtRestFailsTheSelfTest(double bad) {
    relay = false;
    celsius = bad;
    assertTripped(
        next(new Phase.SelfTesting(0, 0, SelfTest.Stage.OPEN), TICK), RigTrip.SelfTestFailed.class);
  }

  @Test
  void anOutputThatIsNotOffOrAColdJunctionThatIsImplausibleFailsTheSelfTest() {
    relay = false;
    Phase test = new Phase.SelfTesting(0, 0, SelfTest.Stage.OPEN);
    restWatts = 0.06;
    assertTripped(next(test, TICK), RigTrip.SelfTestFailed.class);
    restWatts = 0;
    coldJunction = 60;
    assertTripped(next(test, TICK), RigTrip.SelfTestFailed.class);
    coldJunction = Double.NaN;
    assertThat(next(test, TICK)).as("a device that does not tell").isSameAs(test);
  }

  private Phase next(Phase phase, long now) {
    PositionReading position =
        new PositionReading(at.alongMillimetres(), at.depthMillimetres(), settled);
    return sequencer.next(phase, inputs(now, position), now);
  }

  private Inputs inputs(long now, PositionReading position) {
    return new Inputs(
        new RigSample(
            new TemperatureSample(now, celsius, coldJunction, Quality.GOOD),
            true,
            relay,
            false,
            false,
            position),
        new RfReading(now, 0.1, 0.0001, restWatts, ohms, false),
        null,
        null,
        null);
  }

  private static Sequencer sequencer(Protocol protocol) {
    return new Sequencer(protocol.plan(), protocol.limits(), protocol.tickNanos());
  }

  private static void assertTripped(Phase phase, Class<? extends Trip> cause) {
    assertThat(phase).isInstanceOf(Phase.Tripped.class);
    assertThat(((Phase.Tripped) phase).trip()).isInstanceOf(cause);
  }
}
