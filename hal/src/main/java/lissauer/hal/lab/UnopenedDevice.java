package lissauer.hal.lab;

import java.util.List;
import lissauer.hal.DeviceException;

/** A device whose section has been read and found right, and which has not been touched yet. */
@FunctionalInterface
public interface UnopenedDevice {
  /**
   * Opens its wire, checks who answers, writes caps and reads them back, and leaves it off.
   *
   * @throws DeviceException if it is missing or not what the file says, with what to do
   */
  LabDevice open() throws DeviceException;

  /**
   * Opens it for a look: nothing moves, nothing is put out. The same as {@link #open} unless
   * opening moves something.
   *
   * @throws DeviceException if it is missing or not what the file says
   */
  default LabDevice openForALook() throws DeviceException {
    return open();
  }

  /** Paths of the serial ports that it will open. */
  default List<String> serialPorts() {
    return List.of();
  }

  /**
   * Looks for the reason why it could not be opened.
   *
   * @return what to change, with what was found; empty when nothing was
   */
  default String whyNot() {
    return "";
  }

  /**
   * Whether its output stays on when this process stops: it has no lease, and nothing in hardware
   * keeps it within the electrode's caps.
   */
  default boolean outlivesUs() {
    return false;
  }

  /** Whether its relay falls open by itself when this process stops. */
  default boolean heartbeat() {
    return false;
  }
}
