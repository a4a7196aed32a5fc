package lissauer.controller.loop;

import lissauer.controller.control.PulseLaw;
import lissauer.controller.control.TemperatureLaw;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Sequencer;
import lissauer.controller.plan.Target;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.Judgement;
import lissauer.controller.safety.Request;
import lissauer.controller.safety.SafetyGate;
import lissauer.controller.safety.Trip;
import lissauer.hal.ImpedanceWindow;

/**
 * Decides one tick: set point, law, safety. Pure: no device, no clock, no thread; the same inputs
 * after the same tick give the same decision, bit for bit.
 */
public final class ControlCore {
  private final Sequencer sequencer;
  private final TemperatureLaw law;
  private final SafetyGate gate;
  private final double limitWatts;
  private final ImpedanceWindow window;

  /** What the laws ask for in one tick. */
  private record Wanted(double referenceCelsius, double powerWatts, LawState law) {
    static Wanted nothing(LawState law) {
      return new Wanted(Double.NaN, 0, law);
    }
  }

  /** A core for one run. */
  public ControlCore(Protocol protocol) {
    sequencer = new Sequencer(protocol.plan(), protocol.limits(), protocol.tickNanos());
    law = new TemperatureLaw(protocol.tuning());
    gate = new SafetyGate(protocol.limits());
    limitWatts = protocol.limits().powerWatts();
    window = protocol.limits().impedance();
  }

  /** The tick after {@code last}. */
  public Tick step(Tick last, Inputs inputs, long nowNanos) {
    Phase phase = sequencer.next(last.phase(), inputs, nowNanos);
    Wanted wanted = wanted(last, phase, inputs, nowNanos);
    Request request = new Request(wanted.powerWatts, sequencer.longestSeconds(), phase.site());
    Judgement judged = gate.judge(last.gate(), inputs, request, nowNanos);
    Trip trip = judged.trip();
    if (trip != null && !last.phase().ended()) {
      phase = new Phase.Tripped(phase.site(), nowNanos, trip);
    }
    Decision decision =
        new Decision(
            phase,
            phase.ended() ? Double.NaN : wanted.referenceCelsius,
            wanted.powerWatts,
            judged.allowed(),
            phase.relayClosed(),
            phase instanceof Phase.Positioning
                ? sequencer.positionOf(phase)
                : last.decision().tipAt());
    return new Tick(last.number() + 1, nowNanos, inputs, decision, wanted.law, judged.state());
  }

  /** The opening tick of a run. */
  public Tick open(Inputs inputs, long nowNanos) {
    return Tick.opening(nowNanos, inputs);
  }

  /** Whether nothing is left to do: the row has ended and its last reading shows RF off. */
  public boolean finished(Tick tick) {
    return switch (tick.phase()) {
      case Phase.RowDone _ -> true;
      case Phase.Tripped tripped ->
          tick.inputs().rf().measuredNanos() > tripped.sinceNanos() && gate.off(tick.inputs().rf());
      default -> false;
    };
  }

  private Wanted wanted(Tick last, Phase phase, Inputs inputs, long nowNanos) {
    double celsius = inputs.sample().temperature().tipCelsius();
    double elapsedSeconds = (nowNanos - last.atNanos()) * 1e-9;
    boolean newSite = phase instanceof Phase.ContactCheck;
    LawState state = newSite ? LawState.restingAt(celsius) : last.law();
    return switch (sequencer.target(phase, nowNanos)) {
      case Target.Off _ -> Wanted.nothing(state);
      case Target.Power power ->
          new Wanted(Double.NaN, Math.min(power.powerWatts(), limitWatts), state);
      case Target.Pulse pulse -> pulse(pulse, state, inputs, elapsedSeconds);
      case Target.Temperature target -> {
        TemperatureLaw.Output output =
            law.step(
                state.temperature(),
                new TemperatureLaw.Input(
                    elapsedSeconds,
                    celsius,
                    target.referenceCelsius(),
                    target.slopeKelvinPerSecond(),
                    limitWatts));
        yield new Wanted(
            target.referenceCelsius(),
            output.powerWatts(),
            new LawState(output.state(), state.pulseFraction()));
      }
    };
  }

  /** The impedance is taken within its window, outside of which the gate trips on it. */
  private Wanted pulse(Target.Pulse pulse, LawState state, Inputs inputs, double elapsedSeconds) {
    double fraction =
        PulseLaw.fraction(
            state.pulseFraction(),
            elapsedSeconds,
            inputs.sample().temperature().tipCelsius(),
            pulse.ceilingCelsius());
    double measured = inputs.rf().impedanceOhms();
    double ohms =
        measured <= window.maximumOhms()
            ? Math.max(measured, window.minimumOhms())
            : window.maximumOhms();
    double fullWatts = pulse.voltsRms() * pulse.voltsRms() / ohms;
    double watts = pulse.burst() ? fraction * fullWatts : 0;
    return new Wanted(Double.NaN, watts, new LawState(state.temperature(), fraction));
  }
}
