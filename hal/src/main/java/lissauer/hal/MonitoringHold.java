package lissauer.hal;

/**
 * A switch in the hand of whoever watches evoked potentials: while it is held, nothing is heated.
 * It asks for a pause and not for the end of the row.
 */
public interface MonitoringHold {
  /** Of a rig without such a switch. */
  MonitoringHold NONE = () -> false;

  /**
   * Whether it is held now.
   *
   * @throws DeviceException if the device did not answer
   */
  boolean held() throws DeviceException;
}
