package lissauer.hal.gpio;

import com.pi4j.context.Context;
import lissauer.hal.DeviceException;
import lissauer.hal.RfRelay;
import lissauer.hal.settings.Settings;

/**
 * A relay whose coil hangs on an output and whose auxiliary contact is read at an input.
 *
 * <p>Opening the relay and dying look the same at the coil: low. The auxiliary contact is best the
 * normally closed one of a relay with forcibly guided contacts (EN 61810-3): it cannot be closed
 * while a contact of the RF path is welded.
 */
public final class GpioRelay implements RfRelay, AutoCloseable {
  private static final String DEVICE = "relay";

  private final OutputLine coil;
  private final InputLine auxiliary;
  private final Setup setup;

  /** Which auxiliary contact is wired. */
  public enum Auxiliary {
    /** Closed with the relay; a broken wire reads as a relay that does not close. */
    NORMALLY_OPEN,
    /** Closed while the relay is open; a broken wire reads as a relay that is welded. */
    NORMALLY_CLOSED
  }

  /** How the relay is wired. */
  public record Setup(GpioPin drive, ContactPin readback, Auxiliary auxiliary) {
    /** Reads the section {@code relay} of a GPIO device. */
    public static Setup from(Settings settings, int chip) {
      GpioPin drive = GpioPin.from(settings, "drive_gpio", chip);
      GpioPin readback = GpioPin.from(settings, "readback_gpio", chip);
      ContactPin.Closes to = ContactPin.closes(settings);
      Auxiliary auxiliary =
          Choice.of(settings, "readback_contact", Auxiliary.values(), Auxiliary.NORMALLY_CLOSED);
      return new Setup(drive, new ContactPin("auxiliary contact", readback, to), auxiliary);
    }
  }

  private GpioRelay(OutputLine coil, InputLine auxiliary, Setup setup) {
    this.coil = coil;
    this.auxiliary = auxiliary;
    this.setup = setup;
  }

  /**
   * Takes hold of both lines and lets the relay fall open.
   *
   * @throws DeviceException if one is not there or in use
   */
  public static GpioRelay open(Context pi, Setup setup) throws DeviceException {
    OutputLine coil = OutputLine.open(pi, setup.drive(), DEVICE);
    try {
      ContactPin readback = setup.readback();
      return new GpioRelay(
          coil, InputLine.open(pi, readback.pin(), readback.to().pull(), DEVICE), setup);
    } catch (DeviceException e) {
      coil.close();
      throw e;
    }
  }

  @Override
  public void drive(boolean closed) throws DeviceException {
    coil.set(closed);
  }

  @Override
  public boolean closed() throws DeviceException {
    boolean made =
        setup.readback().to() == ContactPin.Closes.TO_GROUND ? auxiliary.low() : auxiliary.high();
    return made == (setup.auxiliary() == Auxiliary.NORMALLY_OPEN);
  }

  @Override
  public void close() {
    coil.close();
    auxiliary.close();
  }
}
