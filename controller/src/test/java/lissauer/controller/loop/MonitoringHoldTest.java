package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.record.RowTally;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;

/** Somebody who watches evoked potentials asks for a pause. */
class MonitoringHoldTest {
  private final AtomicBoolean held = new AtomicBoolean();
  private final TestBench bench =
      new TestBench("cordotomy")
          .with(Map.of("seed", "3"))
          .changing(rig -> TestBench.watched(rig, held::get));

  @Test
  void aHoldTakesRfAwayInTheSameTickAndTheRowWaits() throws DeviceException {
    bench
        .onTick(tick -> {
          if (tick.phase() instanceof Phase.Hold && seconds(tick) > 2) {
            held.set(true);
          }
          if (tick.atNanos() > 60_000_000_000L) {
            held.set(false);
          }
          if (held.get() && tick.inputs().sample().monitoringHold()) {
            assertThat(tick.decision().command().on()).isFalse();
          }
        })
        .run();
    List<Tick> under =
        bench.ticks.stream().filter(tick -> tick.inputs().sample().monitoringHold()).toList();
    assertThat(under).isNotEmpty();
    assertThat(under.getFirst().phase()).isInstanceOf(Phase.Cool.class);
    assertThat(bench.ticks.getLast().phase()).isInstanceOf(Phase.RowDone.class);
    RowTally tally = new RowTally(bench.protocol.plan());
    bench.ticks.forEach(tally);
    assertThat(tally.results().getFirst().verdict()).isEqualTo(Verdict.INCOMPLETE);
  }

  @Test
  void theNextSiteIsNotHeatedBeforeTheHoldIsReleased() throws DeviceException {
    TestBench row =
        new TestBench("nashold-spinal").changing(rig -> TestBench.watched(rig, held::get));
    row.onTick(
            tick -> {
              held.set(tick.atNanos() > 5_000_000_000L && tick.atNanos() < 700_000_000_000L);
              if (tick.phase().site() == 2) {
                row.stop.press(lissauer.controller.safety.StopSource.FOOTSWITCH);
              }
            })
        .run();
    assertThat(row.ticks)
        .filteredOn(tick -> tick.inputs().sample().monitoringHold())
        .allSatisfy(tick -> assertThat(tick.decision().command().on()).isFalse());
    Tick last = row.ticks.getLast();
    assertThat(last.phase().site()).isEqualTo(2);
    RowTally tally = new RowTally(row.protocol.plan());
    row.ticks.forEach(tally);
    assertThat(tally.results()).extracting(SiteResult::verdict).startsWith(Verdict.INCOMPLETE);
    assertThat(tally.results().get(1).verdict())
        .as("the probe that the hold broke off is made at the next site")
        .isEqualTo(Verdict.COMPLETE);
  }

  private static double seconds(Tick tick) {
    return (tick.atNanos() - tick.phase().sinceNanos()) * 1e-9;
  }
}
