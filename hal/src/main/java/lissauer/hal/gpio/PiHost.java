package lissauer.hal.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.IOType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;

/**
 * The computer with the pins: says in plain words why they cannot be used, or opens Pi4J on them.
 */
public final class PiHost implements PiPins {
  private static final String DEVICE = "raspberry pi";

  private final Path devices;

  /** The one that this runs on. */
  public PiHost() {
    this(Path.of("/dev"));
  }

  /**
   * One whose device files are elsewhere.
   *
   * @param devices {@code /dev} otherwise
   */
  PiHost(Path devices) {
    this.devices = devices;
  }

  /** Uses the provider that the package brought along; there is no other to fall back to. */
  @Override
  public Context open(List<Integer> gpioChips, List<SpiAddress> spi) throws DeviceException {
    List<String> wrong = new ArrayList<>();
    for (int chip : gpioChips) {
      check("gpiochip" + chip, "gpio", "this is no Raspberry Pi, or gpio_chip is wrong", wrong);
    }
    for (SpiAddress each : spi) {
      String name = Path.of(each.path()).getFileName().toString();
      check(name, "spi", "SPI is off: sudo raspi-config nonint do_spi 0, then reboot", wrong);
    }
    if (!wrong.isEmpty()) {
      throw new DeviceException(
          DEVICE, String.join("; ", wrong) + ". A bench without hardware is --rig simulated");
    }
    Context pi = Pi4J.newContextBuilder().autoDetectProviders().build();
    refuseWithout(pi, gpioChips, IOType.DIGITAL_INPUT, "gpio");
    refuseWithout(pi, gpioChips, IOType.DIGITAL_OUTPUT, "gpio");
    refuseWithout(pi, spi, IOType.SPI, "spi");
    return pi;
  }

  @Override
  public boolean emulated() {
    return false;
  }

  private void check(String name, String group, String absent, List<String> wrong) {
    Path file = devices.resolve(name);
    if (!Files.exists(file)) {
      wrong.add("there is no " + file + " (" + absent + ")");
    } else if (!Files.isReadable(file) || !Files.isWritable(file)) {
      wrong.add(
          "no right to use "
              + file
              + " (sudo usermod -aG "
              + group
              + " "
              + System.getProperty("user.name")
              + ", then log in again)");
    }
  }

  private static void refuseWithout(Context pi, List<?> needed, IOType type, String group)
      throws DeviceException {
    if (needed.isEmpty() || pi.hasProvider(type)) {
      return;
    }
    pi.shutdown();
    throw new DeviceException(
        DEVICE,
        "Pi4J has no provider for "
            + type
            + ": this package was built without it (mvn -Ppi package), or it refused to start since"
            + " the user is not in group "
            + group
            + " (sudo usermod -aG "
            + group
            + " "
            + System.getProperty("user.name")
            + ", then log in again)");
  }
}
