package lissauer.controller.safety;

import lissauer.hal.ImpedanceWindow;
import lissauer.hal.Quality;
import lissauer.hal.RfCommand;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * Judges every tick on raw samples, ages and readings, after the law and before the generator: no
 * power leaves without it.
 *
 * <p>It knows nothing of filters, models or set points, so an error there cannot blind it. Every
 * comparison is written so that NaN trips.
 */
public final class SafetyGate {
  /** Two in a row, so that one noisy reading does not end a lesion (domain hazards 18 and 19). */
  private static final int BAD_IMPEDANCES = 2;

  /** A generator that gives less than half of what it is told for this many readings gives up. */
  private static final int LOW_READINGS = 15;

  private static final double LOW_FRACTION = 0.5;

  /** What a front end can resolve; commands are rounded down to it. */
  private static final double STEPS_PER_WATT = 10_000;

  /** A power this far above the absolute cap trips at the first reading. */
  private static final double ABSOLUTE_MARGIN = 1.1;

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
    GateState seen = observe(last, inputs.rf(), request.site(), nowNanos);
    Trip trip = firstCause(last, seen, inputs, request.powerWatts());
    RfCommand allowed = trip == null ? allowed(request) : RfCommand.OFF;
    return new Judgement(allowed, trip, commanded(seen, last, allowed));
  }

  /** Whether this reading shows the output off. */
  public boolean off(RfReading rf) {
    return !rf.outputOn() && rf.powerWatts() <= limits.offWatts();
  }

  private RfCommand allowed(Request request) {
    double watts = Math.min(request.powerWatts(), limits.powerWatts());
    watts = Math.floor(watts * STEPS_PER_WATT) / STEPS_PER_WATT;
    double leaseSeconds = Math.min(request.atMostSeconds(), limits.leaseSeconds());
    return watts > 0 ? new RfCommand(watts, Math.round(leaseSeconds * 1e9)) : RfCommand.OFF;
  }

  private GateState observe(GateState last, RfReading rf, int site, long nowNanos) {
    boolean flows = rf.outputOn() || !(rf.powerWatts() <= limits.offWatts());
    double most = last.mostWatts() * (1 + limits.excessFraction()) + limits.offWatts();
    boolean high = last.mostWatts() > 0 && !(rf.powerWatts() <= most);
    boolean low = !(rf.powerWatts() >= last.leastWatts() * LOW_FRACTION - limits.offWatts());
    ImpedanceWindow window = limits.impedance();
    boolean good =
        rf.impedanceOhms() >= window.minimumOhms() && rf.impedanceOhms() <= window.maximumOhms();
    double rfOnSeconds = site == last.site() ? last.rfOnSeconds() : 0;
    double elapsedSeconds = last.rfOn() ? seconds(nowNanos - last.tickNanos()) : 0;
    return new GateState(
        nowNanos,
        last.offSinceNanos(),
        last.lastWatts(),
        last.secondWatts(),
        last.thirdWatts(),
        flows ? inARow(high, last.highReadings()) : last.highReadings(),
        inARow(low, last.lowReadings()),
        flows ? inARow(!good, last.badImpedances()) : last.badImpedances(),
        site,
        rfOnSeconds + elapsedSeconds);
  }

  private static int inARow(boolean again, int before) {
    return again ? before + 1 : 0;
  }

  private static GateState commanded(GateState seen, GateState last, RfCommand command) {
    boolean stillOff = !command.on() && !last.rfOn();
    return new GateState(
        seen.tickNanos(),
        stillOff ? last.offSinceNanos() : seen.tickNanos(),
        command.powerWatts(),
        last.lastWatts(),
        last.secondWatts(),
        seen.highReadings(),
        seen.lowReadings(),
        seen.badImpedances(),
        seen.site(),
        seen.rfOnSeconds());
  }

  private @Nullable Trip firstCause(
      GateState last, GateState seen, Inputs inputs, double wantedWatts) {
    Trip trip = outside(inputs);
    if (trip == null) {
      trip = temperature(inputs.sample().temperature(), seen.tickNanos());
    }
    if (trip == null) {
      trip = output(last, seen, inputs.rf());
    }
    return trip == null ? loop(last, seen, inputs, wantedWatts) : trip;
  }

  /** Devices, people and contacts. */
  private static @Nullable Trip outside(Inputs inputs) {
    if (inputs.fault() != null) {
      return new Trip.DeviceFailed(inputs.fault().device(), inputs.fault().message());
    }
    if (inputs.stop() != null) {
      return inputs.stop() == StopSource.RECORD
          ? new Trip.RecordLost()
          : new Trip.Stopped(inputs.stop());
    }
    if (inputs.sample().footswitchPressed()) {
      return new Trip.Stopped(StopSource.FOOTSWITCH);
    }
    return inputs.sample().interlockClosed() ? null : new Trip.InterlockOpen();
  }

  private @Nullable Trip temperature(TemperatureSample sample, long nowNanos) {
    double celsius = sample.tipCelsius();
    if (sample.quality() != Quality.GOOD || !Double.isFinite(celsius)) {
      return new Trip.InvalidSample(sample.quality(), celsius);
    }
    double ageSeconds = seconds(nowNanos - sample.sampledNanos());
    if (!(Math.abs(ageSeconds) <= limits.sampleAgeSeconds())) {
      return new Trip.StaleSample(ageSeconds, limits.sampleAgeSeconds());
    }
    return celsius <= limits.tipCelsius()
        ? null
        : new Trip.OverTemperature(celsius, limits.tipCelsius());
  }

  private @Nullable Trip output(GateState last, GateState seen, RfReading rf) {
    double ageSeconds = seconds(last.tickNanos() - rf.measuredNanos());
    if (!(Math.abs(ageSeconds) <= limits.sampleAgeSeconds())) {
      return new Trip.StaleReading(ageSeconds, limits.sampleAgeSeconds());
    }
    double watts = rf.powerWatts();
    double offSeconds = seconds(seen.tickNanos() - last.offSinceNanos());
    if (!last.rfOn() && offSeconds > limits.offSeconds() && !off(rf)) {
      return new Trip.OutputNotOff(watts, limits.offWatts());
    }
    if (!(watts <= limits.absoluteWatts() * ABSOLUTE_MARGIN)
        || seen.highReadings() >= limits.excessReadings()) {
      return new Trip.PowerAboveCommand(watts, last.mostWatts());
    }
    if (seen.lowReadings() >= LOW_READINGS) {
      return new Trip.PowerBelowCommand(watts, last.leastWatts());
    }
    return seen.badImpedances() < BAD_IMPEDANCES
        ? null
        : new Trip.ImpedanceOutside(
            rf.impedanceOhms(), limits.impedance().minimumOhms(), limits.impedance().maximumOhms());
  }

  private @Nullable Trip loop(GateState last, GateState seen, Inputs inputs, double wantedWatts) {
    double gapSeconds = seconds(seen.tickNanos() - last.tickNanos());
    if (last.rfOn() && !(gapSeconds <= limits.tickGapSeconds())) {
      return new Trip.DeadlineMissed(gapSeconds, limits.tickGapSeconds());
    }
    if (!(seen.rfOnSeconds() <= limits.rfOnSeconds())) {
      return new Trip.RfTimeExceeded(seen.rfOnSeconds(), limits.rfOnSeconds());
    }
    if (!(wantedWatts >= 0 && wantedWatts < Double.POSITIVE_INFINITY)) {
      return new Trip.InvalidPower(wantedWatts);
    }
    boolean relayMissing = (last.rfOn() || wantedWatts > 0) && !inputs.sample().relayClosed();
    return relayMissing ? new Trip.RelayOpen() : null;
  }

  private static double seconds(long nanos) {
    return nanos * 1e-9;
  }
}
