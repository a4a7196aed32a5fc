package lissauer.hal;

/**
 * One thing that was looked at before any heat, in words for the person at the bench.
 *
 * @param subject whose it is: a section of the rig file, {@code java}, {@code disk}
 * @param check what was looked at
 * @param seen what was found, with units
 * @param allowed what it should be; empty when there is no limit
 * @param remedy what to do: a group, a file, a command; empty when nothing is wrong
 */
public record Finding(
    State state, String subject, String check, String seen, String allowed, String remedy) {
  /** What a finding means for a row. */
  public enum State {
    /** As it should be. */
    OK,
    /** A row may run; somebody should know. */
    WARN,
    /** No row should run. */
    FAIL,
    /** A device does not answer, or is another. */
    MISSING,
    /** Cannot be looked at on this computer. */
    UNKNOWN
  }

  /** As it should be. */
  public static Finding ok(String subject, String check, String seen, String allowed) {
    return new Finding(State.OK, subject, check, seen, allowed, "");
  }

  /** Right or wrong. */
  public static Finding when(
      boolean right, String subject, String check, String seen, String allowed, String remedy) {
    return right
        ? ok(subject, check, seen, allowed)
        : new Finding(State.FAIL, subject, check, seen, allowed, remedy);
  }

  /** Right, or worth knowing. */
  public static Finding warnUnless(
      boolean right, String subject, String check, String seen, String allowed, String remedy) {
    return right
        ? ok(subject, check, seen, allowed)
        : new Finding(State.WARN, subject, check, seen, allowed, remedy);
  }

  /** A device that does not answer. */
  public static Finding missing(String subject, String check, String seen, String remedy) {
    return new Finding(State.MISSING, subject, check, seen, "", remedy);
  }

  /** What cannot be looked at here, and why. */
  public static Finding unknown(String subject, String check, String why) {
    return new Finding(State.UNKNOWN, subject, check, why, "", "");
  }
}
