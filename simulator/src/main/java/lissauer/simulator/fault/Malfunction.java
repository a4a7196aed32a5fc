package lissauer.simulator.fault;

import lissauer.simulator.sensor.SensorFault;

/**
 * What can be wrong at one place of a rig. Its first kinds are those that a flight controller of
 * PX4 injects ({@code failure COMPONENT off|stuck|garbage|wrong|slow|delayed|intermittent|ok}) and
 * act on what a port says or is told; the others break a thing on the bench, and the ports tell the
 * truth about it. What each means at each place is in docs/safety/faults.md; coming and going
 * ({@code intermittent}) is a matter of {@link Timing}.
 */
public sealed interface Malfunction {
  /** Nothing is wrong: for comparing, and for scripts to be filled in. */
  record Ok() implements Malfunction {}

  /** Does not answer; of one reading among others: no value. */
  record Off() implements Malfunction {}

  /** Says the same as at the onset; of what is driven: does no longer react. */
  record Stuck() implements Malfunction {}

  /** Says anything, anew each time. */
  record Garbage() implements Malfunction {}

  /**
   * Says {@code ratio} times what is so, and {@code offset} more in the unit of its place; a
   * contact says the opposite.
   */
  record Wrong(double ratio, double offset) implements Malfunction {}

  /** Follows what is so with a first-order lag; of the clock: wakes late by this every time. */
  record Slow(double lagSeconds) implements Malfunction {}

  /** Says what was so some time ago; of the clock: stands still once for this long. */
  record Delayed(double delaySeconds) implements Malfunction {}

  /** The thermocouple or its front end is broken. */
  record Sensor(SensorFault fault) implements Malfunction {}

  /** The output stage does something of its own. */
  record Output(OutputFault fault) implements Malfunction {}

  /** The relay's contact does something of its own. */
  record Relay(ContactFault fault) implements Malfunction {}

  /** Cable, return electrode or the tip's contact with the tissue have changed. */
  record Circuit(CircuitFault fault) implements Malfunction {}

  /** Whether it breaks a thing on the bench, and not only what a port says of it. */
  default boolean physical() {
    return switch (this) {
      case Sensor _, Output _, Relay _, Circuit _ -> true;
      case Ok _, Off _, Stuck _, Garbage _, Wrong _, Slow _, Delayed _ -> false;
    };
  }
}
