package lissauer.simulator.fault;

/**
 * One fault of a script: where, what, when.
 *
 * @param kind the word for it in the script
 */
public record ScriptedFault(Where where, String kind, Malfunction what, Timing timing) {
  /** {@code thermocouple open}. */
  public String name() {
    return where.key() + " " + (timing.intermittent() ? "intermittent " : "") + kind;
  }

  /** For people and records. */
  public String text() {
    return name() + ", " + timing.text();
  }
}
