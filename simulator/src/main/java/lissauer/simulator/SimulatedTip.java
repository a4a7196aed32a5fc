package lissauer.simulator;

import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.Plant;

/**
 * The one physical thing on the simulated bench: the tip in its tissue, which every simulated
 * device heats, reads or moves. It is brought up to the clock's time before anything happens to it.
 */
public final class SimulatedTip {
  private final SimulatedClock clock;
  private final Plant plant;
  private long advancedNanos;
  private double watts;
  private TipPosition position;
  private Runnable observer = () -> {};

  SimulatedTip(SimulatedClock clock, Plant plant, TipPosition start) {
    this.clock = clock;
    this.plant = plant;
    this.position = start;
  }

  /** The plant, now. */
  public Plant now() {
    long nanos = clock.nanos();
    if (nanos > advancedNanos) {
      plant.advance((nanos - advancedNanos) * 1e-9, watts);
      advancedNanos = nanos;
    }
    return plant;
  }

  /** Changes the power that reaches the tissue from now on. */
  public void heat(double powerWatts) {
    now();
    watts = powerWatts;
    observer.run();
  }

  /** Power that reaches the tissue. */
  public double powerWatts() {
    return watts;
  }

  /** RF voltage at the tip. */
  public double voltsRms() {
    return watts > 0 ? Math.sqrt(watts * now().impedanceOhms()) : 0;
  }

  /** Lets somebody look after each change of power, and before and after each move. */
  void observedBy(Runnable looks) {
    observer = looks;
  }

  /** Where it is. */
  public TipPosition position() {
    return position;
  }

  /** Takes the tip to another place, now. */
  public void place(TipPosition at) {
    observer.run();
    now().place(position, at);
    position = at;
    observer.run();
  }
}
