package lissauer.controller.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Each peer's own tuning finds what is known of a known plant. */
class TuningTest {
  private static final double AMBIENT = 37;

  /**
   * A lag of T behind a dead time of L oscillates where {@code ωL + atan(ωT) = π}, at the gain
   * {@code √(1 + ω²T²)/K}.
   */
  @Test
  void aRelayOnALagWithDeadTimeGivesTheTextbooksUltimateGainAndPeriod() {
    double k = 2000;
    double lag = 10;
    double dead = 2;
    double omega = 0.5;
    for (int i = 0; i < 100; i++) {
      omega = (Math.PI - Math.atan(omega * lag)) / dead;
    }
    double gain = Math.sqrt(1 + omega * omega * lag * lag) / k;
    KnownPlant plant = new KnownPlant(0.02, dead, 0, new double[] {k, lag});
    RelayTune.Cycle cycle = RelayTune.cycle(plant, AMBIENT + k / 2, 1);
    assertThat(cycle.seconds()).isCloseTo(2 * Math.PI / omega, within(0.1 * cycle.seconds()));
    assertThat(cycle.ultimateWattsPerKelvin(1)).isCloseTo(gain, within(0.2 * gain));
  }

  @Test
  void klipperTakesTwiceTheTextbooksGainAndTheRulesOfZieglerAndNichols() {
    double[] mode = {2000, 10};
    RelayTune.Cycle cycle = RelayTune.cycle(new KnownPlant(0.02, 2, 0, mode), 1037, 1);
    KlipperPid.Gains gains = RelayTune.klipper(new KnownPlant(0.02, 2, 0, mode), 1037, 1);
    double ku = 2 * cycle.ultimateWattsPerKelvin(1);
    assertThat(gains.proportionalWattsPerKelvin()).isCloseTo(0.6 * ku, within(1e-12));
    assertThat(gains.integralWattsPerKelvinSecond())
        .isCloseTo(0.6 * ku / (cycle.seconds() / 2), within(1e-12));
    assertThat(gains.derivativeJoulesPerKelvin())
        .isCloseTo(0.6 * ku * cycle.seconds() / 8, within(1e-12));
  }

  @Test
  void aPlantThatNeverGetsThereCannotBeTuned() {
    KnownPlant weak = new KnownPlant(0.1, 0, 0, new double[] {10, 1});
    assertThatThrownBy(() -> RelayTune.cycle(weak, 75, 1)).hasMessageContaining("75.0 °C");
    KnownPlant weaker = new KnownPlant(0.1, 0, 0, new double[] {10, 1});
    assertThatThrownBy(() -> MarlinTune.model(weaker, 75, 1)).hasMessageContaining("75.0 °C");
  }

  /** A block of C that loses h, and a sensor: gain 1/h, lag C/h. */
  @Test
  void marlinsTuningFindsBlockSensorAndLossOfABlockWithASensor() {
    double loss = 0.02;
    double block = 0.08;
    KnownPlant plant = new KnownPlant(0.02, 0, 0.25, new double[] {1 / loss, block / loss});
    MarlinMpc.Model model = MarlinTune.model(plant, 75, 1);
    assertThat(model.blockJoulesPerKelvin()).isCloseTo(block, within(0.05 * block));
    assertThat(model.lossWattsPerKelvin()).isCloseTo(loss, within(0.05 * loss));
    assertThat(model.sensorPerSecond()).isCloseTo(4, within(0.4));
  }

  /** Almost no bend in sight, so the asymptote is of no use, but the fastest rise tells. */
  @Test
  void whereHeatingIsStraightMarlinsTuningGoesByTheFastestRise() {
    KnownPlant plant = new KnownPlant(0.25, 0, 0.25, new double[] {5000, 100});
    MarlinMpc.Model model = MarlinTune.model(plant, 75, 1);
    assertThat(model.blockJoulesPerKelvin()).isCloseTo(0.02, within(0.003));
    assertThat(model.sensorPerSecond()).isBetween(2.0, 8.0);
    assertThat(model.lossWattsPerKelvin()).isPositive();
  }

  @Test
  void aStepOfPowerGivesTheTransferFunctionOfTwoLagsAndADeadTime() {
    KnownPlant plant = new KnownPlant(0.02, 0.1, 0, new double[] {40, 0.3}, new double[] {70, 3});
    VoltageTune.Transfer transfer = VoltageTune.transfer(plant);
    for (double t = 0.05; t < 5; t += 0.05) {
      double since = Math.max(0, t - 0.1);
      double known = 40 * (1 - Math.exp(-since / 0.3)) + 70 * (1 - Math.exp(-since / 3));
      assertThat(transfer.stepKelvin(t)).as("at %s s", t).isCloseTo(known, within(1.0));
    }
    assertThat(transfer.deadSeconds()).isCloseTo(0.1, within(0.03));
  }

  @Test
  void voltageGainsAreTheBestOfTheClosedLoopOnTheTransferFunction() {
    VoltageTune.Transfer transfer = new VoltageTune.Transfer(40, 0.3, 70, 3, 0.1);
    VoltageTune.Loop loop = new VoltageTune.Loop(38, 0.02, 1000, 1);
    VoltagePi.Gains best = VoltageTune.gains(transfer, loop);
    double least = VoltageTune.cost(transfer, best, loop);
    for (double factor : new double[] {0.5, 0.8, 1.25, 2}) {
      double kp = best.proportionalVoltsPerKelvin();
      double ki = best.integralVoltsPerKelvinSecond();
      assertThat(VoltageTune.cost(transfer, new VoltagePi.Gains(kp * factor, ki), loop))
          .isGreaterThan(least);
      assertThat(VoltageTune.cost(transfer, new VoltagePi.Gains(kp, ki * factor), loop))
          .isGreaterThan(least);
    }
  }

  @Test
  void theSearchFindsTheBottomOfABowlAndStaysWithinItsRanges() {
    double[] found =
        Search.smallest(
            x -> square(Math.log(x[0] / 3)) + 5 * square(Math.log(x[1] / 0.02)) + x[2],
            new double[] {0.1, 0.001, 2},
            new double[] {100, 1, 9});
    assertThat(found[0]).isCloseTo(3, within(0.01));
    assertThat(found[1]).isCloseTo(0.02, within(1e-4));
    assertThat(found[2]).isCloseTo(2, within(0.01));
  }

  @Test
  void theSearchPassesOverWhatIsNoNumber() {
    double[] found =
        Search.smallest(
            x -> x[0] > 4 ? Double.NaN : square(x[0] - 3), new double[] {1}, new double[] {10});
    assertThat(found[0]).isCloseTo(3, within(0.01));
  }

  private static double square(double x) {
    return x * x;
  }
}
