package lissauer.controller.control;

import lissauer.controller.control.TemperatureMemory.Known;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * Takes a tip to a temperature and holds it: keeps an {@link Observer}'s belief, looks ahead to
 * when a power given now will act, and asks for the power that brings the tip a fixed share nearer
 * to where it should be.
 *
 * <p>Each tick it (1) moves the belief on by measured power and corrects it by samples, each at its
 * own time, however late it comes; (2) predicts over power that is measured, under way or commanded
 * up to the instant when this tick's power begins to act; (3) solves for the power after which, one
 * horizon later, {@code exp(-horizon/τ)} of the error is left; (4) cuts it to its limit and to what
 * keeps the hottest tissue, by the model, near the set temperature. Nothing is integrated but the
 * belief, so nothing winds up; a reference that power cannot follow is approached as fast as it can
 * be.
 *
 * <p>Pure: what it returns is all it remembers. It keeps scratch space, so one belongs to one
 * thread.
 */
public final class TemperatureLaw {
  /** Hottest tissue above the set temperature, by the model; 1 K less than what is promised. */
  private static final double HOT_SPOT_KELVIN = 10;

  private static final double HORIZON_SECONDS = 0.06;

  /** τ of the approach: so much for any sensor, and shares of its period and lag; and the most. */
  private static final double APPROACH_SECONDS = 0.015;

  private static final double APPROACH_PERIODS = 2.2;
  private static final double APPROACH_LAGS = 0.25;
  private static final double SLOWEST_APPROACH_SECONDS = 0.35;

  /** Another place differs by so much: tissue as a fraction, temperatures in kelvin. */
  private static final double SITE_FRACTION = 0.03;

  private static final double SITE_KELVIN = 0.3;

  private final Ladder ladder;
  private final TipModel model;
  private final Observer observer;
  private final OutputRatio outputRatio;
  private final long tickNanos;
  private final double[] ahead = new double[TipModel.SIZE];
  private final double[] without = new double[TipModel.SIZE];
  private final double[] with = new double[TipModel.SIZE];
  private final PowerTrail trail = new PowerTrail();

  /**
   * A law for one electrode, called every so often.
   *
   * @param mostWatts what the generator gives at most, whatever it is told
   */
  public TemperatureLaw(Ladder ladder, double mostWatts, long tickNanos) {
    this.ladder = ladder;
    this.outputRatio = new OutputRatio(mostWatts);
    this.model = new TipModel(ladder);
    this.observer = new Observer(model);
    this.tickNanos = tickNanos;
  }

  /**
   * Where the tip should be.
   *
   * @param referenceCelsius now
   * @param slopeKelvinPerSecond how fast that moves, until it is at the set temperature
   */
  public record Aim(double referenceCelsius, double slopeKelvinPerSecond, double setCelsius) {
    double celsius(double laterSeconds) {
      double moved = referenceCelsius + slopeKelvinPerSecond * laterSeconds;
      return slopeKelvinPerSecond >= 0 ? Math.min(moved, setCelsius) : Math.max(moved, setCelsius);
    }
  }

  /** One tick of a probe, in which this power is given: all is kept for {@link #identified}. */
  public TemperatureMemory probing(
      TemperatureMemory last,
      long nowNanos,
      TemperatureSample sample,
      RfReading rf,
      double powerWatts) {
    boolean fresh = fresh(last, sample);
    boolean first = last.known.recording() == null;
    double base = first ? sample.tipCelsius() : last.known.baseCelsius();
    Probe.Recording recording =
        new Probe.Recording(
            fresh ? sample.sampledNanos() : TemperatureMemory.NEVER,
            sample.tipCelsius(),
            rf.measuredNanos(),
            rf.powerWatts(),
            powerWatts,
            last.known.recording());
    long late = Math.max(last.known.lateNanos(), fresh ? nowNanos - sample.sampledNanos() : 0);
    return new TemperatureMemory(
        new Known(base, recording, first ? nowNanos : last.known.probedNanos(), null, late),
        null,
        last.measured,
        commanding(last, powerWatts),
        last.outputRatio,
        rf.measuredNanos(),
        fresh ? sample.sampledNanos() : last.sampledNanos,
        TemperatureMemory.NEVER,
        0,
        powerWatts,
        0);
  }

  /** The end of a probe; without a finding when there was too little to see. */
  public TemperatureMemory identified(TemperatureMemory last) {
    Known known = last.known;
    if (known.recording() == null) {
      return last;
    }
    Probe.Result result =
        Probe.fit(ladder, known.recording(), known.baseCelsius(), known.probedNanos(), tickNanos);
    if (result == null) {
      return last;
    }
    long late = known.lateNanos() + Probe.middleNanos(result.finding().periodSeconds(), tickNanos);
    return TemperatureMemory.about(
        new Known(known.baseCelsius(), null, known.probedNanos(), result.finding(), late),
        result.estimate(),
        result.finding().outputRatio(),
        last.measuredNanos,
        last.sampledNanos);
  }

  /** The start of another site: what is known of tissue and sensor stays, nothing else. */
  public TemperatureMemory elsewhere(
      TemperatureMemory last, TemperatureSample sample, RfReading rf) {
    if (last.belief == null) {
      return TemperatureMemory.restingAt(sample.tipCelsius());
    }
    observer.load(last.belief);
    double kelvin = sample.tipCelsius() - last.known.baseCelsius();
    observer.move(kelvin, SITE_KELVIN, SITE_FRACTION, rf.measuredNanos());
    return TemperatureMemory.about(
        last.known, observer.store(), last.outputRatio, rf.measuredNanos(), sample.sampledNanos());
  }

  /**
   * One tick; asks for nothing before a probe has found something.
   *
   * @param aim null while nothing is wanted
   * @param limitWatts most that may be asked for
   */
  public TemperatureMemory step(
      TemperatureMemory last,
      long nowNanos,
      TemperatureSample sample,
      RfReading rf,
      @Nullable Aim aim,
      double limitWatts) {
    Probe.Finding finding = last.known.finding();
    if (last.belief == null || finding == null) {
      return last;
    }
    long measuredNanos = trail.take(last, rf);
    double ratio = outputRatio.after(last, finding, rf, aim);
    boolean fresh = fresh(last, sample);
    long waiting = last.waitingNanos;
    double kelvin = last.waitingKelvin;
    if (fresh && waiting == TemperatureMemory.NEVER) {
      waiting = sample.sampledNanos() - Probe.middleNanos(finding.periodSeconds(), tickNanos);
      kelvin = sample.tipCelsius() - last.known.baseCelsius();
    }
    observer.load(last.belief);
    double surprise = last.surpriseKelvin();
    if (waiting <= measuredNanos) {
      trail.advance(observer, waiting);
      if (waiting == observer.atNanos()) {
        surprise = observer.correct(kelvin, Probe.noiseKelvin(finding));
      }
      waiting = TemperatureMemory.NEVER;
    }
    trail.catchUp(
        observer, trail.full() ? measuredNanos : nowNanos - last.known.lateNanos() - tickNanos);
    double wanted =
        aim == null ? 0 : wanted(last, finding, aim, limitWatts, ratio, nowNanos - measuredNanos);
    return new TemperatureMemory(
        last.known,
        observer.store(),
        trail.left(),
        commanding(last, wanted),
        ratio,
        measuredNanos,
        fresh ? sample.sampledNanos() : last.sampledNanos,
        waiting,
        kelvin,
        wanted,
        surprise);
  }

  private static boolean fresh(TemperatureMemory last, TemperatureSample sample) {
    return sample.sampledNanos() > last.sampledNanos
        && sample.quality() == Quality.GOOD
        && Double.isFinite(sample.tipCelsius());
  }

  private static float[] commanding(TemperatureMemory last, double powerWatts) {
    float[] commanded = new float[TemperatureMemory.COMMANDS];
    System.arraycopy(last.commanded, 0, commanded, 1, commanded.length - 1);
    commanded[0] = (float) powerWatts;
    return commanded;
  }

  private double wanted(
      TemperatureMemory last,
      Probe.Finding finding,
      Aim aim,
      double limitWatts,
      double ratio,
      long unmeasuredNanos) {
    int delay = finding.delayTicks();
    System.arraycopy(observer.mean(), 0, ahead, 0, ahead.length);
    trail.advance(model, ahead);
    model.advance(
        ahead,
        PowerTrail.seconds(unmeasuredNanos),
        outputRatio.givenWatts(last.commanded[delay], ratio));
    double tickSeconds = tickNanos * 1e-9;
    for (int i = delay - 1; i >= 0; i--) {
      model.advance(ahead, tickSeconds, outputRatio.givenWatts(last.commanded[i], ratio));
    }
    double base = last.known.baseCelsius();
    double tip = base + TipModel.tipKelvin(ahead);
    double acts = delay * tickSeconds;
    double left = StrictMath.exp(-HORIZON_SECONDS / approachSeconds(finding));
    double goal = aim.celsius(acts + HORIZON_SECONDS) - left * (aim.celsius(acts) - tip);
    System.arraycopy(ahead, 0, without, 0, ahead.length);
    System.arraycopy(ahead, 0, with, 0, ahead.length);
    model.advance(without, HORIZON_SECONDS, 0);
    model.advance(with, HORIZON_SECONDS, 1);
    double rest = TipModel.tipKelvin(without);
    double power = (goal - base - rest) / (TipModel.tipKelvin(with) - rest);
    double hotSpot = ladder.hotSpotKelvinPerWatt() / StrictMath.exp(ahead[TipModel.LN_CONDUCTION]);
    double cool = (aim.setCelsius() + HOT_SPOT_KELVIN - tip) / hotSpot;
    return Math.max(0, Math.min(limitWatts, Math.min(power, cool) / ratio));
  }

  private static double approachSeconds(Probe.Finding finding) {
    return Math.min(
        SLOWEST_APPROACH_SECONDS,
        APPROACH_SECONDS
            + APPROACH_PERIODS * finding.periodSeconds()
            + APPROACH_LAGS * finding.lagSeconds());
  }
}
