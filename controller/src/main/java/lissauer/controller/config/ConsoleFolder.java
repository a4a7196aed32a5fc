package lissauer.controller.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lissauer.controller.loop.Protocol;
import lissauer.controller.plan.Plan;
import lissauer.controller.plan.Program;
import lissauer.controller.plan.Site;
import lissauer.hal.Electrode;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.Heating;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The folder {@code config/} as commands of other modules see it. */
public final class ConsoleFolder implements ConsoleFiles {
  private final ConfigFolder config;

  /** Shows this folder. */
  public ConsoleFolder(ConfigFolder config) {
    this.config = config;
  }

  @Override
  public ConsoleFiles at(@Nullable Path folder) {
    return folder == null ? this : new ConsoleFolder(new ConfigFolder(folder));
  }

  @Override
  public Settings open(
      String folder, String name, Map<String, String> overrides, Place askedAt, Problems problems) {
    return config.open(folder, name, overrides, askedAt, problems);
  }

  @Override
  public List<String> names(String folder) {
    return config.names(folder);
  }

  @Override
  public PlannedRow row(String planName, Problems problems) {
    Protocol protocol = new ProtocolReader(config).read(planName, problems);
    return row(protocol.plan(), protocol.electrode());
  }

  /** A plan as far as tissue feels it. */
  public static PlannedRow row(Plan plan, Electrode electrode) {
    return new PlannedRow(
        plan.name(),
        electrode,
        plan.sites().stream().map(Site::at).toList(),
        heating(plan.program()),
        plan.spacingMillimetres(),
        plan.angleDegrees(),
        plan.nextSiteBelowCelsius());
  }

  private static Heating heating(Program program) {
    return switch (program) {
      case Program.Thermal thermal ->
          new Heating.Thermal(thermal.setCelsius(), thermal.rampSeconds(), thermal.holdSeconds());
      case Program.ConstantPower constant ->
          new Heating.ConstantPower(constant.powerWatts(), constant.holdSeconds());
      case Program.Pulsed pulsed ->
          new Heating.Pulsed(
              pulsed.voltsRms(), pulsed.burstSeconds(), pulsed.rateHertz(), pulsed.holdSeconds());
    };
  }
}
