package lissauer.hal.scpi;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.SingleDevice;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/** {@code driver: scpi}: a function generator with amplifier and meter; docs/devices/scpi.md. */
public final class ScpiDriver implements LabDriver {
  @Override
  public String name() {
    return "scpi";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    ScpiSetup setup = ScpiSetup.from(section, bench);
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        ScpiGenerator generator = ScpiOpener.open(setup, bench.electrode(), bench.clock());
        String identities = String.join("; ", generator.identities());
        return new SingleDevice(
            identities,
            identities.contains("EMULATED"),
            List.of(generator, new ScpiCheck(generator)),
            generator::close);
      }

      @Override
      public List<String> serialPorts() {
        List<String> ports = new ArrayList<>(setup.link().serialPorts());
        ports.addAll(setup.meter().link().serialPorts());
        return ports;
      }

      @Override
      public boolean outlivesUs() {
        return setup.hardwareCap().isEmpty();
      }
    };
  }
}
