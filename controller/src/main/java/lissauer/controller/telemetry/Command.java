package lissauer.controller.telemetry;

/** All that anyone outside can ask for. There is none that switches anything on. */
enum Command {
  /** RF off, for good. */
  STOP("stop"),
  /** Somebody has seen the alarm that he names. */
  ACK("ack");

  private final String word;

  Command(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
