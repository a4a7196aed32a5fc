package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.report.RowComparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code lissauer compare}: how runs differ from each other, and which sites stand out. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts the rows of several records beside each other: time in band, energy, impedance before and",
      "its change, mean and SD over the sites that were made; names sites that stand out from all others",
      "of the same program and electrode."
    },
    footer = {"", "Exit codes: 0 compared, 1 a record is damaged, 2 bad usage or not a record."})
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Journals, or folders of runs.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Map<String, RecordedRow> rows = new LinkedHashMap<>();
    for (Path file : files) {
      if (rows.put(file.toString(), RecordedRow.of(JournalFile.of(file))) != null) {
        throw new ParameterException(spec.commandLine(), file + " is named twice");
      }
    }
    RowComparison comparison = RowComparison.of(rows);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(comparison.values()));
    } else {
      comparison.lines().forEach(out::println);
    }
    boolean damaged = rows.values().stream().anyMatch(row -> row.verification().damage() != null);
    return damaged ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }
}
