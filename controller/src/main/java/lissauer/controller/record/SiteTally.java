package lissauer.controller.record;

import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Program;
import lissauer.controller.plan.Site;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.hal.RfReading;

/** Adds up the ticks of one site. */
final class SiteTally {
  /** A hold that was broken off is no lesion as planned. */
  private static final double SHORT_SECONDS = 0.1;

  private static final double BAND_KELVIN = 1;
  private static final double LEAST_IN_BAND = 0.95;
  private static final double MOST_OVERSHOOT_KELVIN = 2;
  private static final double ENERGY_FRACTION = 0.2;

  private final Site site;
  private final Program program;
  private long holdTicks;
  private long inBandTicks;
  private long holdSinceNanos;
  private double holdSeconds;
  private double peakCelsius = Double.NEGATIVE_INFINITY;
  private double energyJoules;
  private double ohmsSum;
  private long ohmsCount;
  private double afterOhms = Double.NaN;
  private boolean complete;

  SiteTally(Site site, Program program) {
    this.site = site;
    this.program = program;
  }

  /** One tick; {@code elapsedSeconds} since the tick before, over which its reading was taken. */
  void add(Tick tick, double elapsedSeconds) {
    RfReading rf = tick.inputs().rf();
    double celsius = tick.inputs().sample().temperature().tipCelsius();
    if (rf.powerWatts() > 0) {
      energyJoules += rf.powerWatts() * elapsedSeconds;
    }
    switch (tick.phase()) {
      case Phase.ContactCheck check -> before(check, rf);
      case Phase.Ramp _ -> peakCelsius = Math.max(peakCelsius, celsius);
      case Phase.Hold hold -> hold(hold, tick, celsius);
      case Phase.Cool cool -> {
        holdSeconds = (cool.sinceNanos() - holdSinceNanos) * 1e-9;
        peakCelsius = Math.max(peakCelsius, celsius);
        afterOhms = rf.impedanceOhms();
      }
      case Phase.SiteDone _ -> complete = holdSeconds > program.holdSeconds() - SHORT_SECONDS;
      default -> {}
    }
  }

  /** The result so far. */
  SiteResult result() {
    boolean thermal = program instanceof Program.Thermal;
    double inBand = thermal && holdTicks > 0 ? (double) inBandTicks / holdTicks : Double.NaN;
    double overshoot = thermal && holdTicks > 0 ? peakCelsius - program.peakCelsius() : Double.NaN;
    return new SiteResult(
        site.number(),
        site.at(),
        verdict(inBand, overshoot),
        holdSeconds,
        inBand,
        overshoot,
        Double.isFinite(peakCelsius) ? peakCelsius : Double.NaN,
        energyJoules,
        ohmsCount > 0 ? ohmsSum / ohmsCount : Double.NaN,
        afterOhms);
  }

  private Verdict verdict(double inBand, double overshoot) {
    if (!complete) {
      return Verdict.INCOMPLETE;
    }
    boolean precise =
        switch (program) {
          case Program.Thermal _ -> inBand >= LEAST_IN_BAND && overshoot <= MOST_OVERSHOOT_KELVIN;
          case Program.ConstantPower constant -> {
            double joules = constant.powerWatts() * constant.holdSeconds();
            yield Math.abs(energyJoules - joules) <= ENERGY_FRACTION * joules;
          }
          case Program.Pulsed _ -> energyJoules > 0;
        };
    return precise ? Verdict.COMPLETE : Verdict.OUT_OF_BAND;
  }

  /** Only the steady part counts: before that the relay has just closed. */
  private void before(Phase.ContactCheck check, RfReading rf) {
    if (check.goodSinceNanos() != Long.MAX_VALUE) {
      ohmsSum += rf.impedanceOhms();
      ohmsCount++;
    }
  }

  private void hold(Phase.Hold hold, Tick tick, double celsius) {
    holdTicks++;
    holdSinceNanos = hold.sinceNanos();
    holdSeconds = (tick.atNanos() - holdSinceNanos) * 1e-9;
    peakCelsius = Math.max(peakCelsius, celsius);
    if (Math.abs(celsius - program.peakCelsius()) <= BAND_KELVIN) {
      inBandTicks++;
    }
  }
}
