package lissauer.hal.gpio;

import static com.pi4j.io.gpio.digital.DigitalState.HIGH;
import static com.pi4j.io.gpio.digital.DigitalState.LOW;
import static lissauer.hal.gpio.ContactPin.Closes.TO_GROUND;
import static lissauer.hal.gpio.ContactPin.Closes.TO_SUPPLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.List;
import java.util.Optional;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;

/** Contacts, relay, heartbeat, pedal and lamp at lines that a test sets. */
class GpioLinesTest {
  private static final GpioRelay.Setup MIRROR =
      new GpioRelay.Setup(
          new GpioPin(0, 17), contact(27, TO_GROUND), GpioRelay.Auxiliary.NORMALLY_CLOSED);

  private final HandClock clock = new HandClock();
  private final ScriptedPi pi = new ScriptedPi();

  @Test
  void openingCountsAtOnceAndClosingWhenItHasLasted() throws DeviceException {
    pi.put(5, LOW);
    GpioInterlock interlock = interlock(contact(5, TO_GROUND));
    assertThat(interlock.closed()).as("found closed").isTrue();
    clock.pass(0.02);
    pi.put(5, HIGH);
    assertThat(interlock.closed()).isFalse();
    clock.pass(0.02);
    pi.put(5, LOW);
    assertThat(interlock.closed()).isFalse();
    clock.pass(0.049);
    assertThat(interlock.closed()).isFalse();
    clock.pass(0.001);
    assertThat(interlock.closed()).isTrue();
  }

  @Test
  void aContactThatBouncesHasNotClosed() throws DeviceException {
    pi.put(5, HIGH);
    GpioInterlock interlock = interlock(contact(5, TO_GROUND));
    for (int i = 0; i < 10; i++) {
      clock.pass(0.01);
      pi.put(5, LOW);
      clock.pass(0.01);
      assertThat(interlock.closed()).isFalse();
      pi.put(5, HIGH);
    }
    pi.put(5, LOW);
    clock.pass(0.05);
    assertThat(interlock.closed()).as("the last opening, once").isFalse();
    assertThat(interlock.closed()).isTrue();
  }

  @Test
  void aProviderThatReportsNoEdgesIsReadAllTheSame() throws DeviceException {
    pi.put(5, LOW);
    GpioInterlock interlock = interlock(contact(5, TO_GROUND));
    clock.pass(0.02);
    pi.levels.put(5, HIGH);
    assertThat(interlock.closed()).isFalse();
    clock.pass(0.02);
    pi.levels.put(5, LOW);
    assertThat(interlock.closed()).isFalse();
    clock.pass(0.05);
    assertThat(interlock.closed()).isTrue();
  }

  @Test
  void anOpeningShorterThanATickIsNotMissed() throws DeviceException {
    pi.put(5, LOW);
    GpioInterlock interlock = interlock(contact(5, TO_GROUND));
    assertThat(interlock.closed()).isTrue();
    pi.put(5, HIGH);
    pi.put(5, LOW);
    clock.pass(1);
    assertThat(interlock.closed()).as("however long ago").isFalse();
    clock.pass(0.02);
    assertThat(interlock.closed()).isTrue();
  }

  @Test
  void thePullIsAlwaysTheOppositeOfTheContactSoThatABrokenWireReadsOpen() throws DeviceException {
    pi.put(5, LOW);
    pi.put(6, HIGH);
    GpioInterlock chain = interlock(contact(5, TO_GROUND), contact(6, TO_SUPPLY));
    assertThat(pi.pulls)
        .containsEntry(5, PullResistance.PULL_UP)
        .containsEntry(6, PullResistance.PULL_DOWN);
    assertThat(pi.debounces).as("the provider must not delay").containsEntry(5, 0L);
    assertThat(chain.closed()).isTrue();
    pi.put(6, LOW);
    assertThat(chain.closed()).isFalse();
    pi.put(6, HIGH);
    pi.put(5, DigitalState.UNKNOWN);
    clock.pass(1);
    assertThat(chain.closed()).as("neither high nor low").isFalse();
  }

  @Test
  void aRelayThatCannotBeReadIsAnErrorAndNotAGuess() throws DeviceException {
    GpioRelay relay = GpioRelay.open(pi.context, MIRROR);
    pi.gone = true;
    assertThatThrownBy(relay::closed)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("cannot read GPIO27");
    assertThatThrownBy(() -> relay.drive(true)).hasMessageContaining("cannot set GPIO17");
  }

  @Test
  void theRelayIsLowAtFirstHighWhenDrivenAndLowAtTheEnd() throws DeviceException {
    GpioRelay relay = GpioRelay.open(pi.context, MIRROR);
    assertThat(pi.outputs).containsEntry(17, LOW);
    relay.drive(true);
    assertThat(pi.outputs).containsEntry(17, HIGH);
    relay.close();
    assertThat(pi.outputs).containsEntry(17, LOW);
  }

  @Test
  void theAuxiliaryContactSaysWhetherTheRelayIsClosed() throws DeviceException {
    GpioRelay mirror = GpioRelay.open(pi.context, MIRROR);
    pi.put(27, LOW);
    assertThat(mirror.closed()).as("mirror contact closed").isFalse();
    pi.put(27, HIGH);
    assertThat(mirror.closed()).as("mirror contact open, or its wire broken").isTrue();
    mirror.close();
    GpioRelay same =
        GpioRelay.open(
            pi.context,
            new GpioRelay.Setup(
                new GpioPin(0, 17), contact(27, TO_SUPPLY), GpioRelay.Auxiliary.NORMALLY_OPEN));
    assertThat(same.closed()).isTrue();
    pi.put(27, LOW);
    assertThat(same.closed()).isFalse();
  }

  @Test
  void aPulledPedalPlugStopsAsAFootDoes() throws DeviceException {
    pi.put(13, LOW);
    GpioFootswitch pedal =
        GpioFootswitch.open(
            pi.context, clock, new GpioFootswitch.Setup(contact(13, TO_GROUND), 0.05));
    assertThat(pedal.pressed()).isFalse();
    pi.put(13, HIGH);
    assertThat(pedal.pressed()).isTrue();
    pedal.close();
  }

  @Test
  void eachBeatTurnsTheLineOver() throws DeviceException {
    GpioHeartbeat heart = GpioHeartbeat.open(pi.context, new GpioPin(0, 22));
    assertThat(pi.outputs).containsEntry(22, LOW);
    heart.beat();
    assertThat(pi.outputs).containsEntry(22, HIGH);
    heart.beat();
    assertThat(pi.outputs).containsEntry(22, LOW);
    heart.beat();
    heart.close();
    assertThat(pi.outputs).containsEntry(22, LOW);
  }

  @Test
  void lampAndBuzzerFollowRf() throws DeviceException {
    GpioIndicator lamp =
        GpioIndicator.open(
            pi.context,
            new GpioIndicator.Setup(new GpioPin(0, 23), Optional.of(new GpioPin(0, 24))));
    lamp.showRf(true);
    assertThat(pi.outputs).containsEntry(23, HIGH).containsEntry(24, HIGH);
    lamp.showRf(false);
    assertThat(pi.outputs).containsEntry(23, LOW).containsEntry(24, LOW);
    lamp.close();
  }

  @Test
  void aLineThatIsTakenIsNamedAndWhatWasOpenedBeforeIsGivenBack() throws DeviceException {
    GpioHeartbeat.open(pi.context, new GpioPin(0, 24));
    GpioIndicator.Setup both =
        new GpioIndicator.Setup(new GpioPin(0, 23), Optional.of(new GpioPin(0, 24)));
    assertThatThrownBy(() -> GpioIndicator.open(pi.context, both))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("cannot open GPIO24")
        .hasMessageContaining("gpioinfo");
    GpioIndicator.open(pi.context, new GpioIndicator.Setup(new GpioPin(0, 23), Optional.empty()));

    GpioInterlock.open(
        pi.context, clock, new GpioInterlock.Setup(List.of(contact(6, TO_GROUND)), 0));
    assertThatThrownBy(() -> interlock(contact(5, TO_GROUND), contact(6, TO_GROUND)))
        .hasMessageContaining("cannot open GPIO6");
    interlock(contact(5, TO_GROUND)).close();

    GpioRelay.Setup taken =
        new GpioRelay.Setup(
            new GpioPin(0, 17), contact(6, TO_GROUND), GpioRelay.Auxiliary.NORMALLY_CLOSED);
    assertThatThrownBy(() -> GpioRelay.open(pi.context, taken)).hasMessageContaining("GPIO6");
    GpioRelay.open(pi.context, MIRROR);
  }

  @Test
  void aChainWithoutAContactIsRefused() {
    assertThatThrownBy(() -> new GpioInterlock.Setup(List.of(), 0.05))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private GpioInterlock interlock(ContactPin... contacts) throws DeviceException {
    return GpioInterlock.open(pi.context, clock, new GpioInterlock.Setup(List.of(contacts), 0.05));
  }

  private static ContactPin contact(int line, ContactPin.Closes to) {
    return new ContactPin("contact", new GpioPin(0, line), to);
  }
}
