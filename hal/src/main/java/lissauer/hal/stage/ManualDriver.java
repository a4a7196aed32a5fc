package lissauer.hal.stage;

import java.util.List;
import lissauer.hal.lab.LabBench;
import lissauer.hal.lab.LabDriver;
import lissauer.hal.lab.SingleDevice;
import lissauer.hal.lab.UnopenedDevice;
import lissauer.hal.settings.Settings;

/** {@code driver: manual}: an operator places the tip and confirms; needs no key. */
public final class ManualDriver implements LabDriver {
  @Override
  public String name() {
    return "manual";
  }

  @Override
  public boolean needsSection() {
    return false;
  }

  @Override
  public UnopenedDevice read(Settings section, LabBench bench) {
    section.done();
    return () ->
        new SingleDevice(
            "an operator who confirms each site", false, List.of(new ManualPositioner()), () -> {});
  }
}
