package lissauer.controller.safety;

/** Who asked for RF to stop. */
public enum StopSource {
  /** Ctrl-C, or the system ending the process. */
  TERMINAL("the operator at the terminal, or by the system ending the process", true),
  /** The pedal at the bench. */
  FOOTSWITCH("the footswitch", false),
  /** Somebody who watches from afar. */
  TELEMETRY("a stop command over MQTT", false),
  /** The record can no longer be written, and nothing may be done that is not recorded. */
  RECORD("the record", true);

  private final String described;
  private final boolean last;

  StopSource(String described, boolean last) {
    this.described = described;
    this.last = last;
  }

  /** Whether the run ends with it, whatever is acknowledged. */
  public boolean last() {
    return last;
  }

  /** In words, after "stopped by". */
  public String described() {
    return described;
  }
}
