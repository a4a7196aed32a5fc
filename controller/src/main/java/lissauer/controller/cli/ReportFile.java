package lissauer.controller.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import lissauer.controller.config.ConsoleFolder;
import lissauer.controller.loop.Protocol;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.controller.report.RowReport;
import lissauer.hal.TipPosition;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.CoverageMap;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.ConfigException;

/** Writes the report of a run beside its journal, or elsewhere. */
final class ReportFile {
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
   * Reads a journal and writes its report; whoever reads meanwhile finds the old one or the new.
   *
   * @throws IOException if the journal cannot be read or the report not written
   */
  void write(Path journal, Path report) throws IOException {
    RecordedRow row = RecordedRow.of(journal);
    String page = new RowReport(row).html(map(row));
    Path draft = report.resolveSibling(report.getFileName() + ".tmp");
    try {
      Files.writeString(draft, page, StandardCharsets.UTF_8);
      Files.move(draft, report, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Optional<CoverageMap> map(RecordedRow row) {
    List<TipPosition> made =
        row.results().stream()
            .filter(site -> site.verdict() != Verdict.INCOMPLETE)
            .map(SiteResult::at)
            .toList();
    if (made.isEmpty()) {
      return Optional.empty();
    }
    Protocol protocol = row.header().protocol();
    PlannedRow plan = ConsoleFolder.row(protocol.plan(), protocol.electrode());
    try {
      return modules.coverage(plan.with(made), files);
    } catch (ConfigException e) {
      return Optional.empty(); // a configuration without tissues: no map
    }
  }
}
