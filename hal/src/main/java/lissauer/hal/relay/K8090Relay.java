package lissauer.hal.relay;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.RfRelay;
import lissauer.hal.RigClock;
import lissauer.hal.lab.Examined;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * A Velleman K8090 or VM8090 relay board between generator and electrode.
 *
 * <p>What it reads back is what the board says of its relays, not an auxiliary contact: a welded
 * contact is not seen. Two relays in series make one such fault harmless. The board has no
 * heartbeat: it keeps its relays as they are when nobody speaks to it.
 */
public final class K8090Relay implements RfRelay, Examined, AutoCloseable {
  /** Line speed that the board has, 8N1. */
  public static final int BAUD = 19_200;

  private static final int EMULATED_WEEK = 99;
  private static final String DEVICE = "relay";

  /** The state is asked for so often; a packet each way takes 7.3 ms on the line. */
  private static final long ASK_NANOS = 15_000_000;

  /** An older state is not believed; then the board is waited for, which is rare. */
  private static final long FRESH_NANOS = 60_000_000;

  private static final long ANSWER_NANOS = 90_000_000;
  private static final long OPEN_NANOS = 1_000_000_000;
  private static final long LOOK_NANOS = 1_000_000;

  private final RigClock clock;
  private final Link link;
  private final int mask;
  private final BadFrames bad = new BadFrames();
  private final K8090Parser parser = new K8090Parser(bad);
  private final byte[] buffer = new byte[512];
  private boolean driven;
  private int state;
  private long askedNanos;
  private long seenNanos;
  private long unansweredNanos;
  private boolean answered = true;
  private @Nullable K8090Packet firmware;

  private K8090Relay(RigClock clock, Link link, List<Integer> relays) {
    this.clock = clock;
    this.link = link;
    this.mask = relays.stream().mapToInt(relay -> 1 << (relay - 1)).reduce(0, (a, b) -> a | b);
  }

  /**
   * Opens the board and lets its relays fall open.
   *
   * @param relays 1 to 8, all of them in series with the electrode
   * @throws DeviceException if no board answers
   */
  public static K8090Relay open(RigClock clock, Link link, List<Integer> relays)
      throws DeviceException {
    K8090Relay relay = new K8090Relay(clock, link, relays);
    try {
      relay.open();
      return relay;
    } catch (DeviceException e) {
      link.close();
      throw e;
    }
  }

  @Override
  public synchronized void drive(boolean closed) throws DeviceException {
    driven = closed;
    listen();
    send(K8090Packet.of(closed ? K8090Packet.ON : K8090Packet.OFF, mask));
    inquire();
    complainWhenOverdue();
  }

  @Override
  public synchronized boolean closed() throws DeviceException {
    listen();
    if (clock.nanos() - askedNanos >= ASK_NANOS) {
      if (!driven && (state & mask) != 0) {
        // A button on the board closes relays too.
        send(K8090Packet.of(K8090Packet.OFF, mask));
      }
      inquire();
    }
    while (clock.nanos() - seenNanos > FRESH_NANOS) {
      if (answered) {
        inquire();
      }
      complainWhenOverdue();
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
      listen();
    }
    return driven ? (state & mask) == mask : (state & mask) != 0;
  }

  /** What answered. */
  public String identity() {
    K8090Packet version = firmware;
    return version == null
        ? "K8090"
        : "K8090, firmware week %d of 20%02d".formatted(version.second(), version.first());
  }

  /** Whether it said of itself that it only stands in for a board: a week that no year has. */
  public boolean emulated() {
    K8090Packet version = firmware;
    return version != null && version.second() == EMULATED_WEEK;
  }

  /** What arrived and could not be used. */
  public BadFrames bad() {
    return bad;
  }

  /** Lets the relays fall open and the port go. */
  @Override
  public synchronized void close() {
    try {
      send(K8090Packet.of(K8090Packet.OFF, mask));
    } catch (DeviceException gone) {
      // Without a line to it there is nothing left to say to the board.
    } finally {
      link.close();
    }
  }

  @Override
  public List<Finding> findings(String subject) {
    return List.of(
        Finding.unknown(
            subject,
            "contacts",
            "it tells what its processor believes, not where its contacts are"));
  }

  @Override
  public synchronized void ask() throws DeviceException {
    listen();
    inquire();
    long due = clock.nanos() + ANSWER_NANOS;
    while (!answered && clock.nanos() <= due) {
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
      listen();
    }
    complainWhenOverdue();
  }

  @Override
  public Map<String, Long> badFrames() {
    return bad.counts();
  }

  /** A packet each way takes 7.3 ms on its line. */
  @Override
  public double answerSeconds() {
    return 0.04;
  }

  private void open() throws DeviceException {
    long due = clock.nanos() + OPEN_NANOS;
    send(K8090Packet.of(K8090Packet.OFF, mask));
    send(K8090Packet.of(K8090Packet.FIRMWARE, 0));
    inquire();
    while (!answered) {
      if (clock.nanos() > due) {
        throw new DeviceException(
            DEVICE, "no K8090 answers: is it the right port, at 19200 baud? " + bad);
      }
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
      listen();
    }
  }

  private void complainWhenOverdue() throws DeviceException {
    long silentNanos = clock.nanos() - unansweredNanos;
    if (!answered && silentNanos > ANSWER_NANOS) {
      throw new DeviceException(
          DEVICE,
          "does not tell its state for %.0f ms; is the board plugged in? %s"
              .formatted(silentNanos * 1e-6, bad));
    }
  }

  private void inquire() throws DeviceException {
    askedNanos = clock.nanos();
    if (answered) {
      unansweredNanos = askedNanos;
      answered = false;
    }
    send(K8090Packet.of(K8090Packet.QUERY, 0));
  }

  private void listen() throws DeviceException {
    try {
      for (int count = link.read(buffer); count > 0; count = link.read(buffer)) {
        parser.accept(buffer, count);
        take();
      }
    } catch (IOException e) {
      throw new DeviceException(DEVICE, String.valueOf(e.getMessage()), e);
    }
  }

  private void take() {
    for (K8090Packet packet = parser.next(); packet != null; packet = parser.next()) {
      switch (packet.command()) {
        case K8090Packet.STATUS -> {
          state = packet.first();
          seenNanos = askedNanos; // at the latest: it may have waited for us since
          answered = true;
        }
        case K8090Packet.FIRMWARE -> firmware = packet;
        case K8090Packet.BUTTON -> bad.count("button pressed on the board");
        default -> bad.count("unknown packet");
      }
    }
  }

  private void send(K8090Packet packet) throws DeviceException {
    try {
      link.write(packet.bytes());
    } catch (IOException e) {
      throw new DeviceException(DEVICE, String.valueOf(e.getMessage()), e);
    }
  }
}
