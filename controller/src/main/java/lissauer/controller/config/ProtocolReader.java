package lissauer.controller.config;

import lissauer.controller.control.TemperatureLaw;
import lissauer.controller.control.ThermalModel;
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
    TemperatureLaw.Tuning tuning = tuning(electrodeFile.section("control"));
    LesionWidth width = LesionWidth.from(electrodeFile.section("lesion_width"));
    electrodeFile.text("description");
    electrodeFile.done();
    double tickSeconds = limitsFile.number("tick_seconds", 0.005, 0.1);
    PlanReader reader = new PlanReader(planFile, electrode, tuning.model(), width, tickSeconds);
    Plan plan = reader.read();
    Limits limits = limits(limitsFile, electrode, plan);
    return new Protocol(plan, electrode, limits, tuning, Math.round(tickSeconds * 1e9));
  }

  private static TemperatureLaw.Tuning tuning(Settings control) {
    double[] seconds = control.numbers("time_constants_seconds", 3, 0.001, 1000);
    double[] gains = control.numbers("gains_kelvin_per_watt", 3, 0.01, 10_000);
    TemperatureLaw.Tuning tuning =
        new TemperatureLaw.Tuning(
            control.number("proportional_watts_per_kelvin", 0, 10),
            control.number("integral_watts_per_kelvin_second", 0, 10),
            control.number("sensor_lag_seconds", 0.001, 2),
            new ThermalModel(
                new ThermalModel.Mode(seconds[0], gains[0]),
                new ThermalModel.Mode(seconds[1], gains[1]),
                new ThermalModel.Mode(seconds[2], gains[2])));
    control.done();
    return tuning;
  }

  private static Limits limits(Settings file, Electrode electrode, Plan plan) {
    Caps caps = electrode.caps();
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
            file.number("lease_seconds", 0.05, 0.25));
    file.done();
    return limits;
  }
}
