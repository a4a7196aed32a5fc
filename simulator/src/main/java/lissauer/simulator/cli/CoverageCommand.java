package lissauer.simulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.settings.Problems;
import lissauer.simulator.picture.RowPicture;
import lissauer.simulator.row.RowAdvice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lissauer plan coverage}: what a plan's row will cover, before anything is heated. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Predicts what the row of a plan covers and what it spills into,",
      "and looks for a better spacing, wait or set temperature near the plan's."
    },
    footer = {
      "",
      "Everything it prints is SIMULATED. Exit codes: 0 done, 2 bad usage or configuration."
    })
final class CoverageCommand implements Callable<Integer> {
  private final ConsoleFiles files;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "File in config/plans, or a path.")
  private String plan;

  @Option(
      names = "--tissue",
      paramLabel = "T",
      defaultValue = "cord",
      description = "File in config/tissues, or a path (default: ${DEFAULT-VALUE}).")
  private String tissue;

  @Option(
      names = "--section",
      paramLabel = "S",
      defaultValue = "cord-c6",
      description =
          "File in config/sections whose regions the doses are counted for, or none"
              + " (default: ${DEFAULT-VALUE}).")
  private String section;

  @Option(
      names = "--target",
      paramLabel = "box|section",
      defaultValue = "box",
      description =
          "What is to be covered: a box 1.5 mm wide along the bare tip, or the target regions of"
              + " the section (default: ${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = "--spacing",
      paramLabel = "MM",
      description = "Distance of sites, 0.5 to 5 mm (default: the plan's).")
  private @Nullable String spacing;

  @Option(
      names = "--wait",
      paramLabel = "S",
      description =
          "Seconds from RF off to the next RF on, 0 to 600, instead of waiting until the tip is"
              + " as cold as the plan says.")
  private @Nullable String wait;

  @Option(
      names = "--clamp",
      paramLabel = "C",
      description = "Set temperature, 40 to 95 °C (default: the plan's).")
  private @Nullable String clamp;

  @Option(
      names = "--set",
      paramLabel = "KEY=V",
      description = "Puts a value over that of a file: tissue.KEY; may be given again.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(names = "--plot", paramLabel = "FILE.png", description = "Draws the row.")
  private @Nullable Path plot;

  @Option(names = "--no-advice", description = "Does not look for a better row.")
  private boolean noAdvice;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder with electrodes, plans and tissues (default: the one that came along).")
  private @Nullable Path config;

  CoverageCommand(ConsoleFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    if (plot != null) {
      RowPicture.check(plot);
    }
    CoverageReader reader =
        new CoverageReader(
            files.at(config), overrides, problems, spec.commandLine().getErr()::println);
    CoverageCase row = reader.read(plan, tissue, section, target);
    row = reader.changed(row, spacing, wait, clamp);
    problems.throwIfAny();
    CoverageResult result = row.forecast();
    List<RowAdvice.Variant> variants = noAdvice ? List.of() : row.advice().variants();
    if (plot != null) {
      new CoveragePicture(row, result).picture(variants).write(plot);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(CoverageJson.of(row, result, variants));
      out.flush();
    } else {
      new CoverageText(out).print(row, result, variants);
    }
    return 0;
  }
}
