package lissauer.hal.gpio;

import com.pi4j.context.Context;
import lissauer.hal.DeviceException;
import lissauer.hal.MonitoringHold;
import lissauer.hal.RigClock;
import lissauer.hal.settings.Settings;

/**
 * A switch that opens its contact while it is held, so that a pulled plug holds the row as a hand
 * does.
 */
public final class GpioMonitoringHold implements MonitoringHold, AutoCloseable {
  private final Contact rest;

  /**
   * How it is wired.
   *
   * @param rest the contact that is closed while nobody holds it
   * @param debounceSeconds how long it must be closed before the hold counts as released
   */
  public record Setup(ContactPin rest, double debounceSeconds) {
    /** Reads the section {@code monitoring} of a GPIO device. */
    public static Setup from(Settings settings, int chip) {
      ContactPin.Closes to = ContactPin.closes(settings);
      GpioPin pin = GpioPin.from(settings, "switch_gpio", chip);
      return new Setup(
          new ContactPin("monitoring", pin, to), settings.number("debounce_seconds", 0, 1, 0.05));
    }
  }

  private GpioMonitoringHold(Contact rest) {
    this.rest = rest;
  }

  /**
   * Takes hold of the input.
   *
   * @throws DeviceException if it is not there or in use
   */
  public static GpioMonitoringHold open(Context pi, RigClock clock, Setup setup)
      throws DeviceException {
    return new GpioMonitoringHold(
        Contact.open(pi, clock, setup.rest(), setup.debounceSeconds(), "monitoring"));
  }

  @Override
  public boolean held() throws DeviceException {
    return !rest.closed();
  }

  @Override
  public void close() {
    rest.close();
  }
}
