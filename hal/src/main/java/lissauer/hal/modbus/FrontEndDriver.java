package lissauer.hal.modbus;

import lissauer.hal.DeviceException;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/** Finds front ends behind {@code driver: front-end}. */
public final class FrontEndDriver implements LabDriver {
  @Override
  public String name() {
    return "front-end";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    FrontEndSetup setup = FrontEndSetup.from(section, bench);
    FrontEndCaps caps = FrontEndCaps.of(bench.electrode().caps());
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        return FrontEnd.open(setup, setup::link, caps, bench.clock());
      }

      /** It falls open when no command comes, and so for a generator elsewhere as well. */
      @Override
      public boolean heartbeat() {
        return true;
      }
    };
  }
}
