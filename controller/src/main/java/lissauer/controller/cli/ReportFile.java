package lissauer.controller.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lissauer.controller.config.ConsoleFolder;
import lissauer.controller.loop.Protocol;
import lissauer.controller.plan.Program;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.controller.record.Verification;
import lissauer.controller.report.RowReport;
import lissauer.hal.TipPosition;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.CoverageMap;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.ConfigException;

/** Writes the report of a run beside its journal, or elsewhere. */
final class ReportFile {
  private static final Pattern HEAD =
      Pattern.compile("lissauer verify FILE --head (\\p{XDigit}{64})");

  private final Modules modules;
  private final ConsoleFiles files;

  /**
   * With the models of the modules beside the service.
   *
   * @param files where their tissues are
   */
  ReportFile(Modules modules, ConsoleFiles files) {
    this.modules = modules;
    this.files = files;
  }

  /** Where the report of a journal belongs. */
  static Path beside(Path journal) {
    return journal.resolveSibling("report.html");
  }

  /**
   * Reads a journal and writes its report.
   *
   * @return whether the journal is what was written
   * @throws IOException if the journal cannot be read or the report not written
   */
  Verification write(Path journal, Path report) throws IOException {
    RecordedRow row = RecordedRow.of(journal);
    String page = new RowReport(row).html(map(row));
    try (Draft draft = new Draft(report)) {
      Files.writeString(draft.file(), page, StandardCharsets.UTF_8);
      draft.publish();
    }
    return row.verification();
  }

  /** The head that the report beside a journal was written with; empty if there is none. */
  static Optional<String> headBeside(Path journal) throws IOException {
    Path report = beside(journal);
    if (!Files.isRegularFile(report)) {
      return Optional.empty();
    }
    Matcher head = HEAD.matcher(Files.readString(report));
    return head.find() ? Optional.of(head.group(1)) : Optional.empty();
  }

  private Optional<CoverageMap> map(RecordedRow row) {
    List<TipPosition> made =
        row.results().stream()
            .filter(site -> site.verdict() != Verdict.INCOMPLETE)
            .map(SiteResult::at)
            .toList();
    Protocol protocol = row.header().protocol();
    if (made.isEmpty() || protocol.plan().program() instanceof Program.Pulsed) {
      return Optional.empty();
    }
    PlannedRow plan = ConsoleFolder.row(protocol.plan(), protocol.electrode());
    try {
      return modules.coverage(plan.with(made), files);
    } catch (ConfigException e) {
      return Optional.empty(); // a configuration without tissues: no map
    }
  }
}
