package lissauer.controller.config;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;
import lissauer.controller.control.Ladder;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Program;
import lissauer.controller.plan.Sequencer;
import lissauer.controller.plan.Site;
import lissauer.controller.safety.DoseLimits;
import lissauer.hal.Caps;
import lissauer.hal.Electrode;
import lissauer.hal.settings.Settings;

/** Reads one plan file for one electrode. */
final class PlanReader {
  /** Tissue temperature that a plan is checked against; the rig's own is measured. */
  private static final double BODY_CELSIUS = 37;

  private static final double OVER_SET_KELVIN = 5;

  /** A limit nearer than this to the set temperature would trip on overshoot and noise. */
  private static final double MARGIN_KELVIN = 2;

  /** Bursts no longer and no faster than this leave pauses in which a stuck output is noticed. */
  private static final double LONGEST_BURST_SECONDS = 0.04;

  private static final double FASTEST_HERTZ = 4;

  private final Settings file;
  private final Electrode electrode;
  private final Ladder ladder;
  private final LesionWidth width;
  private final double tickSeconds;

  PlanReader(
      Settings file, Electrode electrode, Ladder ladder, LesionWidth width, double tickSeconds) {
    this.file = file;
    this.electrode = electrode;
    this.ladder = ladder;
    this.width = width;
    this.tickSeconds = tickSeconds;
  }

  /** The electrode that a plan names: one, since one generator with one relay feeds one tip. */
  static Settings electrodeFile(Settings plan) {
    if (plan.has("electrodes") || plan.isList("electrode")) {
      plan.problem(
          plan.isList("electrode") ? "electrode" : "electrodes",
          "a plan heats through one electrode; two tips in one row would share one temperature"
              + " reading. Write one plan for each electrode");
      return plan.nothing("electrode");
    }
    return plan.file("electrode", "electrodes");
  }

  Plan read() {
    Caps caps = caps();
    String description = file.text("description");
    Program program = program(file.section("program"));
    Settings row = file.section("row");
    double spacing = row.number("spacing_millimetres", 0.5, 5);
    double angle = row.number("angle_degrees", 0, 60, 0);
    List<Site> sites = new RowReader(row, electrode, spacing).sites();
    row.done();
    double below = file.number("next_site_below_celsius", 30, 60, 45);
    Settings limits = file.has("limits") ? file.section("limits") : file.nothing("limits");
    double most = Math.min(tipLimit(program), caps.tipCelsius());
    double least = leastTipLimit(program);
    double tipLimit = limits.number("tip_celsius", least, most, most);
    double power =
        limits.number("power_watts", 0.001, powerOf(program, caps), powerOf(program, caps));
    DoseLimits dose = new DoseReader(program, electrode, ladder).read(limits, sites.size());
    limits.done();
    double bath = file.has("bath_celsius") ? file.number("bath_celsius", 5, 45) : Double.NaN;
    file.done();
    if (file.sound()) {
      contradictions(program, row, spacing, sites.size(), power);
    }
    return new Plan(
        file.name(),
        description,
        electrode.name(),
        program,
        sites,
        spacing,
        angle,
        below,
        tipLimit,
        power,
        bath,
        dose);
  }

  private Program program(Settings settings) {
    String kind = settings.choice("kind", List.of("thermal", "constant_power", "pulsed"));
    Caps caps = caps();
    double longest = 3600;
    Program program =
        switch (kind) {
          case "constant_power" ->
              new Program.ConstantPower(
                  settings.number("power_watts", 0.01, caps.absoluteWatts()),
                  settings.number("hold_seconds", 1, longest),
                  settings.number("ceiling_celsius", 40, caps.tipCelsius()));
          case "pulsed" ->
              new Program.Pulsed(
                  settings.number("volts_rms", 0.1, caps.voltsRms()),
                  settings.number("burst_seconds", tickSeconds, LONGEST_BURST_SECONDS, tickSeconds),
                  settings.number("rate_hertz", 0.5, FASTEST_HERTZ, 2),
                  settings.number("hold_seconds", 1, longest),
                  settings.number("ceiling_celsius", 38, 45, 42));
          default ->
              new Program.Thermal(
                  settings.number(
                      "set_celsius", 40, Math.min(85, caps.tipCelsius() - MARGIN_KELVIN)),
                  ramp(settings),
                  settings.number("hold_seconds", 1, longest));
        };
    settings.done();
    return program;
  }

  /** 2 to 30 s, or as fast as is safe. */
  private static double ramp(Settings thermal) {
    if (!thermal.has("ramp")) {
      return thermal.number("ramp_seconds", 2, 30, 5);
    }
    if (thermal.has("ramp_seconds")) {
      thermal.problem("ramp", "there is ramp_seconds too; keep one of them");
      thermal.number("ramp_seconds", 2, 30);
    }
    thermal.choice("ramp", List.of("fastest"));
    return 0;
  }

  private static double tipLimit(Program program) {
    return switch (program) {
      case Program.Thermal thermal -> thermal.setCelsius() + OVER_SET_KELVIN;
      case Program.ConstantPower constant -> constant.ceilingCelsius();
      case Program.Pulsed pulsed -> pulsed.ceilingCelsius() + OVER_SET_KELVIN;
    };
  }

  private static double leastTipLimit(Program program) {
    double margin = program instanceof Program.Thermal ? MARGIN_KELVIN : 0;
    return program.peakCelsius() + margin;
  }

  /** Pulses and the fastest ramp are short, so they may use all that the generator may give. */
  private static double powerOf(Program program, Caps caps) {
    boolean brief =
        switch (program) {
          case Program.Pulsed _ -> true;
          case Program.Thermal thermal -> thermal.rampSeconds() == 0;
          case Program.ConstantPower _ -> false;
        };
    return brief ? caps.absoluteWatts() : caps.controlWatts();
  }

  private void contradictions(
      Program program, Settings row, double spacing, int sites, double power) {
    switch (program) {
      case Program.Thermal thermal -> {
        rfTime(Sequencer.PROBE_PULSE_SECONDS + thermal.rampSeconds() + thermal.holdSeconds());
        spacing(row, spacing, sites, thermal.setCelsius(), thermal.holdSeconds());
      }
      case Program.ConstantPower constant -> {
        rfTime(constant.holdSeconds());
        double tip =
            BODY_CELSIUS + ladder.stepKelvin(constant.powerWatts(), constant.holdSeconds());
        constantPower(constant, power, tip);
        spacing(row, spacing, sites, Math.min(tip, caps().tipCelsius()), constant.holdSeconds());
      }
      case Program.Pulsed pulsed -> {
        rfTime(pulsed.holdSeconds() * pulsed.burstSeconds() * pulsed.rateHertz());
        bursts(pulsed);
      }
    }
  }

  private void constantPower(Program.ConstantPower constant, double power, double tip) {
    if (constant.powerWatts() > power) {
      file.problem(
          "program",
          say(
              "asks for %.2f W, but the power limit is %.2f W; lower one or raise the other",
              constant.powerWatts(), power));
    }
    if (!(tip <= constant.ceilingCelsius())) {
      file.problem(
          "program",
          say(
              "%.2f W for %.0f s would take the tip of %s to about %.0f °C, above the ceiling of"
                  + " %.0f °C; lower the power or the time, or take a bigger tip",
              constant.powerWatts(),
              constant.holdSeconds(),
              electrode.name(),
              tip,
              constant.ceilingCelsius()));
    }
  }

  private void bursts(Program.Pulsed pulsed) {
    wholeTicks("bursts", pulsed.burstSeconds());
    wholeTicks("periods", 1 / pulsed.rateHertz());
  }

  private void wholeTicks(String what, double seconds) {
    double ticks = seconds / tickSeconds;
    if (Math.abs(ticks - Math.rint(ticks)) > 1e-6) {
      file.problem(
          "program",
          say(
              "%s of %.4f s are not a whole number of ticks of %.3f s",
              what, seconds, tickSeconds));
    }
  }

  private Caps caps() {
    return electrode.caps();
  }

  private void rfTime(double seconds) {
    double most = electrode.caps().rfOnSeconds();
    if (!(seconds <= most)) {
      file.problem(
          "program",
          say(
              "RF would be on for %.1f s at the first site, probe included; %s allows %.0f s",
              seconds, electrode.name(), most));
    }
  }

  private void spacing(Settings row, double spacing, int sites, double celsius, double seconds) {
    double wide = width.millimetres(celsius, seconds);
    if (sites > 1 && !(spacing <= wide)) {
      row.problem(
          "spacing_millimetres",
          say(
              "%.1f mm is wider than the lesion, about %.1f mm at %.0f °C for %.0f s, so the row"
                  + " would have gaps; space more closely, heat longer, or make single sites",
              spacing, wide, celsius, seconds));
    }
  }

  @FormatMethod
  private static String say(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
