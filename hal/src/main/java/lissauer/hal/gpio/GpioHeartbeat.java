package lissauer.hal.gpio;

import com.pi4j.context.Context;
import lissauer.hal.DeviceException;
import lissauer.hal.Heartbeat;

/** A heartbeat on a GPIO output. */
public final class GpioHeartbeat implements Heartbeat, AutoCloseable {
  private final OutputLine line;
  private boolean high;

  private GpioHeartbeat(OutputLine line) {
    this.line = line;
  }

  /**
   * Takes hold of the line, low.
   *
   * @throws DeviceException if it is not there or in use
   */
  public static GpioHeartbeat open(Context pi, GpioPin pin) throws DeviceException {
    return new GpioHeartbeat(OutputLine.open(pi, pin, "heartbeat"));
  }

  @Override
  public void beat() throws DeviceException {
    line.set(!high);
    high = !high;
  }

  @Override
  public void close() {
    line.close();
  }
}
