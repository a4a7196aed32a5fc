package lissauer.hal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RigTest {
  private final List<String> happened = new ArrayList<>();

  @Test
  void closingSwitchesTheOutputOffBeforeTheRelayOpens() throws DeviceException {
    rig(() -> happened.add("generator off")).close();
    assertThat(happened).containsExactly("generator off", "relay open");
  }

  @Test
  void theRelayOpensEvenWhenTheGeneratorCannotBeSwitchedOff() {
    Rig rig =
        rig(
            () -> {
              throw new IllegalStateException("stuck");
            });
    assertThatIllegalStateException().isThrownBy(rig::close);
    assertThat(happened).containsExactly("relay open");
  }

  private Rig rig(Runnable onClose) {
    RfGenerator generator =
        new RfGenerator() {
          @Override
          public RfReading exchange(RfCommand command) {
            return new RfReading(0, 0, 0, 0, 0, false);
          }

          @Override
          public void close() {
            onClose.run();
          }
        };
    RfRelay relay =
        new RfRelay() {
          @Override
          public void drive(boolean closed) {
            happened.add(closed ? "relay closed" : "relay open");
          }

          @Override
          public boolean closed() {
            return false;
          }
        };
    Positioner positioner =
        new Positioner() {
          @Override
          public void moveTo(TipPosition position) {}

          @Override
          public PositionReading read() {
            return new PositionReading(new TipPosition(0, 0), true);
          }
        };
    RigClock clock =
        new RigClock() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public void sleepUntil(long dueNanos) {}
        };
    return new Rig(
        "test",
        true,
        List.of(),
        clock,
        generator,
        () -> new TemperatureSample(0, 37, 23, Quality.GOOD),
        () -> true,
        relay,
        () -> false,
        positioner,
        _ -> {});
  }
}
