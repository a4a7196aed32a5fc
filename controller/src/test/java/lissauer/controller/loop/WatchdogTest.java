package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.hal.DeviceException;
import lissauer.hal.Heartbeat;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import lissauer.hal.RigClock;
import org.junit.jupiter.api.Test;

/** A loop that stands still, and what stands beside it. */
class WatchdogTest {
  private static final long MILLISECOND = 1_000_000;
  private static final long TICK = 20 * MILLISECOND;

  private final List<Long> beats = new ArrayList<>();
  private final List<String> orders = new ArrayList<>();

  @Test
  void aLoopInTimeBeatsTwentyTimesASecondAndKeepsItsRelay() throws DeviceException {
    Rig rig = rig();
    try (Watchdog watchdog = new Watchdog(rig, TICK, 0.2)) {
      ticks(watchdog, rig, 100);
    }
    assertThat(beats).hasSizeBetween(39, 41);
    assertThat(orders).isEmpty();
  }

  @Test
  void aLoopThatStandsStillLosesItsRelay() throws DeviceException {
    Rig rig = rig();
    try (Watchdog watchdog = new Watchdog(rig, TICK, 0.2)) {
      ticks(watchdog, rig, 50);
      long stopped = rig.clock().nanos();
      rig.clock().sleepUntil(stopped + 1000 * MILLISECOND);
      assertThat(beats.getLast() - stopped).isLessThanOrEqualTo(60 * MILLISECOND);
      assertThat(orders).hasSize(1);
      assertThat(Long.parseLong(orders.getFirst()) - stopped)
          .isBetween(180 * MILLISECOND, 300 * MILLISECOND);
    }
  }

  @Test
  void beforeTheFirstTickAndAfterTheLastNothingBeats() throws DeviceException {
    Rig rig = rig();
    Watchdog watchdog = new Watchdog(rig, TICK, 0.2);
    rig.clock().sleepUntil(1000 * MILLISECOND);
    assertThat(beats).isEmpty();
    ticks(watchdog, rig, 10);
    watchdog.close();
    int last = beats.size();
    rig.clock().sleepUntil(rig.clock().nanos() + 1000 * MILLISECOND);
    assertThat(beats).hasSize(last);
  }

  @Test
  void aLoopThatRunsWildLosesItsRelay() throws DeviceException {
    Rig rig = rig();
    try (Watchdog watchdog = new Watchdog(rig, TICK, 0.2)) {
      ticks(watchdog, rig, 50);
      int before = beats.size();
      for (int i = 0; i < 500; i++) {
        rig.clock().sleepUntil(rig.clock().nanos() + MILLISECOND);
        watchdog.accept(holding(rig));
      }
      assertThat(beats.size() - before).isLessThanOrEqualTo(1);
      assertThat(orders).hasSize(1);
    }
  }

  @Test
  void onALoopThatComesBackItBeatsAgainButTheRelayIsTheLoopsToClose() throws DeviceException {
    Rig rig = rig();
    try (Watchdog watchdog = new Watchdog(rig, TICK, 0.2)) {
      ticks(watchdog, rig, 20);
      rig.clock().sleepUntil(rig.clock().nanos() + 500 * MILLISECOND);
      int before = beats.size();
      ticks(watchdog, rig, 50);
      assertThat(beats.size() - before).isGreaterThan(15);
      assertThat(orders).hasSize(1);
    }
  }

  private static void ticks(Watchdog watchdog, Rig rig, int count) throws DeviceException {
    for (int i = 0; i < count; i++) {
      watchdog.accept(holding(rig));
      rig.clock().sleepUntil(rig.clock().nanos() + TICK);
    }
  }

  private static Tick holding(Rig rig) throws DeviceException {
    Tick tick = Tick.opening(rig.clock().nanos(), TestBench.restingInputs(rig));
    Decision at = tick.decision();
    Decision hold = new Decision(new Phase.Hold(0, 0), 75, 0.3, at.command(), true, at.tipAt());
    return new Tick(1, tick.atNanos(), tick.inputs(), hold, tick.law(), tick.gate());
  }

  private Rig rig() throws DeviceException {
    Rig rig = new TestBench("nashold-spinal").open();
    RigClock clock = rig.clock();
    Heartbeat heart = () -> beats.add(clock.nanos());
    RfRelay relay =
        new RfRelay() {
          @Override
          public void drive(boolean closed) {
            orders.add(closed ? "closed" : String.valueOf(clock.nanos()));
          }

          @Override
          public boolean closed() {
            return true;
          }
        };
    return new Rig(
        "watched",
        true,
        List.of(),
        clock,
        rig.generator(),
        rig.thermocouple(),
        rig.interlock(),
        relay,
        rig.footswitch(),
        rig.positioner(),
        rig.indicator(),
        heart,
        rig.monitoring(),
        rig.release());
  }
}
