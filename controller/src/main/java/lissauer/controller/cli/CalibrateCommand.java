package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.control.Calibration;
import lissauer.controller.control.Ladder;
import lissauer.controller.record.FirstHeating;
import lissauer.hal.Electrode;
import lissauer.hal.TipGeometry;
import lissauer.hal.console.VirtualTips;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lissauer calibrate}: what the control law needs to know of an electrode. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the section control: of an electrode's file, for the temperature law.",
      "With journals: fitted to the first heating in each, as recorded on a rig or simulated; the"
          + " tissue of the first counts as standard. A weak step for some 20 s serves best.",
      "Without: fitted to the simulator's tissue model of the electrode, in ten tissues."
    })
final class CalibrateCommand implements Callable<Integer> {
  private static final double RECORDED_NOISE_KELVIN = 0.1;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  private final Modules modules;

  @Parameters(index = "0", paramLabel = "ELECTRODE", description = "A file in electrodes/.")
  private String electrodeName;

  @Parameters(index = "1..*", paramLabel = "JOURNAL", description = "Journals, or runs' folders.")
  private List<Path> journals = List.of();

  @Option(
      names = "--lag",
      defaultValue = "0.05",
      paramLabel = "S",
      description = "Lag of the thermocouple that is expected, s (default: ${DEFAULT-VALUE}).")
  private double lagSeconds;

  @Option(
      names = "--hot-spot",
      defaultValue = "12",
      paramLabel = "K/W",
      description =
          "How much hotter than the tip the hottest tissue may be, K/W; journals cannot tell"
              + " (default: ${DEFAULT-VALUE}).")
  private double hotSpotKelvinPerWatt;

  CalibrateCommand(Modules modules) {
    this.modules = modules;
  }

  @Override
  public Integer call() throws IOException {
    if (!(lagSeconds >= 0.005 && lagSeconds <= 0.5)) {
      throw usage("--lag is " + lagSeconds + "; allowed 0.005 to 0.5 s");
    }
    if (!(hotSpotKelvinPerWatt > 0 && hotSpotKelvinPerWatt <= 1000)) {
      throw usage("--hot-spot is " + hotSpotKelvinPerWatt + "; allowed above 0 to 1000 K/W");
    }
    ConfigFolder folder = config.open();
    Problems problems = new Problems();
    Settings file =
        folder.open("electrodes", electrodeName, new Place("ELECTRODE", 0, 0), problems);
    Electrode electrode = Electrode.from(file);
    problems.throwIfAny();
    Calibration.Result result =
        journals.isEmpty() ? simulated(electrode.geometry()) : recorded(electrode.geometry());
    print(result, spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private Calibration.Result simulated(TipGeometry geometry) {
    VirtualTips tips =
        modules.virtualTips().orElseThrow(() -> usage("there is no simulator; name a journal"));
    ModelledHeatings heatings = new ModelledHeatings(tips, geometry);
    List<Calibration.Heating> all = heatings.all();
    return calibration(geometry, heatings.hotSpotKelvinPerWatt()).of(all);
  }

  private Calibration.Result recorded(TipGeometry geometry) throws IOException {
    List<Calibration.Heating> heatings = new ArrayList<>();
    for (Path path : journals) {
      Path journal = Files.isDirectory(path) ? path.resolve("journal.jsonl") : path;
      FirstHeating heating = FirstHeating.of(journal);
      double start =
          Arrays.stream(heating.celsius()).filter(Double::isFinite).limit(5).average().orElse(0);
      heatings.add(
          new Calibration.Heating(
              new Calibration.Recorded(RECORDED_NOISE_KELVIN, heatings.isEmpty()),
              heating.seconds(),
              heating.watts(),
              Arrays.stream(heating.celsius()).map(celsius -> celsius - start).toArray()));
    }
    return calibration(geometry, hotSpotKelvinPerWatt).of(heatings);
  }

  private Calibration calibration(TipGeometry geometry, double hotSpot) {
    return new Calibration(
        geometry.radiusMillimetres(), geometry.bareMillimetres(), hotSpot, lagSeconds);
  }

  private void print(Calibration.Result result, PrintWriter out) {
    Ladder ladder = result.ladder();
    String from = journals.isEmpty() ? "" : " JOURNAL";
    out.printf(
        Locale.ROOT,
        "control: # for the temperature law; by: lissauer calibrate %s%s; worst error %.1f %%%n",
        electrodeName,
        from,
        100 * result.worstFraction());
    out.println("  metal_joules_per_kelvin: " + rounded(ladder.metalJoulesPerKelvin()));
    out.println("  shaft_watts_per_kelvin: " + rounded(ladder.shaftWattsPerKelvin()));
    out.println("  shell_cubic_millimetres: " + rounded(ladder.shellCubicMillimetres()));
    out.println("  path_millimetres: " + rounded(ladder.pathMillimetres()));
    out.println("  resistance_fractions: " + rounded(ladder.resistanceFractions()));
    out.println("  hot_spot_kelvin_per_watt: " + rounded(ladder.hotSpotKelvinPerWatt()));
    out.println("  sensor_lag_seconds: " + rounded(result.lagSeconds()));
    out.flush();
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String rounded(List<Double> values) {
    return values.stream()
        .map(CalibrateCommand::rounded)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
