package lissauer.hal;

import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Settings;

/**
 * Opens rigs of one kind; found at run time through {@link java.util.ServiceLoader} by the {@code
 * kind:} of the rig file, so a package without the simulator cannot pretend to have a bench.
 */
public interface RigProvider {
  /** The word after {@code kind:} that selects this provider. */
  String kind();

  /**
   * Opens every device, checks who answers, and leaves the output off.
   *
   * @param settings the rig file
   * @param electrode the electrode of the plan; its caps go into the generator before anything else
   * @throws ConfigException if the rig file is wrong
   * @throws DeviceException if a device is missing or is not what the file says
   */
  Rig open(Settings settings, Electrode electrode) throws DeviceException;
}
