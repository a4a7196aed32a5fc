package lissauer.controller.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.telemetry.TelemetrySettings;
import lissauer.hal.Electrode;
import lissauer.hal.RigProvider;
import lissauer.hal.UnopenedRig;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;

/** Finds who can open a rig file, and lets him. */
final class RigOpener {
  private RigOpener() {}

  /**
   * What a rig file describes.
   *
   * @param telemetry how it wants to be told of, if it says so
   */
  record RigFile(UnopenedRig rig, Optional<TelemetrySettings> telemetry) {}

  /**
   * Reads a rig file with whoever knows its kind.
   *
   * @throws lissauer.hal.settings.ConfigException with all problems, those found earlier included
   */
  static RigFile read(
      ConfigFolder config,
      String name,
      Map<String, String> overrides,
      Electrode electrode,
      Problems problems) {
    Settings file = config.open("rigs", name, overrides, new Place("--rig", 0, 0), problems);
    Map<String, RigProvider> providers = new TreeMap<>();
    ServiceLoader.load(RigProvider.class).forEach(found -> providers.put(found.kind(), found));
    String kind = file.choice("kind", List.copyOf(providers.keySet()));
    RigProvider provider = providers.get(kind);
    if (provider == null) {
      problems.throwIfAny();
      throw new IllegalStateException("no provider for rigs of kind " + kind);
    }
    Optional<TelemetrySettings> telemetry = TelemetrySettings.read(file, System::getenv);
    UnopenedRig rig = provider.read(file, electrode);
    problems.throwIfAny();
    return new RigFile(rig, telemetry);
  }
}
