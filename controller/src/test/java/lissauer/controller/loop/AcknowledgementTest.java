package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.record.RowTally;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.Interlock;
import org.junit.jupiter.api.Test;

/** From a trip back to work, and when not. */
class AcknowledgementTest {
  private final AtomicBoolean open = new AtomicBoolean();
  private final TestBench bench = bench();
  private final List<String> labels = new ArrayList<>();
  private int trips;

  @Test
  void acknowledgedAndTheCauseGoneTheRowGoesOnWithANewSelfTestAtTheNextSite()
      throws DeviceException {
    Tick last =
        bench
            .onTick(tick -> {
              note(tick);
              if (labels.equals(List.of("hold"))) {
                open.set(true);
              }
              if (tick.phase() instanceof Phase.Tripped tripped) {
                long sinceNanos = tick.atNanos() - tripped.sinceNanos();
                open.set(sinceNanos < 2_000_000_000L);
                bench.acknowledgement.give("InterlockOpen");
                assertThat(tick.decision().command().on()).isFalse();
              }
              stopAtSite(tick, 3);
            })
            .run();
    assertThat(labels).startsWith("hold", "tripped", "self test", "positioning");
    assertThat(last.phase().site()).isEqualTo(3);
    RowTally tally = new RowTally(bench.protocol.plan());
    bench.ticks.forEach(tally);
    assertThat(tally.results()).extracting(SiteResult::site).startsWith(1, 2, 3);
    assertThat(tally.results())
        .extracting(SiteResult::verdict)
        .startsWith(Verdict.INCOMPLETE, Verdict.COMPLETE, Verdict.COMPLETE);
  }

  @Test
  void whatIsStillThereCannotBeAcknowledgedAway() throws DeviceException {
    Tick last =
        bench
            .onTick(tick -> {
              open.compareAndSet(false, tick.phase() instanceof Phase.Hold);
              bench.acknowledgement.give("InterlockOpen");
              if (tick.atNanos() > 60_000_000_000L) {
                bench.stop.press(StopSource.TERMINAL);
              }
            })
            .run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(((Phase.Tripped) last.phase()).trip()).isEqualTo(new RigTrip.InterlockOpen());
    assertThat(last.atNanos()).isGreaterThan(60_000_000_000L);
  }

  @Test
  void anotherNameThanThatOfTheTripAcknowledgesNothing() throws DeviceException {
    bench
        .onTick(tick -> {
          note(tick);
          open.set(tick.phase() instanceof Phase.Hold);
          bench.acknowledgement.give("OverTemperature");
          if (tick.atNanos() > 60_000_000_000L) {
            bench.stop.press(StopSource.TERMINAL);
          }
        })
        .run();
    assertThat(labels.getLast()).isEqualTo("tripped");
  }

  @Test
  void theThirdTripLocksTheRun() throws DeviceException {
    Tick last =
        bench
            .onTick(tick -> {
              note(tick);
              open.set(tick.phase() instanceof Phase.Hold);
              bench.acknowledgement.give("InterlockOpen");
            })
            .run();
    assertThat(trips).isEqualTo(3);
    assertThat(last.phase().label()).isEqualTo("locked out");
  }

  @Test
  void withNobodyToAcknowledgeTheRowEnds() throws DeviceException {
    bench.acknowledgement = Acknowledgement.never();
    bench.onTick(tick -> open.set(tick.phase() instanceof Phase.Hold)).run();
    assertThat(bench.ticks.getLast().phase().label()).isEqualTo("tripped");
  }

  private void note(Tick tick) {
    String label = tick.phase().label();
    boolean news = labels.isEmpty() ? label.equals("hold") : !labels.getLast().equals(label);
    if (news) {
      labels.add(label);
      trips += tick.phase() instanceof Phase.Tripped ? 1 : 0;
    }
  }

  private void stopAtSite(Tick tick, int site) {
    if (tick.phase().site() == site) {
      bench.stop.press(StopSource.TERMINAL);
    }
  }

  private TestBench bench() {
    TestBench shipped =
        new TestBench("nashold-spinal")
            .changing(rig -> TestBench.with(rig, (Interlock) () -> !open.get()));
    shipped.acknowledgement = Acknowledgement.awaited();
    return shipped;
  }
}
