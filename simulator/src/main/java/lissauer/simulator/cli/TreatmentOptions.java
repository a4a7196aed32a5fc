package lissauer.simulator.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lissauer.hal.console.Heating;
import lissauer.hal.console.PlannedRow;
import lissauer.simulator.tissue.Drive;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is done: one of four, with what belongs to it. */
final class TreatmentOptions {
  private static final double COOL_SECONDS = 30;
  private static final double RAMP_SECONDS = 1;
  private static final String ONE_OF = "one of --program, --clamp, --watts and --volts";

  @Option(
      names = "--program",
      paramLabel = "PLAN",
      description = "The program of a plan at one site, as ideal equipment would do it.")
  private @Nullable String program;

  @Option(
      names = "--clamp",
      paramLabel = "C",
      description = "Whatever power keeps the thermocouple at this temperature, 40 to 150 °C.")
  private @Nullable String clamp;

  @Option(
      names = "--watts",
      paramLabel = "W",
      description = "A constant power in the tissue, 0.001 to 50 W.")
  private @Nullable String watts;

  @Option(
      names = "--volts",
      paramLabel = "V",
      description = "A constant voltage at the tip, 0.1 to 200 V rms.")
  private @Nullable String volts;

  @Option(
      names = "--ramp",
      paramLabel = "S",
      description = "With --clamp: a raised-cosine ramp before it, 0.05 to 60 s (default: 1).")
  private @Nullable String ramp;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long, after the ramp with --clamp, 0.05 to 600 s.")
  private @Nullable String seconds;

  @Option(
      names = "--cool",
      paramLabel = "S",
      description = "How long to watch with RF off, 0 to 600 s (default: 30).")
  private @Nullable String cool;

  /** The plan that is asked for, or null. */
  @Nullable String program() {
    return program;
  }

  /**
   * What is asked for; anything, with the reason noted, when that contradicts itself.
   *
   * @param row the plan of {@link #program}, or null
   */
  Treatment read(OptionNumbers numbers, @Nullable PlannedRow row) {
    Map<String, String> kinds = kinds();
    if (kinds.size() > 1) {
      numbers.wrong(String.join(" and ", kinds.keySet()), "contradict each other; give " + ONE_OF);
    }
    if (kinds.isEmpty()) {
      numbers.wrong("--clamp", "is missing; say what to do with " + ONE_OF);
    }
    if (ramp != null && clamp == null && !kinds.isEmpty()) {
      String reason = program == null ? "the others begin at once" : "the plan has its own";
      numbers.wrong("--ramp", "goes with --clamp only: " + reason + "; leave it out");
    }
    if (seconds != null && program != null) {
      numbers.wrong(
          "--seconds", "does not go with --program: the plan says how long; leave it out");
    }
    double coolSeconds = numbers.read("--cool", cool, 0, 600, "s", COOL_SECONDS);
    if (kinds.size() != 1) {
      return new Treatment(new Drive.Power(1, 1), coolSeconds, null);
    }
    return row != null
        ? new Treatment(drive(row.heating()), coolSeconds, row.planName())
        : new Treatment(drive(numbers), coolSeconds, null);
  }

  private Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    put(kinds, "--program", program);
    put(kinds, "--clamp", clamp);
    put(kinds, "--watts", watts);
    put(kinds, "--volts", volts);
    return kinds;
  }

  private static void put(Map<String, String> kinds, String option, @Nullable String given) {
    if (given != null) {
      kinds.put(option, given);
    }
  }

  private Drive drive(OptionNumbers numbers) {
    double on = program == null ? numbers.read("--seconds", seconds, 0.05, 600, "s") : 1;
    if (clamp != null) {
      double set = numbers.read("--clamp", clamp, 40, 150, "°C");
      double rampSeconds = numbers.read("--ramp", ramp, 0.05, 60, "s", RAMP_SECONDS);
      return new Drive.Clamp(set, rampSeconds, on, true);
    }
    if (watts != null) {
      return new Drive.Power(numbers.read("--watts", watts, 0.001, 50, "W"), on);
    }
    double asked = volts == null ? 1 : numbers.read("--volts", volts, 0.1, 200, "V");
    return new Drive.Voltage(asked, on);
  }

  /** The hold of a plan counts from 1 °C below the set temperature; here it follows the ramp. */
  static Drive drive(Heating heating) {
    return switch (Objects.requireNonNull(heating)) {
      case Heating.Thermal it ->
          new Drive.Clamp(it.setCelsius(), it.rampSeconds(), it.holdSeconds(), false);
      case Heating.ConstantPower it -> new Drive.Power(it.powerWatts(), it.holdSeconds());
      case Heating.Pulsed it ->
          new Drive.Bursts(it.voltsRms(), it.burstSeconds(), it.rateHertz(), it.holdSeconds());
    };
  }
}
