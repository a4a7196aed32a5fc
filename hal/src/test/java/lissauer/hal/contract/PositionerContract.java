package lissauer.hal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import lissauer.hal.DeviceException;
import lissauer.hal.PositionReading;
import lissauer.hal.Positioner;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;

/** What every {@link Positioner} must do, from its first site on. */
public abstract class PositionerContract {
  private static final TipPosition NEXT = new TipPosition(1, 2);

  protected abstract BenchUnderTest bench();

  protected abstract Positioner positioner();

  /** How long it may take for a millimetre. */
  protected abstract double moveSeconds();

  /** Where the tip really is. */
  protected abstract TipPosition tip();

  @Test
  void itReturnsAtOnceAndIsSettledOnlyWhenItIsThere() throws DeviceException {
    long before = bench().clock().nanos();
    positioner().moveTo(NEXT);
    assertThat(bench().clock().nanos() - before).isLessThanOrEqualTo(100_000_000L);
    assertThat(positioner().read().settled()).isFalse();
    PositionReading reading = wait(moveSeconds());
    assertThat(reading.settled()).isTrue();
    assertThat(reading.alongMillimetres()).isCloseTo(1, within(0.01));
    assertThat(reading.depthMillimetres()).isCloseTo(2, within(0.01));
    assertThat(tip().alongMillimetres()).isCloseTo(1, within(0.01));
    assertThat(tip().depthMillimetres()).isCloseTo(2, within(0.01));
  }

  @Test
  void silenceIsAnError() throws DeviceException {
    positioner().moveTo(NEXT);
    wait(moveSeconds());
    assumeTrue(bench().silence(), "nothing lies between this device and its driver");
    bench().pass(1);
    assertThatThrownBy(() -> positioner().read()).isInstanceOf(DeviceException.class);
  }

  private PositionReading wait(double seconds) throws DeviceException {
    PositionReading reading = positioner().read();
    for (double passed = 0; passed < seconds && !reading.settled(); passed += 0.02) {
      bench().pass(0.02);
      reading = positioner().read();
    }
    return reading;
  }
}
