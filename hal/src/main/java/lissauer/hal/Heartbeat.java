package lissauer.hal;

/**
 * A line that must keep changing for the RF relay to stay closed: it feeds a charge pump or a
 * retriggerable monostable, which feeds the relay's coil.
 *
 * <p>A process that hangs or dies leaves the line as it is, and the relay falls open without any
 * software. Whoever beats must do so only while all is well, at least every 100 ms; the pump is
 * built to let go within 300 ms.
 */
public interface Heartbeat {
  /** Of a rig without such a line. */
  Heartbeat NONE = () -> {};

  /**
   * Turns the line over once.
   *
   * @throws DeviceException if it cannot be set; the relay then falls open by itself
   */
  void beat() throws DeviceException;
}
