package lissauer.hal.modbus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a front end, from finding out who answers to losing it. A question that gets no
 * answer is asked again: silence is borne for as long as the port's contract allows, since a
 * computer or a USB hub stands still for a tenth of a second now and then and nothing is wrong;
 * bytes that are no answer are borne once, since then something is. Whatever does not fit the map,
 * or is not what was asked for, is a {@link DeviceException}.
 */
final class Session {
  private static final String DEVICE = FrontEnd.DEVICE;

  private static final int SEQUENCES = 0xFFFF;

  /** Asked no more after so long with power on: the lease takes it away after 250 ms. */
  private static final long PATIENCE_NANOS = 150_000_000;

  /** The same while no power was told. */
  private static final long PATIENCE_AT_REST_NANOS = 450_000_000;

  private final Link link;
  private final RtuMaster master;
  private final RigClock clock;
  private final FrontEndIdentity identity;
  private long microwatts;
  private int sequence;
  private long sentNanos;
  private boolean lost;

  private interface Question<T> {
    T ask() throws NoAnswer, IOException, DeviceException;
  }

  private Session(Link link, RtuMaster master, RigClock clock) throws DeviceException {
    this.link = link;
    this.master = master;
    this.clock = clock;
    this.identity =
        FrontEndIdentity.from(
            DEVICE, ask(() -> master.read(FrontEndMap.IDENTITY, FrontEndMap.IDENTITY_SIZE)));
  }

  /**
   * Finds out who is on the line, switches it off, and hands it caps that it must read back.
   *
   * @param serialNumber who it must be; null when anybody will do
   * @throws DeviceException if it is not as the map says; the link is closed then
   */
  static Session open(
      Link link,
      FrontEndSetup setup,
      RigClock clock,
      FrontEndCaps caps,
      @Nullable String serialNumber,
      BadFrames bad)
      throws DeviceException {
    boolean open = false;
    try {
      RtuMaster master = new RtuMaster(DEVICE, link, setup.unit(), clock, setup.answerNanos(), bad);
      Session session = new Session(link, master, clock);
      session.check(caps, serialNumber);
      session.hand(caps);
      open = true;
      return session;
    } finally {
      if (!open) {
        link.close();
      }
    }
  }

  private void check(FrontEndCaps caps, @Nullable String serialNumber) throws DeviceException {
    if (serialNumber != null && !serialNumber.equals(identity.serialNumber())) {
      throw new DeviceException(
          DEVICE,
          "another one has been plugged in: serial number "
              + identity.serialNumber()
              + ", the row began on "
              + serialNumber);
    }
    String above = caps.above(identity.greatest());
    if (!above.isEmpty()) {
      throw new DeviceException(
          DEVICE,
          "cannot hold the electrode's caps (" + above + "): it goes to " + identity.greatest());
    }
  }

  private void hand(FrontEndCaps caps) throws DeviceException {
    sequence = status().sequence(); // a repeated one would not be carried out
    FrontEndStatus off = command(FrontEndMap.ACKNOWLEDGE, 0, 0); // whatever it was doing, it stops
    if (off.faults() != 0 || !off.has(FrontEndMap.SELF_TEST_PASSED)) {
      throw fault(off, "is not fit to heat");
    }
    Registers block = new Registers(FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE);
    ask(() -> {
      master.write(caps.to(block, FrontEndMap.CAPS));
      return block;
    });
    FrontEndCaps held =
        FrontEndCaps.from(
            ask(() -> master.read(FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE)), FrontEndMap.CAPS);
    if (!held.equals(caps)) {
      throw new DeviceException(DEVICE, "was given caps of " + caps + " and holds " + held);
    }
  }

  FrontEndIdentity identity() {
    return identity;
  }

  /** When the request that was answered last was handed over. */
  long sentNanos() {
    return sentNanos;
  }

  /** Whether another connection has to be made: port gone, or caps gone with a reset. */
  boolean lost() {
    return lost;
  }

  void close() {
    link.close();
  }

  /**
   * One exchange: a command, and everything that was measured.
   *
   * @throws DeviceException also when it was carried out in part or not at all
   */
  FrontEndStatus exchange(int control, long microwatts, int leaseMillis) throws DeviceException {
    FrontEndStatus status = command(control, microwatts, leaseMillis);
    if (!status.has(FrontEndMap.CAPS_WRITTEN)) {
      lost = true;
      throw new DeviceException(DEVICE, "was reset: its caps are gone (supply, or its watchdog)");
    }
    if (status.acceptedMicrowatts() != microwatts) {
      throw status.faults() != 0
          ? fault(status, "has switched off by itself")
          : new DeviceException(
              DEVICE,
              "was told %.6f W and took %.6f W"
                  .formatted(
                      microwatts / FrontEndMap.MICRO,
                      status.acceptedMicrowatts() / FrontEndMap.MICRO));
    }
    return status;
  }

  /** Everything that was measured, without a command: renews nothing. */
  FrontEndStatus status() throws DeviceException {
    Registers block = ask(() -> master.read(FrontEndMap.STATUS, FrontEndMap.STATUS_SIZE));
    sentNanos = master.sentNanos();
    return FrontEndStatus.from(block);
  }

  /** What the board has counted and tested. */
  Registers diagnostics() throws DeviceException {
    return ask(() -> master.read(FrontEndMap.DIAGNOSTICS, FrontEndMap.DIAGNOSTICS_SIZE));
  }

  private FrontEndStatus command(int control, long microwatts, int leaseMillis)
      throws DeviceException {
    this.microwatts = Math.max(this.microwatts, microwatts);
    List<Long> sent = new ArrayList<>(1);
    Registers block =
        ask(() -> {
          sequence = (sequence + 1) & SEQUENCES;
          FrontEndCommand command = new FrontEndCommand(sequence, control, microwatts, leaseMillis);
          sent.addFirst(clock.nanos());
          return master.exchange(
              command.registers(),
              FrontEndMap.STATUS,
              FrontEndMap.STATUS_SIZE,
              read -> triesAgo(read) < sent.size());
        });
    sentNanos = sent.get(triesAgo(block));
    this.microwatts = microwatts;
    return FrontEndStatus.from(block);
  }

  /**
   * Which try this answers, counted back from the last. A line that lags brings the answer to an
   * earlier one, which said the same.
   */
  private int triesAgo(Registers answer) {
    return (sequence - answer.u16(FrontEndMap.STATUS)) & SEQUENCES;
  }

  private <T> T ask(Question<T> question) throws DeviceException {
    long began = clock.nanos();
    long patience = microwatts > 0 ? PATIENCE_NANOS : PATIENCE_AT_REST_NANOS;
    for (int times = 1; ; times++) {
      try {
        return question.ask();
      } catch (NoAnswer e) {
        if (times > 1 && (!e.silence() || clock.nanos() - began >= patience)) {
          throw new DeviceException(DEVICE, "asked " + times + " times: " + e.getMessage(), e);
        }
      } catch (IOException e) {
        lost = true;
        throw new DeviceException(DEVICE, String.valueOf(e.getMessage()), e);
      }
    }
  }

  private static DeviceException fault(FrontEndStatus status, String what) {
    String faults = FrontEndFault.describe(status.faults());
    return new DeviceException(
        DEVICE, what + ": " + (faults.isEmpty() ? "its self test did not pass" : faults));
  }
}
