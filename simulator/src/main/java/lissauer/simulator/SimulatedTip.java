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
  private long moves;
  private double joules;
  private double peakCelsius;
  private long heatedNanos = Long.MIN_VALUE;
  private Runnable observer = () -> {};

  SimulatedTip(SimulatedClock clock, Plant plant, TipPosition start) {
    this.clock = clock;
    this.plant = plant;
    this.position = start;
    this.peakCelsius = plant.tipCelsius();
  }

  /** The plant, now. */
  public Plant now() {
    long nanos = clock.nanos();
    if (nanos > advancedNanos) {
      double seconds = (nanos - advancedNanos) * 1e-9;
      plant.advance(seconds, watts);
      advancedNanos = nanos;
      joules += watts * seconds;
      heatedNanos = watts > 0 ? nanos : heatedNanos;
      peakCelsius = Math.max(peakCelsius, plant.tipCelsius());
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

  /** Energy that has reached the tissue. */
  double joules() {
    now();
    return joules;
  }

  /** When power last reached the tissue; {@link Long#MIN_VALUE} for never. */
  long heatedNanos() {
    now();
    return heatedNanos;
  }

  /** Highest true temperature since the last {@link #forgetPeak}, as often as anybody looked. */
  double peakCelsius() {
    now();
    return peakCelsius;
  }

  /** From now on the peak is that of what follows. */
  void forgetPeak() {
    peakCelsius = now().tipCelsius();
  }

  /** How often it has been taken to another place. */
  long moves() {
    return moves;
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
    moves++;
    now().place(position, at);
    position = at;
    observer.run();
  }
}
