package lissauer.controller.config;

import lissauer.controller.control.Ladder;
import lissauer.controller.plan.Program;
import lissauer.controller.safety.DoseLimits;
import lissauer.hal.Electrode;
import lissauer.hal.settings.Settings;

/**
 * How much a plan's sites and its row may be given: by default some multiple of what the plan means
 * to give in cord; a plan's {@code limits:} may say less.
 */
final class DoseReader {
  /**
   * Tissue differs in what a temperature costs: half in fluid it is 2.5 times as much. A row of 300
   * seeded ones needed up to 2.8 times.
   */
  private static final double ENERGY_RATIO = 4;

  /** As if the tip were 2 °C too hot all the time. */
  private static final double DOSE_RATIO = 4;

  /** What a mean of many sites may be above the plan, of what a single one may. */
  private static final double ROW_SHARE = 0.8;

  private static final double BODY_CELSIUS = 37;
  private static final double HOT_KELVIN = 2;
  private static final double SITE_HOT_SECONDS = 2;
  private static final double ROW_HOT_SECONDS = 10;

  private final Program program;
  private final Electrode electrode;
  private final Ladder ladder;

  DoseReader(Program program, Electrode electrode, Ladder ladder) {
    this.program = program;
    this.electrode = electrode;
    this.ladder = ladder;
  }

  DoseLimits read(Settings limits, int sites) {
    double row = Math.max(1, ROW_SHARE * sites);
    double siteJoules = most(limits, "site_joules", ENERGY_RATIO * plannedJoules());
    double minutes =
        most(limits, "site_equivalent_minutes", DOSE_RATIO * plannedEquivalentMinutes());
    double hotSeconds = most(limits, "site_hot_seconds", SITE_HOT_SECONDS);
    return new DoseLimits(
        siteJoules,
        most(limits, "row_joules", row * siteJoules),
        minutes,
        most(limits, "row_equivalent_minutes", row * minutes),
        program.peakCelsius() + (program instanceof Program.Thermal ? HOT_KELVIN : 0),
        hotSeconds,
        most(limits, "row_hot_seconds", Math.min(ROW_HOT_SECONDS, sites * hotSeconds)));
  }

  private static double most(Settings limits, String key, double most) {
    return limits.number(key, Math.min(1e-3, most), most, most);
  }

  private double plannedJoules() {
    return switch (program) {
      case Program.Thermal thermal -> {
        double seconds = thermal.rampSeconds() + thermal.holdSeconds();
        double weakWatts = 0.01 * electrode.caps().absoluteWatts();
        double kelvinPerWatt = ladder.stepKelvin(weakWatts, seconds) / weakWatts;
        yield (thermal.setCelsius() - BODY_CELSIUS) / kelvinPerWatt * (seconds + 1);
      }
      case Program.ConstantPower constant -> constant.powerWatts() * constant.holdSeconds();
      case Program.Pulsed pulsed ->
          pulsed.voltsRms()
              * pulsed.voltsRms()
              / electrode.impedance().startMinimumOhms()
              * pulsed.burstSeconds()
              * pulsed.rateHertz()
              * pulsed.holdSeconds();
    };
  }

  private double plannedEquivalentMinutes() {
    double seconds = program.holdSeconds() + 1;
    return seconds / 60 * StrictMath.pow(2, program.peakCelsius() - 43);
  }
}
