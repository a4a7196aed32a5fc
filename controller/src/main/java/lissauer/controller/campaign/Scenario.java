package lissauer.controller.campaign;

import java.util.OptionalDouble;
import lissauer.hal.Electrode;

/**
 * One kind of trial, of which there are as many as there are seeds.
 *
 * @param rampSeconds 0 for the fastest safe one
 * @param lagSeconds of the thermocouple, where it is not drawn
 * @param harsh whether modes, meter, delay and period are off as well
 * @param sites of a row 1 mm apart; more than 1 leaves the change of perfusion out
 * @param full on the full tissue model
 */
public record Scenario(
    String name,
    double rampSeconds,
    Sampling sampling,
    OptionalDouble lagSeconds,
    boolean harsh,
    int sites,
    boolean full) {
  /** Set point of every trial, that of a DREZ lesion. */
  public static final double SET_CELSIUS = 75;

  /** Of the real loop. */
  public static final long TICK_NANOS = 20_000_000;

  /** What the electrode's file says of the lag where it is drawn: the middle of the draw. */
  private static final double USUAL_LAG_SECONDS = 0.15;

  /** A single site with a drawn lag. */
  public static Scenario of(String name, double rampSeconds, Sampling sampling) {
    return new Scenario(name, rampSeconds, sampling, OptionalDouble.empty(), false, 1, false);
  }

  /** The same with a lag that is known. */
  public Scenario withLag(double seconds) {
    return new Scenario(
        name, rampSeconds, sampling, OptionalDouble.of(seconds), harsh, sites, full);
  }

  /** The same with everything off that can be. */
  public Scenario harsher() {
    return new Scenario(name, rampSeconds, sampling, lagSeconds, true, sites, full);
  }

  /** The same over a row. */
  public Scenario row(int count) {
    return new Scenario(name, rampSeconds, sampling, lagSeconds, harsh, count, full);
  }

  /** The same on the full tissue model. */
  public Scenario onFullModel() {
    return new Scenario(name, rampSeconds, sampling, lagSeconds, harsh, sites, true);
  }

  /** What a law is told. */
  public Task task(Electrode electrode) {
    return new Task(
        TICK_NANOS * 1e-9,
        electrode.caps(),
        SET_CELSIUS,
        rampSeconds,
        lagSeconds.orElse(USUAL_LAG_SECONDS),
        sampling.periodNanos() * 1e-9);
  }
}
