package lissauer.controller.cli;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import lissauer.controller.config.ConfigFolder;
import lissauer.hal.DeviceException;
import lissauer.hal.Electrode;
import lissauer.hal.Rig;
import lissauer.hal.RigProvider;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;

/** Finds who can open a rig file, and lets him. */
final class RigOpener {
  private RigOpener() {}

  /**
   * Opens a rig, after everything in every file has been found right.
   *
   * @throws lissauer.hal.settings.ConfigException with all problems, those found earlier included
   * @throws DeviceException if a device is missing
   */
  static Rig open(
      ConfigFolder config,
      String name,
      Map<String, String> overrides,
      Electrode electrode,
      Problems problems)
      throws DeviceException {
    Settings file = config.open("rigs", name, overrides, new Place("--rig", 0, 0), problems);
    List<RigProvider> providers =
        ServiceLoader.load(RigProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    String kind = file.choice("kind", providers.stream().map(RigProvider::kind).toList());
    for (RigProvider provider : providers) {
      if (provider.kind().equals(kind)) {
        return provider.open(file, electrode);
      }
    }
    problems.throwIfAny();
    throw new IllegalStateException("no provider for rigs of kind " + kind);
  }
}
