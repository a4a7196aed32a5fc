package lissauer.hal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import lissauer.hal.DeviceException;
import lissauer.hal.RfRelay;
import org.junit.jupiter.api.Test;

/** What every {@link RfRelay} must do. */
public abstract class RfRelayContract {
  /** Longest travel that the self test waits for. */
  private static final double TRAVEL_SECONDS = 0.1;

  protected abstract BenchUnderTest bench();

  protected abstract RfRelay relay();

  /** The contact itself, whatever the driver says. */
  protected abstract boolean contactClosed();

  @Test
  void itIsOpenAtFirst() throws DeviceException {
    assertThat(contactClosed()).isFalse();
    assertThat(relay().closed()).isFalse();
  }

  @Test
  void itFollowsItsDriveBothWaysAndReadsItsContact() throws DeviceException {
    relay().drive(true);
    bench().pass(TRAVEL_SECONDS);
    assertThat(contactClosed()).isTrue();
    assertThat(relay().closed()).isTrue();
    relay().drive(false);
    bench().pass(TRAVEL_SECONDS);
    assertThat(contactClosed()).isFalse();
    assertThat(relay().closed()).isFalse();
  }

  @Test
  void drivingItTwiceTheSameWayIsAsGoodAsOnce() throws DeviceException {
    relay().drive(true);
    relay().drive(true);
    bench().pass(TRAVEL_SECONDS);
    assertThat(relay().closed()).isTrue();
    relay().drive(false);
    relay().drive(false);
    bench().pass(TRAVEL_SECONDS);
    assertThat(relay().closed()).isFalse();
  }

  @Test
  void silenceIsAnErrorForWhoDrivesAndForWhoReads() throws DeviceException {
    relay().drive(true);
    bench().pass(TRAVEL_SECONDS);
    assumeTrue(bench().silence(), "nothing lies between this device and its driver");
    assertThatThrownBy(() -> relay().closed()).isInstanceOf(DeviceException.class);
    assertThatThrownBy(() -> relay().drive(false)).isInstanceOf(DeviceException.class);
  }
}
