package lissauer.controller.loop;

import lissauer.controller.control.Probe;
import lissauer.controller.control.PulseLaw;
import lissauer.controller.control.TemperatureLaw;
import lissauer.controller.control.TemperatureMemory;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Sequencer;
import lissauer.controller.plan.Target;
import lissauer.controller.safety.GateState;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.Judgement;
import lissauer.controller.safety.Request;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.SafetyGate;
import lissauer.controller.safety.Trip;
import lissauer.hal.ImpedanceWindow;
import lissauer.hal.RfCommand;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * Decides one tick: set point, law, safety. Pure: no device, no clock, no thread; the same inputs
 * after the same tick give the same decision, bit for bit.
 */
public final class ControlCore {
  /** So many trips in a run are put up with; the next one locks it (domain, hard number 10). */
  private static final int MOST_TRIPS = 2;

  private final Sequencer sequencer;
  private final TemperatureLaw temperatureLaw;
  private final SafetyGate gate;
  private final double limitWatts;
  private final double probeWatts;
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
    temperatureLaw =
        new TemperatureLaw(
            protocol.ladder(), protocol.limits().absoluteWatts(), protocol.tickNanos());
    probeWatts =
        Probe.powerWatts(
            protocol.ladder(), Sequencer.PROBE_PULSE_SECONDS, protocol.limits().powerWatts());
    gate = new SafetyGate(protocol.limits());
    limitWatts = protocol.limits().powerWatts();
    window = protocol.limits().impedance();
  }

  /** The tick after {@code last}. */
  public Tick step(Tick last, Inputs inputs, long nowNanos) {
    Phase phase = sequencer.next(last.phase(), inputs, nowNanos);
    LawState law = remembered(last, phase, inputs);
    phase = judged(last, phase, law, nowNanos);
    Wanted wanted = wanted(last, phase, law, inputs, nowNanos);
    Request request =
        new Request(
            phase.heats() ? wanted.powerWatts : 0,
            sequencer.longestSeconds(),
            phase.site(),
            phase.placed(),
            wanted.law.temperature().surpriseKelvin());
    Judgement judged = gate.judge(last.gate(), inputs, request, nowNanos);
    phase = latched(last, phase, inputs, judged, nowNanos);
    boolean trips = phase instanceof Phase.Tripped && !last.phase().ended();
    Decision decision =
        new Decision(
            phase,
            phase.ended() ? Double.NaN : wanted.referenceCelsius,
            wanted.powerWatts,
            phase.ended() ? RfCommand.OFF : judged.allowed(),
            phase.relayClosed(),
            phase instanceof Phase.Positioning
                ? sequencer.positionOf(phase)
                : last.decision().tipAt());
    GateState state = trips ? judged.state().tripped() : judged.state();
    return new Tick(last.number() + 1, nowNanos, inputs, decision, wanted.law, state);
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

  /**
   * No ramp follows a probe that found something wrong, and none begins where no probe has found
   * anything yet.
   */
  private static Phase judged(Tick last, Phase phase, LawState law, long nowNanos) {
    if (!(phase instanceof Phase.Ramp) || last.phase() instanceof Phase.Ramp) {
      return phase;
    }
    if (!(last.phase() instanceof Phase.Probe)) {
      return law.temperature().finding() == null ? new Phase.Probe(phase.site(), nowNanos) : phase;
    }
    Trip failure = ProbeCheck.failure(law.temperature().finding());
    return failure == null ? phase : new Phase.Tripped(phase.site(), nowNanos, failure, false);
  }

  /** The first cause stays until it is gone and somebody acknowledges it, and some for good. */
  private Phase latched(Tick last, Phase phase, Inputs inputs, Judgement judged, long nowNanos) {
    Trip trip = judged.trip();
    if (last.phase() instanceof Phase.Tripped tripped) {
      boolean goesOn =
          trip == null
              && !tripped.locked()
              && tripped.trip().name().equals(inputs.acknowledged())
              && gate.off(inputs.rf());
      return goesOn
          ? sequencer.acknowledged(tripped, last.gate().heated(tripped.site()), nowNanos)
          : tripped;
    }
    if (trip == null && phase instanceof Phase.Tripped tripped) {
      trip = tripped.trip();
    }
    if (trip == null || last.phase().ended()) {
      return phase;
    }
    boolean locked = trip instanceof RigTrip.SelfTestFailed || last.gate().trips() >= MOST_TRIPS;
    return new Phase.Tripped(phase.site(), nowNanos, trip, locked);
  }

  private Wanted wanted(Tick last, Phase phase, LawState state, Inputs inputs, long nowNanos) {
    return switch (sequencer.target(phase, nowNanos)) {
      case Target.Off _ -> Wanted.nothing(state);
      case Target.Power power ->
          new Wanted(Double.NaN, Math.min(power.powerWatts(), limitWatts), state);
      case Target.Pulse pulse -> pulse(pulse, state, inputs, (nowNanos - last.atNanos()) * 1e-9);
      case Target.Probe probe -> {
        double watts = probe.pulse() ? probeWatts : 0;
        yield temperature(
            Double.NaN,
            temperatureLaw.probing(
                state.temperature(), nowNanos, sample(inputs), inputs.rf(), watts));
      }
      case Target.Watch _ -> follow(Double.NaN, null, state, inputs, nowNanos);
      case Target.Temperature target ->
          follow(
              target.referenceCelsius(),
              new TemperatureLaw.Aim(
                  target.referenceCelsius(), target.slopeKelvinPerSecond(), target.setCelsius()),
              state,
              inputs,
              nowNanos);
    };
  }

  /** What the laws know as this tick begins: a new site, or the end of a probe, changes it. */
  private LawState remembered(Tick last, Phase phase, Inputs inputs) {
    LawState state = last.law();
    if (phase instanceof Phase.ContactCheck && !(last.phase() instanceof Phase.ContactCheck)) {
      return new LawState(
          temperatureLaw.elsewhere(state.temperature(), sample(inputs), inputs.rf()), 1);
    }
    return last.phase() instanceof Phase.Probe && !(phase instanceof Phase.Probe)
        ? new LawState(temperatureLaw.identified(state.temperature()), state.pulseFraction())
        : state;
  }

  private Wanted follow(
      double referenceCelsius,
      TemperatureLaw.@Nullable Aim aim,
      LawState state,
      Inputs inputs,
      long nowNanos) {
    return temperature(
        referenceCelsius,
        temperatureLaw.step(
            state.temperature(), nowNanos, sample(inputs), inputs.rf(), aim, limitWatts));
  }

  private static Wanted temperature(double referenceCelsius, TemperatureMemory memory) {
    return new Wanted(referenceCelsius, memory.powerWatts(), new LawState(memory, 1));
  }

  private static TemperatureSample sample(Inputs inputs) {
    return inputs.sample().temperature();
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
