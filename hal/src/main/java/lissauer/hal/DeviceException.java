package lissauer.hal;

/** The one way in which a device says that it could not do what it was asked. */
public final class DeviceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String device;

  /**
   * Names the device and what it failed to do, in words for the person at the bench.
   *
   * @param device the port as a person calls it: {@code generator}, {@code thermocouple}
   */
  public DeviceException(String device, String message) {
    super(message);
    this.device = device;
  }

  /** As above, with the exception of the driver's library that led to it. */
  public DeviceException(String device, String message, Throwable cause) {
    super(message, cause);
    this.device = device;
  }

  /** The device that failed. */
  public String device() {
    return device;
  }
}
