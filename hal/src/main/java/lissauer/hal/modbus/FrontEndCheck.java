package lissauer.hal.modbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Finding;
import lissauer.hal.lab.Examined;

/** What a front end says of itself before heat, and how well it answers. */
final class FrontEndCheck implements Examined {
  /** A tick: an exchange must fit in. */
  private static final double TICK_SECONDS = 0.02;

  private static final int TICK_TENTHS = 200;
  private static final int LEAST_LEASE_MILLIS = 250;
  private static final int RETURN_PATH = 193;
  private static final int SELF_TEST = 194;
  private static final int RESET_CAUSE = 195;
  private static final int RESETS = 196;
  private static final int LEASE_ENDS = 205;
  private static final String[] TESTS = {
    "memory", "output stage off", "relay opens", "relay closes", "thermocouple", "lease", "supplies"
  };
  private static final String[] CAUSES = {"power", "watchdog", "supply dip", "other"};

  private final Connection connection;

  FrontEndCheck(Connection connection) {
    this.connection = connection;
  }

  @Override
  public List<Finding> findings(String subject) throws DeviceException {
    FrontEndIdentity identity = connection.identity();
    Registers block = connection.diagnostics();
    FrontEndStatus status = connection.fresh().status();
    List<Finding> found = new ArrayList<>();
    found.add(
        Finding.ok(
            subject,
            "caps",
            "read back " + connection.caps(),
            "the electrode's; it could hold " + identity.greatest()));
    found.add(selfTest(subject, block.u16(SELF_TEST)));
    found.add(
        Finding.when(
            status.faults() == 0,
            subject,
            "faults",
            status.faults() == 0 ? "none" : FrontEndFault.describe(status.faults()),
            "none",
            "remove the cause; docs/devices/front-end.md, table of faults"));
    found.add(output(subject, status));
    found.add(returnPath(subject, status, block.u16(RETURN_PATH)));
    found.add(period(subject, identity));
    found.add(
        Finding.when(
            identity.longestLeaseMillis() >= LEAST_LEASE_MILLIS,
            subject,
            "longest lease",
            identity.longestLeaseMillis() + " ms",
            "at least " + LEAST_LEASE_MILLIS + " ms",
            "another firmware"));
    found.add(history(subject, block));
    return found;
  }

  private static Finding selfTest(String subject, int passed) {
    List<String> failed = new ArrayList<>();
    for (int i = 0; i < TESTS.length; i++) {
      if ((passed & (1 << i)) == 0) {
        failed.add(TESTS[i]);
      }
    }
    return Finding.when(
        failed.isEmpty(),
        subject,
        "self test of the board",
        failed.isEmpty()
            ? "all " + TESTS.length + " passed"
            : "failed: " + String.join(", ", failed),
        "all passed",
        "power it off and on; a test that fails again is a broken board");
  }

  private static Finding output(String subject, FrontEndStatus status) {
    boolean off = !status.has(FrontEndMap.OUTPUT_ON) && status.acceptedMicrowatts() == 0;
    return Finding.when(
        off,
        subject,
        "output",
        off ? "off, %.4f W measured".formatted(status.powerWatts()) : "on",
        "off",
        "pull its plug");
  }

  private static Finding returnPath(String subject, FrontEndStatus status, int ohms) {
    boolean good = status.has(FrontEndMap.RETURN_PATH_GOOD);
    String seen = (good ? "good" : "lost") + (ohms == 65535 ? "" : ", " + ohms + " Ω");
    return Finding.when(
        good,
        subject,
        "return path",
        seen,
        "good",
        "plug in the return electrode, wet its contact");
  }

  private static Finding period(String subject, FrontEndIdentity identity) {
    int tenths = identity.conversionPeriodTenths();
    return Finding.warnUnless(
        tenths <= TICK_TENTHS,
        subject,
        "thermocouple period",
        tenths / 10.0 + " ms",
        "at most 20 ms",
        "a slower chip makes a fast ramp overshoot more");
  }

  private static Finding history(String subject, Registers block) {
    int cause = block.u16(RESET_CAUSE);
    String name = cause < CAUSES.length ? CAUSES[cause] : "unknown (" + cause + ")";
    String seen =
        "last by %s, %d in all; %d leases ran out"
            .formatted(name, block.u16(RESETS), block.u16(LEASE_ENDS));
    return Finding.warnUnless(
        cause == 0,
        subject,
        "resets",
        seen,
        "by power only",
        "watchdog: its firmware hung; supply dip: a stronger supply or a shorter cable");
  }

  /** The exchange of a tick, with nothing asked for: also what counts as being spoken to. */
  @Override
  public void ask() throws DeviceException {
    connection.exchange(0, 0, 0);
  }

  @Override
  public Map<String, Long> badFrames() {
    return connection.badFrames().counts();
  }

  @Override
  public double answerSeconds() {
    return TICK_SECONDS;
  }
}
