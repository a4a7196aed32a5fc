package lissauer.simulator.fault;

/**
 * What can be wrong with a generator's output stage, behind whatever it is told (hazards 14-16).
 */
public sealed interface OutputFault {
  /**
   * Puts this out, whatever it is told and beyond its caps, as long as the contact is closed.
   *
   * @param powerWatts 0.001 to 20 W
   */
  record StuckOn(double powerWatts) implements OutputFault {}

  /** Once on it stays on: a command of 0 W and the end of the lease change nothing. */
  record StaysOn() implements OutputFault {}

  /**
   * Puts out so many times what it should, beyond its caps too, since those go by the same scale: 4
   * for a generator that takes its load for 50 Ω where it is open and so gives twice the voltage, 0
   * for a dead one.
   */
  record Scaled(double powerRatio) implements OutputFault {}

  /** Another client, or the front panel, puts this set point over each of ours but off. */
  record SetByOther(double powerWatts) implements OutputFault {}

  /** The lease runs out and nothing happens. */
  record LeaseIgnored() implements OutputFault {}
}
