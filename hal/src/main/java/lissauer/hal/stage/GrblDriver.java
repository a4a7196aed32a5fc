package lissauer.hal.stage;

import java.util.List;
import lissauer.hal.DeviceException;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDevice;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.SingleDevice;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/** {@code driver: grbl}: a stage that takes the tip from site to site; docs/devices/grbl.md. */
public final class GrblDriver implements LabDriver {
  @Override
  public String name() {
    return "grbl";
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    GrblSetup setup = GrblSetup.from(section, bench);
    return new UnopenedDevice() {
      @Override
      public LabDevice open() throws DeviceException {
        GrblStage stage = setup.open(bench.clock());
        return new SingleDevice(stage.identity(), stage.emulated(), List.of(stage), stage::close);
      }

      @Override
      public LabDevice openForALook() throws DeviceException {
        GrblStage stage =
            GrblStage.openUnhomed(setup, bench.clock(), setup.link().open("positioner"));
        return new SingleDevice(
            stage.identity(), stage.emulated(), List.of(new GrblCheck(stage)), stage::close);
      }

      @Override
      public List<String> serialPorts() {
        return setup.link().serialPorts();
      }
    };
  }
}
