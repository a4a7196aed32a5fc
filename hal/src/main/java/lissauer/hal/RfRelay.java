package lissauer.hal;

/**
 * The contact between generator and electrode: the second way to take RF off the tip, independent
 * of the generator.
 */
public interface RfRelay {
  /**
   * Drives the contact closed or lets it fall open.
   *
   * @throws DeviceException if the device did not answer
   */
  void drive(boolean closed) throws DeviceException;

  /**
   * Whether the contact itself is closed, read back from an auxiliary contact and not from the
   * drive.
   *
   * @throws DeviceException if the device did not answer
   */
  boolean closed() throws DeviceException;
}
