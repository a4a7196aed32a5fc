package lissauer.controller.loop;

import lissauer.controller.plan.Phase;
import lissauer.controller.safety.GateState;
import lissauer.controller.safety.Inputs;
import lissauer.hal.RfCommand;
import lissauer.hal.TipPosition;

/**
 * All that one tick saw, decided and remembers: journal line, telemetry sample and replay fixture
 * at once.
 *
 * @param number counts from 0, the opening of the rig
 * @param atNanos when it ran, on the rig's clock
 */
public record Tick(
    long number, long atNanos, Inputs inputs, Decision decision, LawState law, GateState gate) {

  /** No site has depth 0, so the first site is always a move. */
  private static final TipPosition NOWHERE = new TipPosition(0, 0);

  /** The state before the first decision: RF off, nothing asked of any device. */
  public static Tick opening(long nowNanos, Inputs inputs) {
    Decision nothing =
        new Decision(new Phase.Idle(nowNanos), Double.NaN, 0, RfCommand.OFF, false, NOWHERE);
    return new Tick(
        0,
        nowNanos,
        inputs,
        nothing,
        LawState.restingAt(inputs.sample().temperature().tipCelsius()),
        GateState.startingAt(nowNanos));
  }

  /** Where the row stands after this tick. */
  public Phase phase() {
    return decision.phase();
  }
}
