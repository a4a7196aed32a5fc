package lissauer.hal.port;

import java.io.IOException;

/** A serial port that somebody else speaks over. */
public final class PortHeldException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String holder;

  PortHeldException(String port, String holder) {
    super(
        "serial port "
            + port
            + " is held by "
            + holder
            + ": a rig has one service at a time; end the other one, or choose another port");
    this.holder = holder;
  }

  /** Who holds it, in words. */
  public String holder() {
    return holder;
  }
}
