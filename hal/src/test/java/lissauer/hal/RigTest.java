package lissauer.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RigTest {
  private final List<String> happened = new ArrayList<>();

  @Test
  void closingSwitchesTheOutputOffBeforeTheRelayOpensAndThePortsAreReleased()
      throws DeviceException {
    rig(() -> happened.add("generator off")).close();
    assertThat(happened).containsExactly("generator off", "relay open", "ports released");
  }

  @Test
  void theRelayOpensEvenWhenTheGeneratorCannotBeSwitchedOff() {
    Rig rig =
        rig(() -> {
          throw new IllegalStateException("stuck");
        });
    assertThatIllegalStateException().isThrownBy(rig::close);
    assertThat(happened).containsExactly("relay open", "ports released");
  }

  @Test
  void readingAsksEverySensorOnce() throws DeviceException {
    RigSample sample = rig(() -> {}).read();
    assertThat(sample.temperature().tipCelsius()).isEqualTo(37);
    assertThat(sample.interlockClosed()).isTrue();
    assertThat(sample.relayClosed()).isFalse();
    assertThat(sample.position().settled()).isTrue();
  }

  @Test
  void aFaultSaysWhatTheExceptionSaid() {
    DeviceException noReply = new DeviceException("generator", "no reply", new Error("errno 5"));
    assertThat(DeviceFault.of(noReply)).isEqualTo(new DeviceFault("generator", "no reply"));
    assertThat(noReply).hasRootCauseMessage("errno 5");
  }

  private Rig rig(Runnable onClose) {
    return new Rig(
        "test",
        true,
        List.of(),
        new StoppedClock(),
        new Generator(onClose),
        () -> new TemperatureSample(0, 37, 23, Quality.GOOD),
        () -> true,
        new Relay(happened),
        () -> false,
        new StillPositioner(),
        _ -> {},
        () -> happened.add("ports released"));
  }

  private record Generator(Runnable onClose) implements RfGenerator {
    @Override
    public RfReading exchange(RfCommand command) {
      return new RfReading(0, 0, 0, 0, 0, false);
    }

    @Override
    public void close() {
      onClose.run();
    }
  }

  private record Relay(List<String> happened) implements RfRelay {
    @Override
    public void drive(boolean closed) {
      happened.add(closed ? "relay closed" : "relay open");
    }

    @Override
    public boolean closed() {
      return false;
    }
  }

  private record StillPositioner() implements Positioner {
    @Override
    public void moveTo(TipPosition position) {}

    @Override
    public PositionReading read() {
      return new PositionReading(0, 0, true);
    }
  }

  private record StoppedClock() implements RigClock {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public void sleepUntil(long dueNanos) {}
  }
}
