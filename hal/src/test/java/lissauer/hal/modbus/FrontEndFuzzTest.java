package lissauer.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RigClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FrontEndFuzzTest {
  private static final long BYTES = 10_000_000;
  private static final long BUDGET_NANOS = 200_000_000;

  private final StepClock clock = new StepClock();
  private final HostileLink link = new HostileLink(20261122);

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void tenMillionBadBytesRaiseNothingHangNothingAndAreAllCounted() throws DeviceException {
    FrontEnd frontEnd =
        FrontEnd.open(
            new FrontEndSetup("/dev/hostile", 115_200, 1),
            () -> link,
            FrontEndCaps.of(ElectrodeFixture.small().caps()),
            clock);
    RfGenerator generator = frontEnd.port(RfGenerator.class).orElseThrow();
    link.turnHostile();
    long good = 0;
    long failed = 0;
    while (link.sentBytes() < BYTES) {
      long before = clock.nanos();
      try {
        generator.exchange(new RfCommand(0.1, 250_000_000));
        good++;
      } catch (DeviceException e) {
        failed++;
        assertThat(e.getMessage()).isNotBlank();
      }
      assertThat(clock.nanos() - before).isLessThanOrEqualTo(BUDGET_NANOS);
    }
    assertThat(good).as("good answers get through").isGreaterThan(1000);
    assertThat(failed).isGreaterThan(1000);
    assertThat(link.mostMicrowatts()).isEqualTo(100_000);
    assertThat(frontEnd.badFrames().counts().keySet()).isEqualTo(HostileLink.names());
    // A lie in a good frame is told by the exception; a good answer after a bad one is both.
    assertThat(frontEnd.badFrames().total() + failed).isGreaterThanOrEqualTo(link.badAnswers());
  }

  /** Time passes only while somebody waits. */
  private static final class StepClock implements RigClock {
    private long now;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void sleepUntil(long dueNanos) {
      now = Math.max(now, dueNanos);
    }
  }
}
