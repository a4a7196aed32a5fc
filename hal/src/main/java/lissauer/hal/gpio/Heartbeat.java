package lissauer.hal.gpio;

import com.pi4j.context.Context;
import lissauer.hal.DeviceException;

/**
 * A line that must keep changing: it feeds a charge pump, which feeds the coil of the RF relay.
 *
 * <p>A process that hangs leaves the line high or low, and either lets the relay fall open, without
 * any software. Whoever beats must do so only while all is well, at least every 100 ms; the pump is
 * built to let go within 300 ms.
 */
public final class Heartbeat implements AutoCloseable {
  private final OutputLine line;
  private boolean high;

  private Heartbeat(OutputLine line) {
    this.line = line;
  }

  /**
   * Takes hold of the line, low.
   *
   * @throws DeviceException if it is not there or in use
   */
  public static Heartbeat open(Context pi, GpioPin pin) throws DeviceException {
    return new Heartbeat(OutputLine.open(pi, pin, "heartbeat"));
  }

  /**
   * Turns the line over once.
   *
   * @throws DeviceException if it cannot be set; the relay then falls open by itself
   */
  public void beat() throws DeviceException {
    line.set(!high);
    high = !high;
  }

  @Override
  public void close() {
    line.close();
  }
}
