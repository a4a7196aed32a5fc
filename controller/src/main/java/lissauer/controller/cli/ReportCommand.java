package lissauer.controller.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lissauer.controller.config.ConsoleFolder;
import lissauer.controller.record.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lissauer report}: a run as a page for people. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a record as one HTML page with plots, tables and a lesion map, to read or to print.",
      "It needs no network and no other file. A run writes one by itself at its end."
    },
    footer = {
      "",
      "Exit codes: 0 written, 1 written, but the record is damaged, 2 not a record, or nothing can be",
      "written there."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "FILE", description = "A journal, or the folder of a run.")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      description = "Where to write (default: report.html beside the journal).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Path journal = JournalFile.of(file);
    Path report = out == null ? place(journal) : out;
    Verification found =
        new ReportFile(Modules.installed(), new ConsoleFolder(config.open()))
            .write(journal, report);
    spec.commandLine().getOut().println("report  " + report);
    if (found.damage() == null) {
      return ExitCode.DONE;
    }
    spec.commandLine().getErr().println("the record is DAMAGED: " + found.damage());
    return ExitCode.INCOMPLETE;
  }

  /** Never over a report of what the record was before it was changed or cut: it has its head. */
  private static Path place(Path journal) throws IOException {
    Optional<String> head = ReportFile.headBeside(journal);
    boolean other =
        head.isPresent() && !head.get().equalsIgnoreCase(Verification.of(journal).head());
    return other
        ? journal.resolveSibling("report-of-changed-record.html")
        : ReportFile.beside(journal);
  }
}
