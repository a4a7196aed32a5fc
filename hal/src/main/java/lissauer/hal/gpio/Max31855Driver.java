package lissauer.hal.gpio;

import com.pi4j.context.Context;
import java.util.List;
import java.util.Map;
import lissauer.hal.DeviceException;
import lissauer.hal.Thermocouple;
import lissauer.hal.lab.Examined;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/** Knows sections with {@code driver: max31855}. */
public final class Max31855Driver implements LabDriver {
  private final PiPins pins;

  /** On the pins of this computer. */
  public Max31855Driver() {
    this(new PiHost());
  }

  /** On other pins. */
  public Max31855Driver(PiPins pins) {
    this.pins = pins;
  }

  @Override
  public String name() {
    return "max31855";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    Max31855.Setup setup = Max31855.Setup.from(section);
    section.done();
    return () -> open(setup, bench);
  }

  private LabDevice open(Max31855.Setup setup, LabBench bench) throws DeviceException {
    Context pi = pins.open(List.of(), List.of(setup.address()));
    try {
      Max31855 chip = Max31855.open(pi, bench.clock(), setup);
      return new PiDevice(
          pi,
          chip.description(),
          pins.emulated(),
          Map.of(Thermocouple.class, chip, Examined.class, chip));
    } catch (DeviceException e) {
      pi.shutdown();
      throw e;
    }
  }
}
