package lissauer.controller.control;

import lissauer.controller.control.Observer.Estimate;
import org.jspecify.annotations.Nullable;

/** All that a {@link TemperatureLaw} remembers from one tick to the next; never changed. */
public final class TemperatureMemory {
  static final int COMMANDS = 6;
  static final long NEVER = Long.MIN_VALUE;

  /**
   * What only a probe changes.
   *
   * @param baseCelsius of all temperatures in the belief
   * @param recording of a probe under way
   * @param probedNanos when its pulse was first commanded
   * @param lateNanos from the middle of a sample's period until it is seen, at most
   */
  record Known(
      double baseCelsius,
      Probe.@Nullable Recording recording,
      long probedNanos,
      Probe.@Nullable Finding finding,
      long lateNanos) {}

  final Known known;

  /** None before a probe. */
  final @Nullable Estimate belief;

  /** Seconds and watts in turn, from the belief to {@link #measuredNanos}. */
  final double[] measured;

  /** In watts, the newest first. */
  final float[] commanded;

  /** Power measured over commanded. */
  final double outputRatio;

  final long measuredNanos;
  final long sampledNanos;

  /** Middle of the period of a sample that measured power does not reach yet. */
  final long waitingNanos;

  final double waitingKelvin;
  private final double powerWatts;
  private final double surpriseKelvin;

  TemperatureMemory(
      Known known,
      @Nullable Estimate belief,
      double[] measured,
      float[] commanded,
      double outputRatio,
      long measuredNanos,
      long sampledNanos,
      long waitingNanos,
      double waitingKelvin,
      double powerWatts,
      double surpriseKelvin) {
    this.known = known;
    this.belief = belief;
    this.measured = measured;
    this.commanded = commanded;
    this.outputRatio = outputRatio;
    this.measuredNanos = measuredNanos;
    this.sampledNanos = sampledNanos;
    this.waitingNanos = waitingNanos;
    this.waitingKelvin = waitingKelvin;
    this.powerWatts = powerWatts;
    this.surpriseKelvin = surpriseKelvin;
  }

  /** Nothing is known but a temperature. */
  public static TemperatureMemory restingAt(double celsius) {
    return about(new Known(celsius, null, 0, null, 0), null, 1, NEVER, NEVER);
  }

  /** No power in the past, nothing under way. */
  static TemperatureMemory about(
      Known known,
      @Nullable Estimate belief,
      double outputRatio,
      long measuredNanos,
      long sampledNanos) {
    return new TemperatureMemory(
        known,
        belief,
        new double[0],
        new float[COMMANDS],
        outputRatio,
        measuredNanos,
        sampledNanos,
        NEVER,
        0,
        0,
        0);
  }

  /** Power wanted now, 0 to the limit. */
  public double powerWatts() {
    return powerWatts;
  }

  /** The newest sample taken into account, less what was expected of it; 0 when nothing was. */
  public double surpriseKelvin() {
    return surpriseKelvin;
  }

  /** What the probe found, or null before there was one. */
  public Probe.@Nullable Finding finding() {
    return known.finding();
  }

  /** Temperature of the tip as believed at the last sample; NaN before a probe. */
  public double believedCelsius() {
    return belief == null ? Double.NaN : known.baseCelsius() + belief.tipKelvin();
  }
}
