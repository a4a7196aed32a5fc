package lissauer.hal.modbus;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.BadFrames;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one front end within reach: holds what it said last, notices when its port has vanished,
 * and looks for it beside the tick, which meanwhile fails at once. One question at a time.
 */
final class Connection {
  /** What has been said may be used this long: three ticks. */
  private static final long FRESH_NANOS = 60_000_000;

  private static final long NEVER = Long.MIN_VALUE;
  private static final long LOOK_AGAIN_NANOS = 200_000_000;

  private final FrontEndSetup setup;
  private final FrontEnd.Wire wire;
  private final FrontEndCaps caps;
  private final RigClock clock;
  private final BadFrames bad = new BadFrames();
  private final FrontEndIdentity identity;
  private final ReentrantLock line = new ReentrantLock();
  private final Runnable onLoss;
  private @Nullable Session session;
  private @Nullable Answer latest;
  private volatile boolean closed;
  private long commandedNanos = NEVER;
  private volatile String notBack = "";

  /**
   * What the front end said.
   *
   * @param askedNanos when it was asked, on the rig's clock: nothing in it is younger
   */
  record Answer(FrontEndStatus status, long askedNanos) {}

  /**
   * Finds the front end, switches it off and hands it caps.
   *
   * @param onLoss what to do when it was lost, under the lock
   */
  Connection(
      FrontEndSetup setup, FrontEnd.Wire wire, FrontEndCaps caps, RigClock clock, Runnable onLoss)
      throws DeviceException {
    this.setup = setup;
    this.wire = wire;
    this.caps = caps;
    this.clock = clock;
    this.onLoss = onLoss;
    Session first = connect(null);
    this.identity = first.identity();
    this.session = first;
  }

  FrontEndIdentity identity() {
    return identity;
  }

  FrontEndCaps caps() {
    return caps;
  }

  BadFrames badFrames() {
    return bad;
  }

  /** Held over whatever must not be torn apart. */
  ReentrantLock line() {
    return line;
  }

  private interface Question {
    FrontEndStatus ask(Session session) throws DeviceException;
  }

  /** One exchange. */
  Answer exchange(int control, long microwatts, int leaseMillis) throws DeviceException {
    Answer answer = ask(now -> now.exchange(control, microwatts, leaseMillis));
    commandedNanos = answer.askedNanos();
    return answer;
  }

  /** Whether a command was carried out so lately. */
  boolean commandedWithin(long nanos) {
    return commandedNanos != NEVER && clock.nanos() - commandedNanos <= nanos;
  }

  /** What is known, if it is new enough; else what the front end says now. */
  Answer fresh() throws DeviceException {
    line.lock();
    try {
      Answer known = latest;
      return known != null && clock.nanos() - known.askedNanos() <= FRESH_NANOS
          ? known
          : ask(Session::status);
    } finally {
      line.unlock();
    }
  }

  /** The diagnostics block, now. */
  Registers diagnostics() throws DeviceException {
    line.lock();
    try {
      return connected().diagnostics();
    } finally {
      line.unlock();
    }
  }

  private Answer ask(Question question) throws DeviceException {
    line.lock();
    try {
      Session now = connected();
      latest = null;
      FrontEndStatus status = question.ask(now);
      latest = new Answer(status, now.sentNanos());
      return latest;
    } catch (DeviceException e) {
      if (session != null && session.lost()) {
        drop();
        lookForIt();
      }
      throw e;
    } finally {
      line.unlock();
    }
  }

  void close() {
    closed = true;
    line.lock();
    try {
      drop();
    } finally {
      line.unlock();
    }
  }

  private Session connected() throws DeviceException {
    Session now = session;
    if (now == null) {
      throw new DeviceException(
          FrontEnd.DEVICE,
          closed
              ? "is closed"
              : setup.path()
                  + " is gone; looking for it (is the cable in, is it powered?)"
                  + (notBack.isEmpty() ? "" : ". Found last: " + notBack));
    }
    return now;
  }

  private Session connect(@Nullable String serialNumber) throws DeviceException {
    try {
      return Session.open(wire.open(), setup, clock, caps, serialNumber, bad);
    } catch (IOException e) {
      throw new DeviceException(FrontEnd.DEVICE, String.valueOf(e.getMessage()), e);
    }
  }

  private void drop() {
    if (session != null) {
      session.close();
    }
    session = null;
    latest = null;
    onLoss.run();
  }

  private void lookForIt() {
    if (!closed) {
      Thread.ofPlatform().daemon().name("find " + setup.path()).start(this::find);
    }
  }

  /** Until the same front end is back, with caps, relay open and output off. */
  private void find() {
    while (!closed) {
      try {
        take(connect(identity.serialNumber()));
        return;
      } catch (DeviceException e) {
        notBack = String.valueOf(e.getMessage());
        bad.count("not back");
        clock.sleepUntil(clock.nanos() + LOOK_AGAIN_NANOS);
      }
    }
  }

  private void take(Session found) {
    line.lock();
    try {
      session = found;
      notBack = "";
      if (closed) {
        drop();
      }
    } finally {
      line.unlock();
    }
  }
}
