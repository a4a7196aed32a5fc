package lissauer.hal;

import lissauer.hal.settings.Settings;

/**
 * Opens rigs of one kind; found at run time through {@link java.util.ServiceLoader} by the {@code
 * kind:} of the rig file, so a package without the simulator cannot pretend to have a bench.
 */
public interface RigProvider {
  /** The word after {@code kind:} that selects this provider. */
  String kind();

  /**
   * Reads a rig file and touches no device: what is wrong is noted in the settings, and nothing is
   * opened when anything is.
   *
   * @param settings the rig file
   * @param electrode the electrode of the plan; its caps go into the generator before anything else
   */
  UnopenedRig read(Settings settings, Electrode electrode);
}
