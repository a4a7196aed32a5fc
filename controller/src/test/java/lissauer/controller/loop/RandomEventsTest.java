package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.Interlock;
import lissauer.hal.Rig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole rows in which contacts open and close, people stop, hold and acknowledge at random: at
 * every tick what is measured at the tip is what the invariants allow.
 */
class RandomEventsTest {
  /** Commands, meter and relay are behind each other by so many ticks. */
  private static final int DELAY_TICKS = 4;

  private static final List<String> NAMES =
      List.of("InterlockOpen", "Stopped", "DeviceFailed", "RelayOpen", "OverTemperature");

  private boolean interlockOpen;
  private boolean held;
  private boolean deviceGone;
  private int sinceHeating;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverHappensRfIsOnlyWhereItMayBe(long seed) throws DeviceException {
    Random random = new Random(seed);
    TestBench bench = new TestBench("nashold-spinal").with(Map.of("seed", Long.toString(seed)));
    bench.acknowledgement = Acknowledgement.awaited();
    bench
        .changing(this::disturbed)
        .onTick(tick -> {
          happen(random, bench, tick);
          check(bench, tick);
        })
        .run();
    assertThat(bench.ticks).hasSizeGreaterThan(100);
  }

  private Rig disturbed(Rig rig) {
    Rig open = TestBench.with(rig, (Interlock) () -> !interlockOpen);
    Rig gone =
        TestBench.rest(
            open,
            () -> {
              if (deviceGone) {
                throw new DeviceException("positioner", "no reply");
              }
            },
            "positioner");
    return TestBench.watched(gone, () -> held);
  }

  private void happen(Random random, TestBench bench, Tick tick) {
    interlockOpen = toggled(random, interlockOpen, 0.001, 0.05);
    held = toggled(random, held, 0.001, 0.02);
    deviceGone = toggled(random, deviceGone, 0.0005, 0.1);
    if (random.nextDouble() < 0.0005) {
      bench.stop.press(StopSource.FOOTSWITCH);
    }
    if (random.nextDouble() < 0.05) {
      bench.acknowledgement.give(NAMES.get(random.nextInt(NAMES.size())));
    }
    if (tick.atNanos() > 200_000_000_000L) {
      bench.stop.press(StopSource.TERMINAL);
    }
  }

  private static boolean toggled(Random random, boolean now, double begins, double ends) {
    return now ? random.nextDouble() >= ends : random.nextDouble() < begins;
  }

  private void check(TestBench bench, Tick tick) {
    Phase phase = tick.phase();
    boolean on = tick.decision().command().on();
    sinceHeating = on ? 0 : sinceHeating + 1;
    assertThat(on && !phase.heats()).as("I1 in %s", phase).isFalse();
    assertThat(on && (interlockOpen(tick) || tick.inputs().sample().monitoringHold()))
        .as("I1 with a contact open")
        .isFalse();
    if (sinceHeating > DELAY_TICKS) {
      assertThat(tick.inputs().rf().powerWatts()).as("I2: measured off").isLessThan(0.05);
    }
    Tick before = bench.ticks.size() < 2 ? tick : bench.ticks.get(bench.ticks.size() - 2);
    if (before.phase() instanceof Phase.Tripped was && phase instanceof Phase.Tripped is) {
      assertThat(is).as("I4: the first cause stays").isEqualTo(was);
    }
    if (before.phase() instanceof Phase.Tripped was && !(phase instanceof Phase.Tripped)) {
      assertThat(tick.inputs().acknowledged()).as("I2: by its name").isEqualTo(was.trip().name());
      assertThat(was.locked()).isFalse();
    }
  }

  private static boolean interlockOpen(Tick tick) {
    return !tick.inputs().sample().interlockClosed();
  }
}
