package lissauer.hal.console;

import lissauer.hal.Electrode;
import lissauer.hal.settings.Settings;

/**
 * Where a campaign gets whole rigs that do not exist, to see what the service makes of their
 * faults. May be used by several threads at once; each rig by one only.
 */
@FunctionalInterface
public interface VirtualRigs {
  /**
   * Opens a rig on simulated time that waits for nobody.
   *
   * @param file a rig file of kind {@code simulated}, with whatever faults it names; what is wrong
   *     in it is noted in its problems
   * @param tissue stands in for the tissue that the file names
   */
  VirtualRig open(Settings file, Electrode electrode, VirtualTissue tissue);
}
