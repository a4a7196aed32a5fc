package lissauer.controller.safety;

/** Who asked for RF to stop. */
public enum StopSource {
  /** Ctrl-C, or the system ending the process. */
  TERMINAL("the operator at the terminal, or by the system ending the process"),
  /** The pedal at the bench. */
  FOOTSWITCH("the footswitch"),
  /** The record can no longer be written, and nothing may be done that is not recorded. */
  RECORD("the record");

  private final String described;

  StopSource(String described) {
    this.described = described;
  }

  /** In words, after "stopped by". */
  public String described() {
    return described;
  }
}
