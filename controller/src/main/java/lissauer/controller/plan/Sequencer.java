package lissauer.controller.plan;

import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.Limits;
import lissauer.controller.safety.RigTrip;
import lissauer.controller.safety.RowTrip;
import lissauer.controller.safety.SelfTest;
import lissauer.controller.safety.SensorTrip;
import lissauer.controller.safety.Trip;
import lissauer.hal.PositionReading;
import lissauer.hal.TipPosition;

/** Takes a row from phase to phase. Pure: the phase is its only memory. */
public final class Sequencer {
  /** The hold begins this far below the set temperature (domain, hard number 1). */
  private static final double IN_REACH_KELVIN = 1;

  /** The tip must be this near its site; a stage or an operator does no better. */
  private static final double POSITION_MILLIMETRES = 0.05;

  /** A thermocouple of the wrong type reads a bath of 37 °C 3 °C off, a sound one 2 °C at most. */
  private static final double BATH_KELVIN = 2.5;

  /** Time for an operator to place a tip by hand. */
  private static final double POSITION_LIMIT_SECONDS = 600;

  private static final double CONTACT_STEADY_SECONDS = 0.3;
  private static final double CONTACT_LIMIT_SECONDS = 2;

  /** RF at the start of a row's first probe, long enough for a sensor with 0.25 s of lag. */
  public static final double PROBE_PULSE_SECONDS = 1.5;

  /** The same with the rest after it, in which the tip cools. */
  public static final double PROBE_SECONDS = 3;

  /** Time past the end of the ramp in which the tip must arrive. */
  private static final double LATE_LIMIT_SECONDS = 10;

  /** RF has had time to leave the reading, and the metal to follow the tissue. */
  private static final double COOL_LEAST_SECONDS = 1;

  private static final double COOL_LIMIT_SECONDS = 120;

  private static final double RELAY_LIMIT_SECONDS = 0.3;

  private final Plan plan;
  private final Limits limits;
  private final long tickNanos;

  /** A sequencer for one plan; {@code tickNanos} is the time grid of pulses. */
  public Sequencer(Plan plan, Limits limits, long tickNanos) {
    this.plan = plan;
    this.limits = limits;
    this.tickNanos = tickNanos;
  }

  /** The phase that follows, often the same. */
  public Phase next(Phase phase, Inputs in, long now) {
    return switch (phase) {
      case Phase.Idle _ -> new Phase.SelfTesting(0, now, SelfTest.Stage.OPEN);
      case Phase.SelfTesting test -> selfTest(test, in, now);
      case Phase.Positioning positioning -> position(positioning, in, now);
      case Phase.ContactCheck check -> contact(check, in, now);
      case Phase.Probe _, Phase.Ramp _, Phase.Hold _ when in.sample().monitoringHold() ->
          new Phase.Cool(phase.site(), now);
      case Phase.Probe probe -> probe(probe, in, now);
      case Phase.Ramp ramp -> ramp(ramp, in, now);
      case Phase.Hold hold -> hold(hold, now);
      case Phase.Cool cool -> cool(cool, in, now);
      case Phase.SiteDone done -> siteDone(done, in, now);
      case Phase.RowDone _, Phase.Tripped _ -> phase;
    };
  }

  /** What the law is asked for in this phase. */
  public Target target(Phase phase, long now) {
    double seconds = seconds(phase, now);
    return switch (phase) {
      case Phase.Probe _ -> new Target.Probe(seconds < PROBE_PULSE_SECONDS);
      case Phase.ContactCheck _, Phase.Cool _ -> new Target.Watch();
      case Phase.Ramp ramp when plan.program() instanceof Program.Thermal thermal ->
          rampTarget(ramp, thermal, seconds);
      case Phase.Hold _ -> holdTarget(now - phase.sinceNanos());
      default -> new Target.Off();
    };
  }

  /**
   * How long a power may stand without another command: a burst must not outlive itself when the
   * loop stalls.
   */
  public double longestSeconds() {
    return plan.program() instanceof Program.Pulsed pulsed
        ? pulsed.burstSeconds() + tickNanos * 1e-9
        : Double.POSITIVE_INFINITY;
  }

  /** Where the tip belongs in this phase. */
  public TipPosition positionOf(Phase phase) {
    return plan.sites().get(phase.site()).at();
  }

  private Target rampTarget(Phase.Ramp ramp, Program.Thermal thermal, double seconds) {
    double set = thermal.setCelsius();
    double slope = (set - ramp.fromCelsius()) / thermal.rampSeconds();
    return seconds < thermal.rampSeconds()
        ? new Target.Temperature(ramp.fromCelsius() + slope * seconds, slope, set)
        : new Target.Temperature(set, 0, set);
  }

  private Target holdTarget(long elapsedNanos) {
    return switch (plan.program()) {
      case Program.Thermal thermal ->
          new Target.Temperature(thermal.setCelsius(), 0, thermal.setCelsius());
      case Program.ConstantPower constant -> new Target.Power(constant.powerWatts());
      case Program.Pulsed pulsed ->
          new Target.Pulse(
              inBurst(pulsed, elapsedNanos), pulsed.voltsRms(), pulsed.ceilingCelsius());
    };
  }

  /** Counted in whole ticks, so that jitter below half a tick neither loses nor doubles a burst. */
  private boolean inBurst(Program.Pulsed pulsed, long elapsedNanos) {
    long tick = Math.round((double) elapsedNanos / tickNanos);
    long period = Math.round(1e9 / pulsed.rateHertz() / tickNanos);
    long burst = Math.round(pulsed.burstSeconds() * 1e9 / tickNanos);
    return tick % period < burst;
  }

  private Phase selfTest(Phase.SelfTesting test, Inputs in, long now) {
    double seconds = seconds(test, now);
    Trip failure = SelfTest.failure(test.stage(), in, seconds, limits);
    if (failure != null) {
      return tripped(test, now, failure);
    }
    if (!SelfTest.passed(test.stage(), in, seconds)) {
      return test;
    }
    return switch (test.stage()) {
      case COOLING -> new Phase.SelfTesting(test.site(), now, SelfTest.Stage.OPEN);
      case OPEN -> new Phase.SelfTesting(test.site(), now, SelfTest.Stage.CLOSED);
      case CLOSED -> new Phase.SelfTesting(test.site(), now, SelfTest.Stage.OPEN_AGAIN);
      case OPEN_AGAIN -> new Phase.Positioning(test.site(), now);
    };
  }

  /** A monitoring hold keeps the tip waiting for as long as it lasts. */
  private Phase position(Phase.Positioning phase, Inputs in, long now) {
    if (in.sample().monitoringHold()) {
      return new Phase.Positioning(phase.site(), now);
    }
    double seconds = seconds(phase, now);
    if (at(in.sample().position(), positionOf(phase))) {
      return new Phase.ContactCheck(phase.site(), now, Long.MAX_VALUE);
    }
    return seconds > POSITION_LIMIT_SECONDS
        ? tripped(phase, now, new RowTrip.PositionNotReached(seconds, POSITION_LIMIT_SECONDS))
        : phase;
  }

  private static boolean at(PositionReading reading, TipPosition wanted) {
    double along = Math.abs(reading.alongMillimetres() - wanted.alongMillimetres());
    double deep = Math.abs(reading.depthMillimetres() - wanted.depthMillimetres());
    return reading.settled() && along <= POSITION_MILLIMETRES && deep <= POSITION_MILLIMETRES;
  }

  private Phase contact(Phase.ContactCheck check, Inputs in, long now) {
    if (in.sample().monitoringHold()) {
      return new Phase.Positioning(check.site(), now);
    }
    double ohms = in.rf().impedanceOhms();
    double least = limits.impedance().startMinimumOhms();
    double most = limits.impedance().startMaximumOhms();
    double celsius = celsius(in);
    boolean good =
        in.sample().relayClosed()
            && ohms >= least
            && ohms <= most
            && celsius < plan.nextSiteBelowCelsius();
    long goodSince = good ? Math.min(check.goodSinceNanos(), now) : Long.MAX_VALUE;
    if (good && seconds(now - goodSince) >= CONTACT_STEADY_SECONDS) {
      boolean bath = Math.abs(celsius - plan.bathCelsius()) > BATH_KELVIN; // not when it is unknown
      return bath && check.site() == 0
          ? tripped(
              check, now, new SensorTrip.BathMismatch(celsius, plan.bathCelsius(), BATH_KELVIN))
          : heat(check.site(), celsius, now);
    }
    if (seconds(check, now) > CONTACT_LIMIT_SECONDS) {
      boolean warm = ohms >= least && ohms <= most && !(celsius < plan.nextSiteBelowCelsius());
      Trip trip =
          warm
              ? new RowTrip.NotCooling(celsius, plan.nextSiteBelowCelsius(), CONTACT_LIMIT_SECONDS)
              : new RowTrip.ContactNotMade(ohms, least, most);
      return tripped(check, now, trip);
    }
    return new Phase.ContactCheck(check.site(), check.sinceNanos(), goodSince);
  }

  private Phase heat(int site, double celsius, long now) {
    return switch (plan.program()) {
      case Program.Thermal _ ->
          site == 0 ? new Phase.Probe(site, now) : new Phase.Ramp(site, now, celsius);
      case Program.ConstantPower _, Program.Pulsed _ -> new Phase.Hold(site, now);
    };
  }

  private static Phase probe(Phase.Probe probe, Inputs in, long now) {
    return seconds(probe, now) >= PROBE_SECONDS
        ? new Phase.Ramp(probe.site(), now, celsius(in))
        : probe;
  }

  private Phase ramp(Phase.Ramp ramp, Inputs in, long now) {
    if (!(plan.program() instanceof Program.Thermal thermal)) {
      throw new IllegalStateException("only a thermal program ramps");
    }
    double seconds = seconds(ramp, now);
    double lateSeconds = thermal.rampSeconds() + LATE_LIMIT_SECONDS;
    boolean reached = celsius(in) >= thermal.setCelsius() - IN_REACH_KELVIN;
    if (seconds >= thermal.rampSeconds() && reached) {
      return new Phase.Hold(ramp.site(), now);
    }
    return seconds > lateSeconds
        ? tripped(
            ramp, now, new RowTrip.TargetNotReached(celsius(in), thermal.setCelsius(), lateSeconds))
        : ramp;
  }

  private Phase hold(Phase.Hold hold, long now) {
    return seconds(hold, now) >= plan.program().holdSeconds()
        ? new Phase.Cool(hold.site(), now)
        : hold;
  }

  private Phase cool(Phase.Cool cool, Inputs in, long now) {
    double seconds = seconds(cool, now);
    if (seconds >= COOL_LEAST_SECONDS && celsius(in) < plan.nextSiteBelowCelsius()) {
      return new Phase.SiteDone(cool.site(), now);
    }
    return seconds > COOL_LIMIT_SECONDS
        ? tripped(
            cool,
            now,
            new RowTrip.NotCooling(celsius(in), plan.nextSiteBelowCelsius(), COOL_LIMIT_SECONDS))
        : cool;
  }

  /** Before the tip moves, and before a row is called done, the relay has shown that it opens. */
  private Phase siteDone(Phase.SiteDone done, Inputs in, long now) {
    double seconds = seconds(done, now);
    if (!in.sample().relayClosed()) {
      return done.site() + 1 < plan.sites().size()
          ? new Phase.Positioning(done.site() + 1, now)
          : new Phase.RowDone(done.site(), now);
    }
    return seconds > RELAY_LIMIT_SECONDS
        ? tripped(done, now, new RigTrip.RelayClosed(seconds, RELAY_LIMIT_SECONDS))
        : done;
  }

  /**
   * Where a tripped row goes when its trip was acknowledged and its cause is gone: to a new self
   * test, and from there to the site that was on its way, or to the next when that one has been
   * given heat. What is half coagulated is not heated again unseen.
   */
  public Phase acknowledged(Phase.Tripped tripped, boolean heated, long now) {
    int site = tripped.site() + (heated ? 1 : 0);
    return site < plan.sites().size()
        ? new Phase.SelfTesting(site, now, SelfTest.Stage.COOLING)
        : new Phase.RowDone(tripped.site(), now);
  }

  private static Phase tripped(Phase phase, long now, Trip trip) {
    return new Phase.Tripped(phase.site(), now, trip, false);
  }

  private static double celsius(Inputs in) {
    return in.sample().temperature().tipCelsius();
  }

  private static double seconds(Phase phase, long now) {
    return seconds(now - phase.sinceNanos());
  }

  private static double seconds(long nanos) {
    return nanos * 1e-9;
  }
}
