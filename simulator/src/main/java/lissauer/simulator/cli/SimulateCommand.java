package lissauer.simulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lissauer.hal.Electrode;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.picture.OutputFile;
import lissauer.simulator.tissue.Tissue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lissauer simulate}: one lesion on the full model. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Computes one lesion: field, heat and damage around one electrode in one tissue.",
      "Say what to do with one of --program, --clamp, --watts and --volts."
    },
    footer = {
      "",
      "Everything it prints is SIMULATED. Exit codes: 0 done, 2 bad usage or configuration."
    })
final class SimulateCommand implements Callable<Integer> {
  private final ConsoleFiles files;
  @Spec private CommandSpec spec;

  @Option(
      names = "--electrode",
      paramLabel = "E",
      description = "File in config/electrodes, or a path (default: that of --program).")
  private @Nullable String electrode;

  @Option(
      names = "--tissue",
      paramLabel = "T",
      defaultValue = "cord",
      description = "File in config/tissues, or a path (default: ${DEFAULT-VALUE}).")
  private String tissue;

  @Mixin private TreatmentOptions treatment;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description = "Slope of conductivity, 0 (constant) to 0.05 1/K (default: the tissue's).")
  private @Nullable String alpha;

  @Option(
      names = "--set",
      paramLabel = "KEY=V",
      description =
          "Puts a value over that of a file: tissue.KEY or electrode.KEY; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--resolution",
      paramLabel = "N",
      description =
          "Cells smaller by this factor, 0.5 to 3 (default: 1); 2 takes ten times as long.")
  private @Nullable String resolution;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes the course of time, a row a step.")
  private @Nullable Path csv;

  @Option(
      names = "--plot",
      paramLabel = "FILE.png",
      description = "Draws temperature at RF off, lesions after cooling, the course of time.")
  private @Nullable Path plot;

  @Option(names = "--vtk", paramLabel = "FILE.vtr", description = "Writes the fields for ParaView.")
  private @Nullable Path vtk;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder with electrodes, plans and tissues (default: the one that came along).")
  private @Nullable Path config;

  SimulateCommand(ConsoleFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws IOException {
    Lesion lesion = read().simulate();
    if (csv != null) {
      OutputFile.write(csv, TraceCsv.of(lesion.trace()).getBytes(StandardCharsets.UTF_8));
    }
    if (plot != null) {
      new LesionFields(lesion).picture().write(plot);
    }
    if (vtk != null) {
      new LesionFields(lesion).vtk().write(vtk);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(LesionJson.of(lesion));
      out.flush();
    } else {
      new LesionText(out).print(lesion);
    }
    for (String warning : lesion.warnings()) {
      spec.commandLine().getErr().println("warning: " + warning);
    }
    return 0;
  }

  private Case read() {
    Problems problems = new Problems();
    OptionNumbers numbers = new OptionNumbers(problems);
    check(numbers, "--csv", csv, "");
    check(numbers, "--plot", plot, ".png");
    check(numbers, "--vtk", vtk, ".vtr");
    CaseReader reader = new CaseReader(files.at(config), overrides, problems);
    PlannedRow row = reader.row(treatment.program());
    Treatment asked = treatment.read(numbers, row);
    double factor = numbers.read("--resolution", resolution, 0.5, 3, "times finer", 1);
    Electrode tip = reader.electrode(electrode, row);
    Settings file = reader.tissueFile(tissue);
    Tissue around = reader.tissue(file, alpha);
    var contact = reader.contact(file, tip);
    problems.throwIfAny();
    return new Case(tip, file.name(), around, contact, asked, changes(), factor);
  }

  private Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>(overrides);
    if (alpha != null) {
      changes.put("--alpha", alpha);
    }
    if (resolution != null) {
      changes.put("--resolution", resolution);
    }
    return changes;
  }

  private static void check(
      OptionNumbers numbers, String option, @Nullable Path file, String ending) {
    if (file != null) {
      try {
        OutputFile.check(file, ending);
      } catch (IOException e) {
        numbers.wrong(option, String.valueOf(e.getMessage()));
      }
    }
  }
}
