package lissauer.hal.lab;

import lissauer.hal.RfRelay;

/**
 * A port of devices that must know whether RF can reach the tip, as a stage that moves it; they are
 * given the rig's relay when all devices are open.
 */
@FunctionalInterface
public interface RelayWatcher {
  /** The relay of the rig. */
  void watch(RfRelay relay);
}
