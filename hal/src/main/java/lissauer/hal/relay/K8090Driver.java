package lissauer.hal.relay;

import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.SingleDevice;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/** {@code driver: k8090}: a Velleman relay board; docs/devices/k8090.md. */
public final class K8090Driver implements LabDriver {
  @Override
  public String name() {
    return "k8090";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    K8090Setup setup = K8090Setup.from(section, bench);
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        K8090Relay relay = setup.open(bench.clock());
        return new SingleDevice(relay.identity(), relay.emulated(), List.of(relay), relay::close);
      }

      @Override
      public List<String> serialPorts() {
        return setup.link().serialPorts();
      }
    };
  }
}
