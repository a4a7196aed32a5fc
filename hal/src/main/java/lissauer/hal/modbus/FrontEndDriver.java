package lissauer.hal.modbus;

import java.util.List;
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
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        return FrontEnd.open(
            setup, setup::link, FrontEndCaps.of(bench.electrode().caps()), bench.clock());
      }

      // The board lets it fall half a second after the last command (map, "Relay").
      @Override
      public boolean heartbeat() {
        return true;
      }

      @Override
      public List<String> serialPorts() {
        return List.of(setup.path());
      }

      @Override
      public String whyNot() {
        return OtherSpeeds.whyNot(setup, bench.clock());
      }
    };
  }
}
