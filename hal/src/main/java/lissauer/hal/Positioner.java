package lissauer.hal;

/** Takes the electrode to a site: a stage, or an operator who moves it by hand and confirms. */
public interface Positioner {
  /**
   * Asks for a new position and returns at once. Called only while RF is off.
   *
   * @throws DeviceException if the device did not answer or refuses the position
   */
  void moveTo(TipPosition position) throws DeviceException;

  /**
   * Where the tip is now.
   *
   * @throws DeviceException if the device did not answer
   */
  PositionReading read() throws DeviceException;
}
