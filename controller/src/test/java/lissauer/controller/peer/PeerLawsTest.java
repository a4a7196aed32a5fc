package lissauer.controller.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import lissauer.controller.campaign.Campaign;
import lissauer.controller.campaign.Contender;
import lissauer.controller.campaign.Controller;
import lissauer.controller.campaign.KnownTip;
import lissauer.controller.campaign.Sampling;
import lissauer.controller.campaign.Scenario;
import lissauer.controller.campaign.Task;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import lissauer.simulator.cli.SimulatorModule;
import org.junit.jupiter.api.Test;

/** Each peer's law is the equation that was published. */
class PeerLawsTest {
  private static final RfReading READING = new RfReading(0, 0, 0, 0, 1000, false);
  private static final Scenario FASTEST = Scenario.of("fastest", 0, Sampling.FIFTY_HERTZ);
  private static final Task TASK = FASTEST.task(KnownTip.ELECTRODE);

  private static final Campaign CAMPAIGN =
      new Campaign(new SimulatorModule().virtualTips().orElseThrow(), KnownTip.ELECTRODE);

  private static TemperatureSample sample(long nanos, double celsius) {
    return new TemperatureSample(nanos, celsius, Double.NaN, Quality.GOOD);
  }

  @Test
  void klippersDerivativeIsOnTheMeasurementAndAveragedOverItsSmoothingTime() {
    KlipperPid law = new KlipperPid(new KlipperPid.Gains(0.01, 0.02, 0.03), 10);
    assertThat(law.decide(0, 70, 75, READING)).isCloseTo(0.05, within(1e-12));
    double integral = 4 * 0.1;
    double slope = 1;
    assertThat(law.decide(0.1, 71, 75, READING))
        .isCloseTo(0.01 * 4 + 0.02 * integral - 0.03 * slope, within(1e-12));
    integral += 3.5 * 0.1;
    slope = slope * 0.9 + 0.5;
    assertThat(law.decide(0.1, 71.5, 75, READING))
        .isCloseTo(0.01 * 3.5 + 0.02 * integral - 0.03 * slope, within(1e-12));
    double jumped = law.decide(2, 71.5, 80, READING);
    integral += 8.5 * 2;
    assertThat(jumped).isCloseTo(0.01 * 8.5 + 0.02 * integral, within(1e-12));
  }

  @Test
  void klippersIntegralIsKeptOnlyWhereTheOutputIsNotLimited() {
    KlipperPid law = new KlipperPid(new KlipperPid.Gains(0.1, 0.1, 0), 1);
    law.decide(0, 40, 75, READING);
    for (int i = 0; i < 100; i++) {
      assertThat(law.decide(0.1, 40, 75, READING)).isEqualTo(1);
    }
    assertThat(law.decide(0.1, 74, 75, READING)).isCloseTo(0.1 + 0.01, within(1e-12));
  }

  @Test
  void marlinPlansToBeThereInTwoSecondsAndAddsWhatTheBlockLoses() {
    MarlinMpc law = new MarlinMpc(new MarlinMpc.Model(0.04, 1e9, 0.01), 10);
    assertThat(law.decide(0, 37, 75, READING)).isCloseTo(38 * 0.04 / 2, within(1e-12));
    double block = 37 + 0.76 * 0.1 / 0.04;
    double expected = (75 - block) * 0.04 / 2 + (block - 37) * 0.01;
    assertThat(law.decide(0.1, block, 75)).isCloseTo(expected, within(0.02));
  }

  @Test
  void marlinHoldsABlockThatIsAsItsModelSays() {
    KnownPlant plant = new KnownPlant(0.02, 0, 0.1, new double[] {100, 4});
    MarlinMpc law = new MarlinMpc(new MarlinMpc.Model(0.04, 10, 0.01), 1);
    for (int i = 0; i < 1500; i++) {
      plant.pass(law.decide(0.02, plant.sensedCelsius(), 75));
    }
    assertThat(plant.tipCelsius()).isCloseTo(75, within(0.3));
  }

  @Test
  void marlinsAmbientTakesUpALossThatTheModelDoesNotKnow() {
    KnownPlant plant = new KnownPlant(0.02, 0, 0.1, new double[] {70, 2.8});
    MarlinMpc law = new MarlinMpc(new MarlinMpc.Model(0.04, 10, 0.01), 1);
    for (int i = 0; i < 3000; i++) {
      plant.pass(law.decide(0.02, plant.sensedCelsius(), 75));
    }
    assertThat(plant.tipCelsius()).isCloseTo(75, within(0.5));
  }

  @Test
  void thePiOnVoltageGivesItsSquareOverTheImpedance() {
    VoltagePi law = new VoltagePi(new VoltagePi.Gains(2, 5), 30, 1);
    assertThat(law.decide(0, 70, 75, READING)).isCloseTo(100 / 1000.0, within(1e-12));
    assertThat(law.decide(0.1, 71, 75, READING)).isCloseTo(8 * 8 / 1000.0, within(1e-12));
    double volts = 2 * 3 + 5 * 4 * 0.1;
    assertThat(law.decide(0.1, 72, 75, READING)).isCloseTo(volts * volts / 1000, within(1e-12));
    assertThat(new VoltagePi(new VoltagePi.Gains(9, 5), 20, 1).decide(0, 40, 75, READING))
        .isCloseTo(0.4, within(1e-12));
    assertThat(new VoltagePi(new VoltagePi.Gains(9, 5), 90, 1).decide(0, 40, 75, READING))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void thePiOnVoltageDoesNotWindUp() {
    VoltagePi law = new VoltagePi(new VoltagePi.Gains(2, 5), 10, 1);
    for (int i = 0; i < 100; i++) {
      law.volts(0.1, 30, 10);
    }
    assertThat(law.volts(0.1, -0.1, 10)).isLessThan(0.1);
  }

  @Test
  void theFilteredPidIsATextbookPid() {
    FilteredPid law = new FilteredPid(new KlipperPid.Gains(0.02, 0.1, 0.01), 0.1, 5);
    assertThat(law.decide(0, 74, 75, READING)).isCloseTo(0.02, within(1e-12));
    law.decide(0.1, 74, 75, READING);
    double filtered = 74 + (74.5 - 74) * (1 - Math.exp(-1));
    assertThat(law.decide(0.1, 74.5, 75, READING))
        .isCloseTo(0.02 * 0.5 + 0.1 * 0.1 - 0.01 * (74.5 - filtered) / 0.1, within(1e-12));
  }

  /** On the modes that its feed-forward has, with the lag that it expects. */
  @Test
  void feedForwardFollowsARampOnThePlantItWasMadeFor() {
    Scenario ramp = Scenario.of("ramp", 5, Sampling.FIFTY_HERTZ).withLag(0.1);
    Task task = ramp.task(KnownTip.ELECTRODE);
    Controller law = Peers.feedForward().start(task);
    KnownPlant plant =
        new KnownPlant(
            0.02,
            0,
            0.1,
            new double[] {25.7, 0.22},
            new double[] {63.8, 1.494},
            new double[] {66.5, 13.28});
    double worst = 0;
    for (int tick = 0; tick < 400; tick++) {
      long now = tick * 20_000_000L;
      double reference = Math.min(75, 37 + 38 * tick * 0.02 / 5);
      worst = Math.max(worst, Math.abs(plant.tipCelsius() - reference));
      plant.pass(law.watts(now, sample(now, plant.sensedCelsius()), READING));
    }
    assertThat(worst).isLessThan(0.2);
  }

  @Test
  void feedForwardTakesTheGainsOfTheNearestLagAndNeverRampsFasterThanTheStudyDid() {
    FeedForwardPi.Settings slow = FeedForwardPi.Settings.of(0.2);
    assertThat(slow.integralWattsPerKelvinSecond()).isEqualTo(0.067);
    assertThat(slow.lagSeconds()).isEqualTo(0.2);
    assertThat(FeedForwardPi.Settings.of(0.06).proportionalWattsPerKelvin()).isEqualTo(0.049);
    assertThat(slow.feasible(TASK).rampSeconds()).isEqualTo(1.5);
  }

  @Test
  void aPeerDecidesOncePerSampleAtItsPeriodAndActsAfterItsDelay() {
    Task ramp = Scenario.of("ramp", 5, Sampling.CHIP).task(KnownTip.ELECTRODE);
    int[] decisions = {0};
    SampledPeer often = new SampledPeer(ramp, (_, _, _, _) -> ++decisions[0] * 0.01);
    SampledPeer seldom = new SampledPeer(ramp, (_, _, set, _) -> set / 1000, 0.3, 0.3);
    for (int tick = 0; tick < 60; tick++) {
      long now = tick * 20_000_000L;
      long sampled = now / 100_000_000 * 100_000_000;
      double one = often.watts(now, sample(sampled, 50), READING);
      assertThat(one).isCloseTo(0.01 * (1 + tick / 5), within(1e-12));
      double other = seldom.watts(now, sample(sampled, 50), READING);
      int decided = Math.max(0, tick / 15 - 1) * 15;
      double set = 50 + 25 * decided * 0.02 / 5;
      assertThat(other).isCloseTo(tick < 15 ? 0 : set / 1000, within(1e-12));
    }
  }

  @Test
  void whateverIsMeasuredNoPeerAsksForMoreThanTheCapOrLessThanNothing() {
    for (Contender peer : Peers.tuned(TASK, noise -> CAMPAIGN.nominal(FASTEST, noise))) {
      Controller controller = peer.start(TASK);
      Random random = new Random(5);
      for (int tick = 0; tick < 3000; tick++) {
        long now = tick * 20_000_000L;
        double celsius = 200 * random.nextDouble() - 20;
        assertThat(controller.watts(now, sample(now, celsius), READING))
            .as(peer.name())
            .isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void theOptimisedPidIsBetterOnTheNominalPlantThanAnyGainsNearby() {
    OptimisedPid.Settings best = OptimisedPid.settings(TASK, () -> CAMPAIGN.nominal(FASTEST, 0.1));
    double least = cost(best);
    List<KlipperPid.Gains> nearby =
        List.of(
            times(best.gains(), 0.6, 1, 1),
            times(best.gains(), 1.6, 1, 1),
            times(best.gains(), 1, 0.6, 1),
            times(best.gains(), 1, 1.6, 1));
    for (KlipperPid.Gains gains : nearby) {
      assertThat(cost(new OptimisedPid.Settings(gains, best.filterSeconds()))).isGreaterThan(least);
    }
  }

  private static KlipperPid.Gains times(KlipperPid.Gains gains, double p, double i, double d) {
    return new KlipperPid.Gains(
        p * gains.proportionalWattsPerKelvin(),
        i * gains.integralWattsPerKelvinSecond(),
        d * gains.derivativeJoulesPerKelvin());
  }

  private static double cost(OptimisedPid.Settings settings) {
    return OptimisedPid.cost(TASK, CAMPAIGN.nominal(FASTEST, 0.1), settings.controller(TASK));
  }
}
