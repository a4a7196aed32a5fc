package lissauer.controller.safety;

import lissauer.hal.Quality;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * Judges every tick on raw samples, ages and readings, after the law and before the generator: no
 * power leaves without it.
 *
 * <p>It shares no filter, model or set point with the law, so an error there cannot blind it; what
 * the law's model is surprised by can only make it trip sooner. Every comparison is written so that
 * NaN trips. Of several causes in one tick the first in the order of {@link #firstCause} wins.
 */
public final class SafetyGate {
  /** What a front end can resolve; commands are rounded down to it. */
  private static final double STEPS_PER_WATT = 10_000;

  private final Limits limits;

  /** A gate with the limits of one run. */
  public SafetyGate(Limits limits) {
    this.limits = limits;
  }

  /**
   * Decides what the generator may be told.
   *
   * @param last what the tick before left
   */
  public Judgement judge(GateState last, Inputs inputs, Request request, long nowNanos) {
    GateState seen = observe(last, inputs, request, nowNanos);
    Trip trip = firstCause(last, seen, inputs, request);
    RfCommand allowed = trip == null ? allowed(request) : RfCommand.OFF;
    return new Judgement(allowed, trip, seen.commanding(allowed));
  }

  /** Whether this reading shows the output off. */
  public boolean off(RfReading rf) {
    return !OutputState.flows(rf, limits);
  }

  private RfCommand allowed(Request request) {
    double watts = Math.min(request.powerWatts(), limits.powerWatts());
    watts = Math.floor(watts * STEPS_PER_WATT) / STEPS_PER_WATT;
    double leaseSeconds = Math.min(request.atMostSeconds(), limits.leaseSeconds());
    return watts > 0 ? new RfCommand(watts, Math.round(leaseSeconds * 1e9)) : RfCommand.OFF;
  }

  private GateState observe(GateState last, Inputs inputs, Request request, long nowNanos) {
    RfReading rf = inputs.rf();
    TemperatureSample sample = inputs.sample().temperature();
    double celsius = sample.tipCelsius();
    double elapsedSeconds = seconds(nowNanos - last.tickNanos());
    boolean fresh = rf.measuredNanos() != last.measuredNanos();
    boolean placed = request.placed();
    return new GateState(
        nowNanos,
        rf.measuredNanos(),
        fresh ? last.output().seeing(rf, limits) : last.output(),
        fresh ? last.load().seeing(rf, celsius, placed, limits, nowNanos) : last.load(),
        last.sensor().seeing(sample, OutputState.flows(rf, limits)),
        placed ? heat(last, rf, celsius, request, nowNanos) : HeatState.ELSEWHERE,
        last.dose()
            .after(
                request.site(),
                elapsedSeconds,
                last.output().rfOn() ? elapsedSeconds : 0,
                rf.powerWatts(),
                celsius,
                limits.dose().hotCelsius()),
        last.trips());
  }

  private HeatState heat(
      GateState last, RfReading rf, double celsius, Request request, long nowNanos) {
    boolean heats = rf.powerWatts() > limits.offWatts();
    return last.heat().after(heats, rf.powerWatts(), celsius, request.surpriseKelvin(), nowNanos);
  }

  private @Nullable Trip firstCause(
      GateState last, GateState seen, Inputs inputs, Request request) {
    Trip trip = outside(inputs);
    trip = trip == null ? late(last, seen) : trip;
    trip = trip == null ? temperature(seen, inputs) : trip;
    trip = trip == null ? output(last, seen, inputs) : trip;
    trip = trip == null ? loop(last, seen, inputs, request.powerWatts()) : trip;
    return trip == null ? together(seen, inputs, request) : trip;
  }

  /** Devices, people and contacts. */
  private static @Nullable Trip outside(Inputs inputs) {
    if (inputs.fault() != null) {
      return new RigTrip.DeviceFailed(inputs.fault().device(), inputs.fault().message());
    }
    if (inputs.stop() != null) {
      return inputs.stop() == StopSource.RECORD
          ? new RigTrip.RecordLost()
          : new RigTrip.Stopped(inputs.stop());
    }
    if (inputs.sample().footswitchPressed()) {
      return new RigTrip.Stopped(StopSource.FOOTSWITCH);
    }
    return inputs.sample().interlockClosed() ? null : new RigTrip.InterlockOpen();
  }

  /** Whatever else a pause brings about, the pause is its cause. */
  private @Nullable Trip late(GateState last, GateState seen) {
    double gapSeconds = seconds(seen.tickNanos() - last.tickNanos());
    return last.output().rfOn() && !(gapSeconds <= limits.tickGapSeconds())
        ? new RigTrip.DeadlineMissed(gapSeconds, limits.tickGapSeconds())
        : null;
  }

  private @Nullable Trip temperature(GateState seen, Inputs inputs) {
    TemperatureSample sample = inputs.sample().temperature();
    double celsius = sample.tipCelsius();
    if (sample.quality() != Quality.GOOD || !Double.isFinite(celsius)) {
      return new SensorTrip.InvalidSample(sample.quality(), celsius);
    }
    double ageSeconds = seconds(seen.tickNanos() - sample.sampledNanos());
    if (!(Math.abs(ageSeconds) <= limits.sampleAgeSeconds())) {
      return new SensorTrip.StaleSample(ageSeconds, limits.sampleAgeSeconds());
    }
    return celsius <= limits.tipCelsius()
        ? seen.sensor().failure(sample, OutputState.flows(inputs.rf(), limits))
        : new SensorTrip.OverTemperature(celsius, limits.tipCelsius());
  }

  private @Nullable Trip output(GateState last, GateState seen, Inputs inputs) {
    RfReading rf = inputs.rf();
    Trip trip = seen.output().failure(rf, limits, last.tickNanos(), seen.tickNanos());
    double celsius = inputs.sample().temperature().tipCelsius();
    return trip == null ? seen.load().failure(rf, celsius, limits) : trip;
  }

  private @Nullable Trip loop(GateState last, GateState seen, Inputs inputs, double wantedWatts) {
    boolean rfOn = last.output().rfOn();
    if (!(seen.rfOnSeconds() <= limits.rfOnSeconds())) {
      return new OutputTrip.RfTimeExceeded(seen.rfOnSeconds(), limits.rfOnSeconds());
    }
    if (!(wantedWatts >= 0 && wantedWatts < Double.POSITIVE_INFINITY)) {
      return new OutputTrip.InvalidPower(wantedWatts);
    }
    boolean relayMissing = (rfOn || wantedWatts > 0) && !inputs.sample().relayClosed();
    return relayMissing ? new RigTrip.RelayOpen() : null;
  }

  /** Temperature against power, and what all of it adds up to. */
  private @Nullable Trip together(GateState seen, Inputs inputs, Request request) {
    Trip trip =
        seen.heat()
            .failure(
                inputs.sample().temperature().tipCelsius(),
                seen.sensor().noiseKelvin(),
                request.surpriseKelvin(),
                limits.riseKelvinPerWatt(),
                seen.tickNanos());
    return trip == null ? seen.dose().failure(limits.dose()) : trip;
  }

  private static double seconds(long nanos) {
    return nanos * 1e-9;
  }
}
