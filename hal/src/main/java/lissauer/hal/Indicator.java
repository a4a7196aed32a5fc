package lissauer.hal;

/** The lamp at the bench that says whether RF is really flowing. */
public interface Indicator {
  /**
   * Shows RF on or off; called with what the generator measured, never with what it was told.
   *
   * @throws DeviceException if the device did not answer
   */
  void showRf(boolean on) throws DeviceException;
}
