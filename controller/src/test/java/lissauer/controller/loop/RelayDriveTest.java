package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.RfRelay;
import lissauer.hal.Rig;
import org.junit.jupiter.api.Test;

class RelayDriveTest {
  private final TestBench bench = new TestBench("cordotomy");
  private final List<Boolean> drives = new ArrayList<>();
  private int refusals;

  @Test
  void theRelayIsLetGoBeforeTheFirstTickAndAfterTheLast() throws DeviceException {
    bench.changing(this::withRelay).run();
    assertThat(drives.getFirst()).isFalse();
    assertThat(drives.getLast()).isFalse();
    assertThat(drives).containsSubsequence(false, true, false, true, false);
  }

  @Test
  void aRelayThatDoesNotTakeTheOrderIsToldAgainUntilItsContactReadsOpen() throws DeviceException {
    bench
        .changing(this::withRelay)
        .onTick(tick -> {
          if (tick.phase() instanceof Phase.Hold && refusals == 0) {
            refusals = 3;
            drives.clear();
            bench.stop.press(StopSource.TERMINAL);
          }
        });
    Tick last = bench.run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    List<Boolean> untilTheEnd = drives.subList(0, drives.size() - 1);
    assertThat(untilTheEnd).hasSizeGreaterThanOrEqualTo(2).containsOnly(false);
    assertThat(bench.ticks).anyMatch(t -> t.inputs().fault() != null);
  }

  private Rig withRelay(Rig rig) {
    return TestBench.with(
        rig,
        new RfRelay() {
          @Override
          public void drive(boolean closed) throws DeviceException {
            drives.add(closed);
            if (refusals > 1) {
              refusals--;
              throw new DeviceException("relay", "no reply");
            }
            rig.relay().drive(closed);
          }

          @Override
          public boolean closed() throws DeviceException {
            return rig.relay().closed();
          }
        });
  }
}
