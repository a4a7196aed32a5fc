package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.Interlock;
import lissauer.hal.RigClock;
import lissauer.hal.settings.Settings;

/** Emergency-stop button, lid and cable contacts, each at an input of its own. */
public final class GpioInterlock implements Interlock, AutoCloseable {
  private static final String DEVICE = "interlock";

  private final List<Contact> contacts;

  /**
   * Which contacts there are.
   *
   * @param debounceSeconds how long a contact must be closed before it counts, 0 to 1 s
   */
  public record Setup(List<ContactPin> contacts, double debounceSeconds) {
    /** A chain without a contact would always be closed. */
    public Setup {
      contacts = List.copyOf(contacts);
      if (contacts.isEmpty()) {
        throw new IllegalArgumentException("an interlock needs at least one contact");
      }
    }

    /** Reads the section {@code interlock} of a GPIO device. */
    public static Setup from(Settings settings, int chip) {
      ContactPin.Closes to = ContactPin.closes(settings);
      List<ContactPin> contacts = new ArrayList<>();
      contacts.add(
          new ContactPin(
              "emergency stop", GpioPin.from(settings, "emergency_stop_gpio", chip), to));
      GpioPin.ifThere(settings, "lid_gpio", chip)
          .ifPresent(pin -> contacts.add(new ContactPin("lid", pin, to)));
      GpioPin.ifThere(settings, "cable_gpio", chip)
          .ifPresent(pin -> contacts.add(new ContactPin("cable", pin, to)));
      return new Setup(contacts, settings.number("debounce_seconds", 0, 1, 0.05));
    }
  }

  private GpioInterlock(List<Contact> contacts) {
    this.contacts = contacts;
  }

  /**
   * Takes hold of every input.
   *
   * @throws DeviceException if one is not there or in use
   */
  public static GpioInterlock open(Context pi, RigClock clock, Setup setup) throws DeviceException {
    List<Contact> contacts = new ArrayList<>();
    GpioInterlock interlock = new GpioInterlock(contacts);
    try {
      for (ContactPin at : setup.contacts()) {
        contacts.add(Contact.open(pi, clock, at, setup.debounceSeconds(), DEVICE));
      }
    } catch (DeviceException e) {
      interlock.close();
      throw e;
    }
    return interlock;
  }

  @Override
  public boolean closed() throws DeviceException {
    boolean all = true;
    for (Contact contact : contacts) {
      all &= contact.closed();
    }
    return all;
  }

  @Override
  public void close() {
    contacts.forEach(Contact::close);
  }
}
