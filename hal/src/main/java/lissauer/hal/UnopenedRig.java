package lissauer.hal;

/** A rig whose file has been read and found right, and of which no device has been touched yet. */
@FunctionalInterface
public interface UnopenedRig {
  /**
   * Opens every device, checks who answers, waits until each sensor has something to say, and
   * leaves the output off and the relay open.
   *
   * @throws DeviceException if a device is missing or is not what the file says
   */
  Rig open() throws DeviceException;

  /** Whether its devices live on when this process ends, and with them what state they are in. */
  default boolean outlivesUs() {
    return false;
  }
}
