package lissauer.simulator.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lissauer.hal.TipGeometry;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.settings.Problems;
import lissauer.simulator.tissue.ReducedBasis;
import lissauer.simulator.tissue.ReducedLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lissauer reduce}: makes the reduced models that simulated rigs run on. */
@Command(
    name = "reduce",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes the reduced models of electrodes, about 20 s each.",
      "A simulated rig makes what it lacks by itself; this is for those who ship them."
    },
    footer = {"", "Exit codes: 0 done, 2 bad usage or configuration."})
final class ReduceCommand implements Callable<Integer> {
  private final ConsoleFiles files;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-e", "--electrode"},
      paramLabel = "E",
      description = "An electrode; may be given again (default: all).")
  private List<String> electrodes = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write to (default: where a simulated rig finds what it made).")
  private @Nullable Path out;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "Folder with the electrodes (default: the one that came along).")
  private @Nullable Path config;

  ReduceCommand(ConsoleFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws IOException {
    Path folder =
        out != null
            ? out
            : ReducedLibrary.userCache(System.getenv(), System.getProperty("user.home"));
    PrintWriter lines = spec.commandLine().getOut();
    for (Map.Entry<TipGeometry, List<String>> tip : tips().entrySet()) {
      long start = System.nanoTime();
      ReducedBasis basis = ReducedLibrary.train(tip.getKey(), _ -> {});
      Path file = folder.resolve(ReducedLibrary.fileName(tip.getKey()));
      ReducedLibrary.write(basis, file);
      lines.printf(
          Locale.ROOT,
          "%s: %s, %.0f kB, %.0f s%n",
          String.join(", ", tip.getValue()),
          file,
          Files.size(file) * 1e-3,
          (System.nanoTime() - start) * 1e-9);
      lines.flush();
    }
    return 0;
  }

  /** Shapes that are asked for, each with the electrodes that have it. */
  private Map<TipGeometry, List<String>> tips() {
    Problems problems = new Problems();
    ConsoleFiles from = files.at(config);
    CaseReader reader = new CaseReader(from, Map.of(), problems);
    Map<String, TipGeometry> named = new TreeMap<>();
    for (String name : electrodes.isEmpty() ? from.names("electrodes") : electrodes) {
      named.put(name, reader.electrode(name, null).geometry());
    }
    problems.throwIfAny();
    Map<TipGeometry, List<String>> tips = new LinkedHashMap<>();
    named.forEach((name, tip) -> tips.computeIfAbsent(tip, _ -> new ArrayList<>()).add(name));
    return tips;
  }
}
