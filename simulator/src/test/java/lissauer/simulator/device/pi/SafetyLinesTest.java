package lissauer.simulator.device.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.context.Context;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.gpio.ContactPin;
import lissauer.hal.gpio.GpioHeartbeat;
import lissauer.hal.gpio.GpioInterlock;
import lissauer.hal.gpio.GpioPin;
import lissauer.hal.gpio.GpioRelay;
import lissauer.simulator.SimulatedClock;
import org.junit.jupiter.api.Test;

/** The relay behind its charge pump, and contacts whose wires break. */
class SafetyLinesTest {
  private static final int DRIVE = 17;
  private static final int HEARTBEAT = 22;
  private static final int READBACK = 27;
  private static final double TRAVEL_SECONDS = 0.01;

  private final SimulatedClock clock = new SimulatedClock(Double.POSITIVE_INFINITY);
  private final GpioBank bank = new GpioBank();
  private final ChargePump pump = new ChargePump(clock);
  private final CoilRelay contacts = new CoilRelay(clock, pump, TRAVEL_SECONDS);
  private final Context pi = new SimulatedPi(Map.of(), bank).open(List.of(), List.of());
  private final GpioRelay relay;
  private final GpioHeartbeat heart;

  SafetyLinesTest() throws DeviceException {
    bank.onOutput(HEARTBEAT, pump::line);
    bank.onOutput(DRIVE, contacts::drive);
    bank.connect(READBACK, () -> contacts.closed() ? GpioBank.Level.FLOATING : GpioBank.Level.LOW);
    relay =
        GpioRelay.open(
            pi,
            new GpioRelay.Setup(
                new GpioPin(0, DRIVE), contact(READBACK), GpioRelay.Auxiliary.NORMALLY_CLOSED));
    heart = GpioHeartbeat.open(pi, new GpioPin(0, HEARTBEAT));
  }

  @Test
  void withoutABeatTheRelayDoesNotClose() throws DeviceException {
    relay.drive(true);
    pass(1);
    assertThat(relay.closed()).isFalse();
  }

  @Test
  void withABeatItClosesAfterItsTravelAndOpensWhenItIsTold() throws DeviceException {
    beat(0.5, 0.02);
    assertThat(relay.closed()).isFalse();
    relay.drive(true);
    pass(0.009);
    assertThat(relay.closed()).isFalse();
    pass(0.001);
    assertThat(relay.closed()).isTrue();
    relay.drive(false);
    assertThat(relay.closed()).as("contacts take their time").isTrue();
    pass(TRAVEL_SECONDS);
    assertThat(relay.closed()).isFalse();
  }

  @Test
  void aLineStuckHighOrLowLetsTheRelayFallOpenWithinThreeTenths() throws DeviceException {
    for (int more = 0; more <= 1; more++) {
      beat(1, 0.02);
      relay.drive(true);
      beat(0.1 + more * 0.02, 0.02);
      assertThat(relay.closed()).isTrue();
      long stuck = clock.nanos();
      while (relay.closed()) {
        clock.sleepUntil(clock.nanos() + 1_000_000);
      }
      assertThat((clock.nanos() - stuck) * 1e-9).isBetween(0.15, 0.3 + TRAVEL_SECONDS);
      relay.drive(false);
    }
  }

  @Test
  void aBeatEveryTenthOfASecondHolds() throws DeviceException {
    relay.drive(true);
    beat(1, 0.02);
    for (int i = 0; i < 50; i++) {
      beat(0.1, 0.1);
      assertThat(relay.closed()).isTrue();
    }
  }

  @Test
  void aBeatTwiceASecondDoesNot() throws DeviceException {
    relay.drive(true);
    for (int i = 0; i < 20; i++) {
      heart.beat();
      pass(0.5);
      assertThat(relay.closed()).isFalse();
    }
  }

  @Test
  void afterALapseOneBeatIsNotEnough() throws DeviceException {
    relay.drive(true);
    beat(1, 0.02);
    assertThat(relay.closed()).isTrue();
    pass(1);
    beat(0.04, 0.02);
    assertThat(relay.closed()).isFalse();
    beat(1, 0.02);
    assertThat(relay.closed()).isTrue();
  }

  @Test
  void aLineThatIsSetHighOverAndOverFeedsNothing() {
    contacts.drive(true);
    for (int i = 0; i < 100; i++) {
      pump.line(true);
      pass(0.02);
    }
    assertThat(contacts.closed()).isFalse();
  }

  @Test
  void closingTheHeartLetsTheRelayGo() throws DeviceException {
    relay.drive(true);
    beat(1, 0.02);
    assertThat(relay.closed()).isTrue();
    heart.close();
    pass(0.32);
    assertThat(relay.closed()).isFalse();
  }

  @Test
  void closingPi4jLetsTheRelayGoAtOnce() throws DeviceException {
    relay.drive(true);
    beat(1, 0.02);
    pi.shutdown();
    pass(TRAVEL_SECONDS);
    assertThat(contacts.closed()).isFalse();
  }

  @Test
  void aWeldedRelayShowsInTheMirrorContact() throws DeviceException {
    relay.drive(true);
    beat(1, 0.02);
    contacts.weld();
    relay.drive(false);
    pass(1);
    assertThat(relay.closed()).isTrue();
  }

  @Test
  void aBrokenWireAtAnyContactReadsOpen() throws DeviceException {
    bank.put(5, GpioBank.Level.LOW);
    bank.put(6, GpioBank.Level.LOW);
    GpioInterlock chain =
        GpioInterlock.open(
            pi, clock, new GpioInterlock.Setup(List.of(contact(5), contact(6)), 0.05));
    assertThat(chain.closed()).isTrue();
    for (int line : List.of(5, 6)) {
      bank.put(line, GpioBank.Level.FLOATING);
      assertThat(chain.closed()).isFalse();
      bank.put(line, GpioBank.Level.LOW);
      pass(0.02);
      assertThat(chain.closed()).isFalse();
      pass(0.05);
      assertThat(chain.closed()).isTrue();
    }
    chain.close();
  }

  @Test
  void aBankThatDiesIsAnErrorAndNotAnOpenContact() {
    bank.die();
    assertThatThrownBy(relay::closed)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("cannot read GPIO27");
    assertThatThrownBy(heart::beat).hasMessageContaining("cannot set GPIO22");
  }

  @Test
  void aPlainRelayNeedsNoBeat() {
    CoilRelay plain = new CoilRelay(clock, TRAVEL_SECONDS);
    plain.drive(true);
    pass(0.02);
    assertThat(plain.closed()).isTrue();
    plain.drive(false);
    pass(0.02);
    assertThat(plain.closed()).isFalse();
  }

  private void beat(double seconds, double everySeconds) throws DeviceException {
    for (int i = 0; i < Math.round(seconds / everySeconds); i++) {
      heart.beat();
      pass(everySeconds);
    }
  }

  private void pass(double seconds) {
    clock.sleepUntil(clock.nanos() + Math.round(seconds * 1e9));
  }

  private static ContactPin contact(int line) {
    return new ContactPin("contact", new GpioPin(0, line), ContactPin.Closes.TO_GROUND);
  }
}
