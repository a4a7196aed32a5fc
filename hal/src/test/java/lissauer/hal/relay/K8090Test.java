package lissauer.hal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lissauer.hal.DeviceException;
import lissauer.hal.ElectrodeFixture;
import lissauer.hal.RigFile;
import lissauer.hal.lab.LabBench;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.FakeLink;
import lissauer.hal.link.Mutations;
import lissauer.hal.link.StepClock;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;

class K8090Test {
  private static final HexFormat HEX = HexFormat.of();

  private final StepClock clock = new StepClock();
  private final FakeLink link = new FakeLink(this::board);
  private int state;
  private boolean silent;

  @Test
  void packetsAreThoseOfTheManual() {
    assertThat(HEX.formatHex(K8090Packet.of(K8090Packet.ON, 1).bytes()))
        .isEqualTo("04110100 00ea0f".replace(" ", ""));
    assertThat(HEX.formatHex(K8090Packet.of(K8090Packet.OFF, 0xFF).bytes()))
        .isEqualTo("0412ff0000eb0f");
  }

  @Test
  void aRelayIsDrivenAndReadBack() throws DeviceException {
    K8090Relay relay = K8090Relay.open(clock, link, List.of(2));
    assertThat(relay.identity()).isEqualTo("K8090, firmware week 1 of 2010");
    assertThat(relay.emulated()).isFalse();
    relay.drive(true);
    assertThat(relay.closed()).isTrue();
    assertThat(state).isEqualTo(2);
    state = 0;
    assertThat(later(relay)).isFalse();
    relay.close();
    assertThatThrownBy(() -> relay.drive(true)).hasMessage("the port is gone");
    relay.close();
  }

  @Test
  void aRelayThatSomebodyClosedIsOpenedAgain() throws DeviceException {
    K8090Relay relay = K8090Relay.open(clock, link, List.of(1));
    state = 1;
    assertThat(later(relay)).isTrue();
    assertThat(later(relay)).isFalse();
    assertThat(state).isZero();
  }

  @Test
  void aSilentBoardIsNotBelieved() throws DeviceException {
    K8090Relay relay = K8090Relay.open(clock, link, List.of(1));
    silent = true;
    clock.pass(100_000_000);
    assertThatThrownBy(relay::closed)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("does not tell its state");
    assertThatThrownBy(() -> K8090Relay.open(clock, link, List.of(1)))
        .hasMessageContaining("no K8090 answers");
  }

  @Test
  void aPacketThatLostAByteCostsOnePacket() {
    BadFrames bad = new BadFrames();
    K8090Parser parser = new K8090Parser(bad);
    byte[] stream =
        HEX.parseHex("0451000100aa0f" + "04510001aa0f" + "045100010 0aa0f".replace(" ", ""));
    parser.accept(stream, stream.length);
    assertThat(parser.next()).isEqualTo(new K8090Packet(0x51, 0, 1, 0));
    assertThat(parser.next()).isEqualTo(new K8090Packet(0x51, 0, 1, 0));
    assertThat(parser.next()).isNull();
    assertThat(bad.total()).isPositive();
  }

  @Test
  void tenMillionSpoiledBytesGiveRightPacketsOrAreNamed() {
    BadFrames bad = new BadFrames();
    K8090Parser parser = new K8090Parser(bad);
    Mutations mutations = new Mutations(3);
    Random random = new Random(4);
    long bytes = 0;
    long right = 0;
    while (bytes < 10_000_000) {
      byte[] frame = mutations.of(new K8090Packet(0x51, 0, random.nextInt(256), 0).bytes());
      bytes += frame.length;
      parser.accept(frame, frame.length);
      for (K8090Packet packet = parser.next(); packet != null; packet = parser.next()) {
        right++;
      }
    }
    assertThat(right).isGreaterThan(200_000);
    assertThat(bad.counts().keySet())
        .containsExactly("bad checksum", "no end byte", "no start byte");
    assertThat(bad.total()).isGreaterThan(200_000);
  }

  @Test
  void tenMillionSpoiledBytesNeverCloseARelay() throws DeviceException {
    K8090Relay relay = K8090Relay.open(clock, link, List.of(1));
    link.sent.clear();
    Mutations mutations = new Mutations(9);
    silent = true;
    byte[] closed = new K8090Packet(0x51, 0, 1, 0).bytes();
    ByteArrayOutputStream noise = new ByteArrayOutputStream();
    long bytes = 0;
    while (bytes < 10_000_000) {
      noise.reset();
      for (int i = 0; i < 20; i++) {
        noise.writeBytes(mutations.of(closed));
      }
      bytes += noise.size();
      link.arrive(noise.toByteArray());
      clock.pass(20_000_000);
      try {
        relay.closed();
      } catch (DeviceException lost) {
        // Nothing right was among it.
      }
    }
    assertThat(link.sent).noneMatch(sent -> sent.charAt(1) == K8090Packet.ON);
    assertThat(relay.bad().total()).isGreaterThan(100_000);
  }

  @Test
  void theFileSaysWhichRelaysLieInSeries() {
    Problems problems = new Problems();
    LabBench bench = new LabBench(ElectrodeFixture.small(), clock, "/run/bench");
    K8090Setup setup =
        K8090Setup.from(
            RigFile.of(problems, "serial: relay-board\nrelay: 1\nsecond_relay: 2"), bench);
    problems.throwIfAny();
    assertThat(setup.relays()).containsExactly(1, 2);
    assertThat(setup.link().host()).isEqualTo("/run/bench/relay-board");
    assertThat(setup.link().portOrBaud()).isEqualTo(19_200);
    assertThatThrownBy(() -> setup.open(clock)).isInstanceOf(DeviceException.class);
    assertThat(new K8090Driver().name()).isEqualTo("k8090");
    assertThat(
            new K8090Driver()
                .read(RigFile.of(problems, "serial: relay-board\nrelay: 1"), bench)
                .heartbeat())
        .isFalse();
    K8090Setup.from(RigFile.of(problems, "serial: a\nrelay: 9"), bench);
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("relay: 9 is out of range; allowed 1 to 8");
  }

  /** What it reads once the board has been asked again. */
  private boolean later(K8090Relay relay) throws DeviceException {
    clock.pass(20_000_000);
    relay.closed();
    clock.pass(20_000_000);
    return relay.closed();
  }

  /** Answers as the board does. */
  private byte[] board(byte[] bytes) {
    int command = bytes[1];
    int mask = bytes[2] & 0xFF;
    if (command == K8090Packet.ON) {
      state |= mask;
    } else if (command == K8090Packet.OFF) {
      state &= ~mask;
    }
    if (silent) {
      return new byte[0];
    }
    return switch (command) {
      case K8090Packet.QUERY -> new K8090Packet(K8090Packet.STATUS, state, state, 0).bytes();
      case K8090Packet.FIRMWARE -> new K8090Packet(K8090Packet.FIRMWARE, 0, 10, 1).bytes();
      default -> new byte[0];
    };
  }
}
