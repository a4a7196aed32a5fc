package lissauer.simulator.device;

import java.io.IOException;
import lissauer.hal.settings.Settings;

/**
 * Puts a stand-in for one kind of device on a wire; found at run time through {@link
 * java.util.ServiceLoader} by the name of the driver that it is for.
 */
public interface Emulator {
  /** {@link lissauer.hal.lab.LabDriver#name} of the driver that speaks to it. */
  String driver();

  /**
   * Starts it. A device on a serial port makes a {@link Pty}; one on a network listens on loopback,
   * at the port of its section when that is an address of this computer.
   *
   * @param name what it is called in the rig file
   * @param section its section of the rig file, which the driver has found right
   * @throws IOException if its wire cannot be made
   */
  EmulatedDevice start(String name, Settings section, EmulatedBench bench) throws IOException;
}
