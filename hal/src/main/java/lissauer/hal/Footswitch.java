package lissauer.hal;

/** A pedal that stops RF. It never starts anything. */
public interface Footswitch {
  /**
   * Whether the pedal is down.
   *
   * @throws DeviceException if the device did not answer
   */
  boolean pressed() throws DeviceException;
}
