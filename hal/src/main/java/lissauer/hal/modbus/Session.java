package lissauer.hal.modbus;

import java.io.IOException;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.Link;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a front end, from finding out who answers to losing it. Every question is asked
 * twice at most; whatever does not fit the map, or is not what was asked for, is a {@link
 * DeviceException}.
 */
final class Session {
  private static final String DEVICE = FrontEnd.DEVICE;

  private final Link link;
  private final RtuMaster master;
  private final FrontEndIdentity identity;
  private int sequence;
  private boolean lost;

  private interface Question<T> {
    T ask() throws NoAnswer, IOException, DeviceException;
  }

  private Session(Link link, RtuMaster master) throws DeviceException {
    this.link = link;
    this.master = master;
    this.identity =
        FrontEndIdentity.from(
            DEVICE, twice(() -> master.read(FrontEndMap.IDENTITY, FrontEndMap.IDENTITY_SIZE)));
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
      Session session = new Session(link, master);
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
    twice(() -> {
      master.write(caps.to(block, FrontEndMap.CAPS));
      return block;
    });
    FrontEndCaps held =
        FrontEndCaps.from(
            twice(() -> master.read(FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE)), FrontEndMap.CAPS);
    if (!held.equals(caps)) {
      throw new DeviceException(DEVICE, "was given caps of " + caps + " and holds " + held);
    }
  }

  FrontEndIdentity identity() {
    return identity;
  }

  /** When the last request was handed over. */
  long sentNanos() {
    return master.sentNanos();
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
    return FrontEndStatus.from(
        twice(() -> master.read(FrontEndMap.STATUS, FrontEndMap.STATUS_SIZE)));
  }

  /** What the board has counted and tested. */
  Registers diagnostics() throws DeviceException {
    return twice(() -> master.read(FrontEndMap.DIAGNOSTICS, FrontEndMap.DIAGNOSTICS_SIZE));
  }

  private FrontEndStatus command(int control, long microwatts, int leaseMillis)
      throws DeviceException {
    return FrontEndStatus.from(
        twice(() -> {
          sequence = (sequence + 1) & 0xFFFF;
          FrontEndCommand command = new FrontEndCommand(sequence, control, microwatts, leaseMillis);
          return master.exchange(
              command.registers(),
              FrontEndMap.STATUS,
              FrontEndMap.STATUS_SIZE,
              block -> block.u16(FrontEndMap.STATUS) == command.sequence());
        }));
  }

  private <T> T twice(Question<T> question) throws DeviceException {
    try {
      try {
        return question.ask();
      } catch (NoAnswer _) {
        return question.ask();
      }
    } catch (NoAnswer e) {
      throw new DeviceException(DEVICE, "asked twice: " + e.getMessage(), e);
    } catch (IOException e) {
      lost = true;
      throw new DeviceException(DEVICE, String.valueOf(e.getMessage()), e);
    }
  }

  private static DeviceException fault(FrontEndStatus status, String what) {
    String faults = FrontEndFault.describe(status.faults());
    return new DeviceException(
        DEVICE, what + ": " + (faults.isEmpty() ? "its self test did not pass" : faults));
  }
}
