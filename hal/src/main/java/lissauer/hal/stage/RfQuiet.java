package lissauer.hal.stage;

import lissauer.hal.DeviceException;

/** Tells a stage whether it may move: never while RF can reach the tip. */
@FunctionalInterface
public interface RfQuiet {
  /**
   * Whether no RF can reach the tip now; on a rig, whether the relay reads open.
   *
   * @throws DeviceException if that cannot be known
   */
  boolean quiet() throws DeviceException;
}
