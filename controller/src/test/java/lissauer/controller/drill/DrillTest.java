package lissauer.controller.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.loop.Protocol;
import lissauer.hal.console.ConsoleModule;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.cli.SimulatorModule;
import org.junit.jupiter.api.Test;

class DrillTest {
  private static final ConsoleModule SIMULATOR = new SimulatorModule();
  private static final List<String> PLANS = List.of("fault-drill", "fault-drill-caudalis");
  private static final Ordeal BROKEN_WIRE =
      new Ordeal("T1", "broken wire", "thermocouple-open", 0.2, true, List.of("InvalidSample"));

  private final Drill drill = new Drill(SIMULATOR.virtualRigs().orElseThrow(), new Files());

  @Test
  void aBrokenWireIsFoundAtTheNextSampleWhateverTheSeed() {
    DrillSummary summary = DrillSummary.of(BROKEN_WIRE, drill.run(BROKEN_WIRE, PLANS, 6));
    assertThat(summary.inTimeShare()).isEqualTo(1);
    assertThat(summary.ends()).isEqualTo(Map.of("InvalidSample", 6));
    assertThat(summary.reactionSeconds().most()).isBetween(0.0, 0.0401);
    assertThat(summary.joules().most()).isBetween(0.0001, 0.04);
    assertThat(summary.peakCelsius().at(0)).isGreaterThan(70);
    assertThat(summary.missed()).isEmpty();
  }

  @Test
  void theMomentOfTheFaultAndTheTruthAfterItDifferFromSeedToSeed() {
    List<Drilled> rows = drill.run(BROKEN_WIRE, PLANS, 4);
    assertThat(rows.stream().map(Drilled::joules).distinct()).hasSize(4);
    assertThat(rows.stream().map(Drilled::peakCelsius).distinct()).hasSize(4);
  }

  @Test
  void anotherTripThanExpectedDoesNotCountAndNeitherDoesOneThatIsTooLate() {
    Ordeal other =
        new Ordeal("T2", "broken wire", "thermocouple-open", 0.2, true, List.of("RelayOpen"));
    DrillSummary wrong = DrillSummary.of(other, drill.run(other, PLANS, 2));
    assertThat(wrong.foundShare()).isZero();
    assertThat(wrong.ends()).isEqualTo(Map.of("InvalidSample (unexpected)", 2));
    assertThat(wrong.missed()).hasSize(2).first().asString().startsWith("seed 1: InvalidSample");
    Ordeal hurried =
        new Ordeal("T3", "stale", "thermocouple-stale", 0.1, true, List.of("StaleSample"));
    DrillSummary late = DrillSummary.of(hurried, drill.run(hurried, PLANS, 2));
    assertThat(late.foundShare()).isEqualTo(1);
    assertThat(late.inTimeShare()).isZero();
  }

  @Test
  void aFaultThatNothingFindsEndsInNoTripAndItsEnergyGoesOn() {
    Ordeal harmless =
        new Ordeal("T4", "late ticks", "loop-late", 1, true, List.of("DeadlineMissed"));
    DrillSummary summary = DrillSummary.of(harmless, drill.run(harmless, PLANS, 2));
    assertThat(summary.ends()).isEqualTo(Map.of("no trip", 2));
    assertThat(summary.reactionSeconds().at(0)).isInfinite();
    assertThat(summary.joules().at(0)).isGreaterThan(1);
  }

  @Test
  void aLoopThatStoodStillIsJudgedByWhenPowerEnded() {
    Ordeal pause = new Ordeal("T5", "pause", "loop-pause", 0.6, true, List.of("DeadlineMissed"));
    Drilled row = drill.run(pause, new Files().protocol("fault-drill"), 1);
    assertThat(row.trip()).contains("DeadlineMissed");
    assertThat(row.reactionSeconds()).isBetween(0.2, 0.3);
    assertThat(row.offSeconds()).isEqualTo(row.reactionSeconds());
  }

  @Test
  void anOutputThatDoesNotGoOffCountsFromWhenItShouldHave() {
    Ordeal stays =
        new Ordeal("T6", "stays on", "output-stays-on", 0.3, true, List.of("OutputNotOff"));
    Drilled row = drill.run(stays, new Files().protocol("fault-drill"), 1);
    assertThat(row.reactionSeconds()).isBetween(0.19, 0.26);
    assertThat(row.offSeconds()).isBetween(row.reactionSeconds(), row.reactionSeconds() + 0.03);
  }

  @Test
  void aRowOnWhichNothingBreaksEndsWithoutATrip() {
    Drilled row = drill.run(Ordeal.nothing(), new Files().protocol("fault-drill"), 3);
    assertThat(row.trip()).as(row.what()).isEmpty();
    assertThat(row.came()).isFalse();
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    List<Drilled> many = drill.run(BROKEN_WIRE, PLANS, 5);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      assertThat(one.submit(() -> drill.run(BROKEN_WIRE, PLANS, 5)).get()).isEqualTo(many);
    }
  }

  private static final class Files implements DrillFiles {
    @Override
    public Settings rig(Map<String, String> overrides, Problems problems) {
      return new ConfigFolder(TestBench.CONFIG)
          .open("rigs", "simulated", overrides, new Place("test", 0, 0), problems);
    }

    @Override
    public Protocol protocol(String plan) {
      Problems problems = new Problems();
      Protocol protocol =
          new ProtocolReader(new ConfigFolder(TestBench.CONFIG)).read(plan, problems);
      problems.throwIfAny();
      return protocol;
    }
  }
}
