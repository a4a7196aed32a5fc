package lissauer.hal.gpio;

import com.pi4j.context.Context;
import lissauer.hal.DeviceException;
import lissauer.hal.Footswitch;
import lissauer.hal.RigClock;
import lissauer.hal.settings.Settings;

/**
 * A pedal that opens its contact when it is stepped on, so that a pulled plug stops RF as a foot
 * does.
 */
public final class GpioFootswitch implements Footswitch, AutoCloseable {
  private final Contact rest;

  /**
   * How it is wired.
   *
   * @param rest the contact that is closed while nobody steps on it
   * @param debounceSeconds how long it must be closed before the pedal counts as up
   */
  public record Setup(ContactPin rest, double debounceSeconds) {
    /** Reads the section {@code footswitch} of a GPIO device. */
    public static Setup from(Settings settings, int chip) {
      ContactPin.Closes to = ContactPin.closes(settings);
      GpioPin pin = GpioPin.from(settings, "pedal_gpio", chip);
      return new Setup(
          new ContactPin("footswitch", pin, to), settings.number("debounce_seconds", 0, 1, 0.05));
    }
  }

  private GpioFootswitch(Contact rest) {
    this.rest = rest;
  }

  /**
   * Takes hold of the input.
   *
   * @throws DeviceException if it is not there or in use
   */
  public static GpioFootswitch open(Context pi, RigClock clock, Setup setup)
      throws DeviceException {
    return new GpioFootswitch(
        Contact.open(pi, clock, setup.rest(), setup.debounceSeconds(), "footswitch"));
  }

  @Override
  public boolean pressed() throws DeviceException {
    return !rest.closed();
  }

  @Override
  public void close() {
    rest.close();
  }
}
