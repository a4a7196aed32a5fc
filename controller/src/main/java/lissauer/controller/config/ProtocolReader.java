package lissauer.controller.config;

import java.util.Arrays;
import java.util.List;
import lissauer.controller.control.Ladder;
import lissauer.controller.loop.Protocol;
import lissauer.controller.plan.Plan;
import lissauer.controller.safety.Limits;
import lissauer.hal.Caps;
import lissauer.hal.Electrode;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;

/** Reads a plan, its electrode and the limits, and refuses what contradicts itself. */
public final class ProtocolReader {
  private static final double WEAK_FRACTION = 0.01;

  private final ConfigFolder config;

  /** A reader of one configuration folder. */
  public ProtocolReader(ConfigFolder config) {
    this.config = config;
  }

  /**
   * Everything that one run is decided by. When {@code problems} has grown, it is only good for
   * looking for more problems.
   *
   * @param name of a file in {@code plans/}, or a path
   * @throws lissauer.hal.settings.ConfigException when there is no electrode to check a plan
   *     against
   */
  public Protocol read(String name, Problems problems) {
    Place asked = new Place("--plan", 0, 0);
    Settings planFile = config.open("plans", name, asked, problems);
    Settings limitsFile = config.open("", "limits", asked, problems);
    Settings electrodeFile = PlanReader.electrodeFile(planFile);
    if (electrodeFile.name().isEmpty()) {
      problems.throwIfAny();
    }
    Electrode electrode = Electrode.from(electrodeFile);
    Ladder ladder = ladder(electrodeFile.section("control"));
    LesionWidth width = LesionWidth.from(electrodeFile.section("lesion_width"));
    electrodeFile.text("description");
    electrodeFile.done();
    double tickSeconds = limitsFile.number("tick_seconds", 0.005, 0.1);
    PlanReader reader = new PlanReader(planFile, electrode, ladder, width, tickSeconds);
    Plan plan = reader.read();
    Limits limits = limits(limitsFile, electrode, plan, ladder);
    return new Protocol(plan, electrode, limits, ladder, Math.round(tickSeconds * 1e9));
  }

  private static Ladder ladder(Settings control) {
    Ladder ladder =
        new Ladder(
            control.number("metal_joules_per_kelvin", 1e-6, 10),
            control.number("shaft_watts_per_kelvin", 1e-9, 1),
            rungs(control, "shell_cubic_millimetres", Ladder.SHELLS, 1e-4, 1e7),
            rungs(control, "path_millimetres", Ladder.SHELLS + 1, 1e-3, 1e6),
            rungs(control, "resistance_fractions", Ladder.SHELLS, 1e-6, 1),
            control.number("hot_spot_kelvin_per_watt", 0.01, 1000),
            control.number("sensor_lag_seconds", 0.005, 0.5));
    control.done();
    return ladder;
  }

  private static List<Double> rungs(
      Settings control, String key, int count, double least, double most) {
    return Arrays.stream(control.numbers(key, count, least, most)).boxed().toList();
  }

  private static Limits limits(Settings file, Electrode electrode, Plan plan, Ladder ladder) {
    Caps caps = electrode.caps();
    double weakWatts = WEAK_FRACTION * caps.absoluteWatts();
    Limits limits =
        new Limits(
            plan.tipLimitCelsius(),
            plan.powerLimitWatts(),
            caps.absoluteWatts(),
            caps.rfOnSeconds(),
            electrode.impedance(),
            file.number("sample_age_seconds", 0.02, 0.25),
            file.number("tick_gap_seconds", 0.04, 0.2),
            file.number("excess_fraction", 0.01, 0.2),
            (int) file.whole("excess_readings", 1, 15),
            file.number("off_fraction", 0.001, 0.05) * caps.absoluteWatts(),
            file.number("off_seconds", 0.05, 0.2),
            file.number("lease_seconds", 0.05, 0.25),
            ladder.stepKelvin(weakWatts, 1) / weakWatts,
            plan.doseLimits());
    file.done();
    return limits;
  }
}
