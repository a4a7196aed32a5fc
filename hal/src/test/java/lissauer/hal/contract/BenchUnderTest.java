package lissauer.hal.contract;

import lissauer.hal.Caps;
import lissauer.hal.RigClock;

/** What a contract suite must know of the bench around a port, and cannot ask the port itself. */
public interface BenchUnderTest {
  /** Time for driver and device alike. */
  RigClock clock();

  /** What really goes into the tip, whatever anybody reports. */
  double tissueWatts();

  /** What the device was told to hold itself to. */
  Caps caps();

  /** The device answers no more; false when nothing lies between it and its driver. */
  boolean silence();

  /** Lets time pass. */
  default void pass(double seconds) {
    clock().sleepUntil(clock().nanos() + Math.round(seconds * 1e9));
  }
}
