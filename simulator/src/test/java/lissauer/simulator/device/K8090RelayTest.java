package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.relay.K8090Relay;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class K8090RelayTest {
  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final List<String> log = new ArrayList<>();
  private int state = 0xFF;
  private final K8090Board board = new K8090Board(now -> state = now, log::add);
  private final VirtualWire wire = new VirtualWire(clock, board);
  private K8090Relay relay;

  @BeforeEach
  void open() throws DeviceException {
    relay = K8090Relay.open(clock, wire, List.of(1, 3));
  }

  @Test
  void theBoardIsNamedAndItsRelaysAreOpen() throws DeviceException {
    assertThat(relay.identity()).isEqualTo("K8090, firmware week 99 of 2010");
    assertThat(relay.emulated()).isTrue();
    assertThat(relay.closed()).isFalse();
  }

  @Test
  void bothRelaysCloseAndOpenAndTheBoardSaysSo() throws DeviceException {
    relay.drive(true);
    assertThat(after(2)).isTrue();
    assertThat(state).isEqualTo(0b101);
    relay.drive(false);
    assertThat(after(2)).isFalse();
    assertThat(state).isZero();
  }

  @Test
  void theWireCarriesThePacketsOfTheManual() throws DeviceException {
    List<String> sent = new ArrayList<>();
    VirtualWire tapped = new VirtualWire(clock, new Tap(sent));
    assertThatThrownBy(() -> K8090Relay.open(clock, tapped, List.of(1)))
        .hasMessageContaining("no K8090 answers");
    assertThat(sent.getFirst()).startsWith("04 12 01 00 00 e9 0f").contains("04 18 00 00 00 e4 0f");
  }

  @Test
  void oneOfTwoRelaysInSeriesDoesNotCountAsClosed() throws DeviceException {
    relay.drive(true);
    assertThat(after(2)).isTrue();
    board.press(0b100);
    assertThat(after(2)).isFalse();
    assertThat(relay.bad().counts()).containsEntry("button pressed on the board", 1L);
  }

  @Test
  void aButtonPressedOnTheBoardDoesNotKeepARelayClosed() throws DeviceException {
    board.press(0b001);
    assertThat(state).isEqualTo(1);
    assertThat(after(1)).isTrue();
    assertThat(after(3)).isFalse();
    assertThat(state).isZero();
  }

  @Test
  void aBoardThatLostItsPowerReadsOpen() throws DeviceException {
    relay.drive(true);
    after(2);
    board.restart();
    assertThat(after(2)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "PARTIAL", "LATE"})
  void withoutAnswersTheStateIsNotBelievedAnyMore(WireFault fault) throws DeviceException {
    relay.drive(true);
    after(2);
    wire.back().misbehave(fault);
    long from = clock.nanos();
    assertThatThrownBy(() -> after(20))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("does not tell its state for");
    assertThat((clock.nanos() - from) * 1e-9).isLessThan(0.2);
  }

  @Test
  void corruptPacketsAreCountedByName() throws DeviceException {
    wire.back().misbehave(WireFault.CORRUPT);
    for (int i = 0; i < 100; i++) {
      try {
        after(1);
      } catch (DeviceException stale) {
        wire.back().misbehave(WireFault.NONE);
        recover();
        wire.back().misbehave(WireFault.CORRUPT);
      }
    }
    assertThat(relay.bad().counts().keySet())
        .contains("bad checksum", "no start byte", "no end byte");
  }

  @Test
  void packetsThatComeTwiceDoNoHarm() throws DeviceException {
    wire.back().misbehave(WireFault.DUPLICATED);
    relay.drive(true);
    assertThat(after(2)).isTrue();
  }

  @Test
  void aPulledCableIsNamed() {
    wire.cut();
    assertThatThrownBy(() -> relay.drive(true)).hasMessageContaining("the port is gone");
    assertThatThrownBy(() -> relay.closed()).hasMessageContaining("the port is gone");
    relay.close();
  }

  @Test
  void afterAPauseItAsksAnewAndDoesNotComplain() throws DeviceException {
    relay.drive(true);
    clock.sleepUntil(clock.nanos() + 10_000_000_000L);
    assertThat(relay.closed()).isTrue();
  }

  @Test
  void closingLetsTheRelaysFallOpen() throws DeviceException {
    relay.drive(true);
    after(2);
    relay.close();
    clock.sleepUntil(clock.nanos() + 10_000_000);
    assertThat(state).isZero();
  }

  @Test
  void theBoardItselfKeepsItsRelaysClosedWhenNobodySpeaks() throws DeviceException {
    relay.drive(true);
    after(2);
    clock.sleepUntil(clock.nanos() + 60_000_000_000L);
    assertThat(state).as("it has no heartbeat, which is why docs demand another one").isNotZero();
  }

  /** A late answer counts when it comes; until then it complains. */
  private void recover() {
    try {
      relay.drive(false);
    } catch (DeviceException stillLost) {
      clock.sleepUntil(clock.nanos() + 20_000_000);
    }
  }

  /** What it reads after so many ticks. */
  private boolean after(int ticks) throws DeviceException {
    boolean closed = relay.closed();
    for (int i = 0; i < ticks; i++) {
      clock.sleepUntil(clock.nanos() + 20_000_000);
      closed = relay.closed();
    }
    return closed;
  }

  /** Notes what comes in, and says nothing. */
  private record Tap(List<String> sent) implements WireDevice {
    @Override
    public void receive(byte[] bytes, int count) {
      StringBuilder hex = new StringBuilder(sent.isEmpty() ? "" : sent.removeFirst() + " ");
      for (int i = 0; i < count; i++) {
        hex.append(i == 0 ? "" : " ").append("%02x".formatted(bytes[i]));
      }
      sent.addFirst(hex.toString());
    }

    @Override
    public void sendTo(Wire wire) {}
  }
}
