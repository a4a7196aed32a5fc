package lissauer.hal;

/**
 * A {@link DeviceException} as data, so that it can be judged, recorded and replayed.
 *
 * @param device the port that failed
 * @param message what it could not do
 */
public record DeviceFault(String device, String message) {
  /** What the exception says, without the exception. */
  public static DeviceFault of(DeviceException e) {
    return new DeviceFault(e.device(), String.valueOf(e.getMessage()));
  }
}
