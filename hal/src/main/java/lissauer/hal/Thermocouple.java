package lissauer.hal;

/** The thermocouple inside the tip, behind whatever front end converts it. */
public interface Thermocouple {
  /**
   * The newest finished conversion; never waits for one. A device slower than the tick returns the
   * same sample again, and its time stamp says so.
   *
   * @throws DeviceException if the device did not answer
   */
  TemperatureSample read() throws DeviceException;
}
