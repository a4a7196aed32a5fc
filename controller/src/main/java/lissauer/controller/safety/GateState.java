package lissauer.controller.safety;

import lissauer.hal.RfCommand;

/**
 * What the gate remembers from tick to tick.
 *
 * @param tickNanos when it judged last
 * @param measuredNanos of the generator's reading then: one that comes again is counted once
 * @param output what was commanded and whether the output followed
 * @param load what the impedance has done
 * @param sensor what the thermocouple has said
 * @param heat whether the two belong together
 * @param dose what site and row have been given
 * @param trips how often this run has tripped
 */
public record GateState(
    long tickNanos,
    long measuredNanos,
    OutputState output,
    LoadState load,
    SensorState sensor,
    HeatState heat,
    DoseState dose,
    int trips) {

  /** Before the first tick, with RF off. */
  public static GateState startingAt(long nowNanos) {
    return new GateState(
        nowNanos,
        Long.MIN_VALUE,
        OutputState.offSince(nowNanos),
        LoadState.UNKNOWN,
        SensorState.UNKNOWN,
        HeatState.ELSEWHERE,
        DoseState.NONE,
        0);
  }

  GateState commanding(RfCommand command) {
    return new GateState(
        tickNanos,
        measuredNanos,
        output.commanding(command, tickNanos),
        load,
        sensor,
        heat,
        dose,
        trips);
  }

  /** The same after one more trip. */
  public GateState tripped() {
    return new GateState(tickNanos, measuredNanos, output, load, sensor, heat, dose, trips + 1);
  }

  /** Whether this site has been given any heat. */
  public boolean heated(int site) {
    return dose.site() == site && dose.rfOnSeconds() > 0;
  }

  /** RF time at the site that is being heated. */
  public double rfOnSeconds() {
    return dose.rfOnSeconds();
  }

  /** Energy that the whole row has been given, as the generator measured it. */
  public double rowJoules() {
    return dose.rowJoules();
  }
}
