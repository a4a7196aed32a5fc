package lissauer.hal.lab;

import lissauer.hal.settings.Settings;

/**
 * Knows one kind of device; found at run time through {@link java.util.ServiceLoader} by the {@code
 * driver:} of its section in the rig file.
 */
public interface LabDriver {
  /** The word after {@code driver:}. */
  String name();

  /**
   * Reads the device's section, all of it, and touches no device; ends with {@link Settings#done}.
   *
   * @param section with the key {@code driver} asked for already
   */
  UnopenedDevice read(Settings section, LabBench bench);

  /** Whether a rig file must have a section for it; false for one that has nothing to be said. */
  default boolean needsSection() {
    return true;
  }
}
