package lissauer.hal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;

/**
 * What every input contact must do: {@link lissauer.hal.Interlock}, whose chain is whole at first,
 * and {@link lissauer.hal.Footswitch}, which nobody stands on at first.
 */
public abstract class ContactContract {
  /** Debouncing, and one tick. */
  private static final double SETTLE_SECONDS = 0.1;

  /** Reads a contact through its port. */
  @FunctionalInterface
  protected interface Contact {
    boolean read() throws DeviceException;
  }

  protected abstract BenchUnderTest bench();

  protected abstract Contact contact();

  /** What it reads at rest: true for an interlock, false for a footswitch. */
  protected abstract boolean rest();

  /** Opens the interlock, steps on the footswitch; or takes it back. False when it cannot be. */
  protected abstract boolean actuate(boolean actuated);

  @Test
  void atRestItReadsSo() throws DeviceException {
    assertThat(contact().read()).isEqualTo(rest());
  }

  @Test
  void itReadsBothChanges() throws DeviceException {
    assumeTrue(actuate(true), "nobody can actuate it here");
    bench().pass(SETTLE_SECONDS);
    assertThat(contact().read()).isNotEqualTo(rest());
    actuate(false);
    bench().pass(SETTLE_SECONDS);
    assertThat(contact().read()).isEqualTo(rest());
  }

  @Test
  void silenceIsAnError() {
    assumeTrue(bench().silence(), "nothing lies between this device and its driver");
    bench().pass(SETTLE_SECONDS);
    assertThatThrownBy(() -> contact().read()).isInstanceOf(DeviceException.class);
  }
}
