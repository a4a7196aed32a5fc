package lissauer.controller.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import lissauer.controller.export.Column;
import lissauer.controller.export.CsvTable;
import lissauer.controller.export.ParquetTable;
import lissauer.controller.export.TickTable;
import lissauer.controller.record.JournalReader;
import lissauer.controller.record.JournalTitle;
import lissauer.controller.record.RecordedTick;
import lissauer.controller.record.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** {@code lissauer export}: a record as a table for other tools. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes the ticks of a record as a table, one row a tick, units in the names of the columns,",
      "and beside it a schema that says what each column means."
    },
    footer = {
      "",
      "Exit codes: 0 written, 1 written up to where the record is damaged, 2 bad usage or no record."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A journal, or the folder of a run.")
  private Path file;

  @Option(names = "--csv", description = "Comma-separated values.")
  private boolean csv;

  @Option(names = "--parquet", description = "Apache Parquet.")
  private boolean parquet;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: ticks.csv or ticks.parquet beside the journal).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (csv == parquet) {
      throw new ParameterException(spec.commandLine(), "expected either --csv or --parquet");
    }
    Path journal = JournalFile.of(file);
    Path table =
        out != null ? out : journal.resolveSibling(parquet ? "ticks.parquet" : "ticks.csv");
    long rows = 0;
    Path schema = table.resolveSibling(table.getFileName() + ".schema.json");
    try (JournalReader reader = new JournalReader(journal);
        Draft draft = new Draft(table);
        Draft explained = new Draft(schema)) {
      List<Column> columns = Column.ofTicks(reader.title().simulated());
      try (TickTable to =
          csv ? new CsvTable(draft.file(), columns) : new ParquetTable(draft.file(), columns)) {
        for (RecordedTick tick = reader.next(); tick != null; tick = reader.next()) {
          to.add(tick);
          rows++;
        }
        to.note("lissauer.run", reader.title().run());
        to.note("lissauer.simulated", String.valueOf(reader.title().simulated()));
        to.note("lissauer.head", reader.head());
        to.note("lissauer.columns", json(false, out -> describe(out, columns)));
      }
      Files.writeString(explained.file(), schema(reader, rows, columns), StandardCharsets.UTF_8);
      draft.publish();
      explained.publish();
      spec.commandLine().getOut().println("table   " + table + ", " + rows + " rows");
      spec.commandLine().getOut().println("schema  " + schema);
      return reader.broken() ? tellDamage(journal) : ExitCode.DONE;
    }
  }

  private int tellDamage(Path journal) throws IOException {
    String damage = Verification.of(journal).damage();
    if (damage == null) {
      return ExitCode.DONE; // a last line that was cut off
    }
    spec.commandLine().getErr().println("only up to where the record is damaged: " + damage);
    return ExitCode.INCOMPLETE;
  }

  private static String schema(JournalReader reader, long rows, List<Column> columns) {
    JournalTitle title = reader.title();
    return json(
            true,
            out -> {
              out.writeStartObject();
              out.writeStringProperty("run", title.run());
              out.writeBooleanProperty("simulated", title.simulated());
              out.writeStringProperty("software", title.software());
              out.writeStringProperty("startedUtc", title.startedUtc());
              out.writeStringProperty("head", reader.head());
              out.writeNumberProperty("rows", rows);
              out.writeName("columns");
              describe(out, columns);
              out.writeEndObject();
            })
        + "\n";
  }

  private static void describe(JsonGenerator out, List<Column> columns) {
    out.writeStartArray();
    for (Column column : columns) {
      out.writeStartObject();
      out.writeStringProperty("name", column.name());
      out.writeStringProperty("kind", column.kind().name().toLowerCase(Locale.ROOT));
      out.writeStringProperty("unit", column.unit());
      out.writeStringProperty("meaning", column.meaning());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Written piece by piece: to load what writes objects takes longer than a short export. */
  private static String json(boolean indented, Consumer<JsonGenerator> write) {
    StringWriter text = new StringWriter();
    ObjectWriteContext context =
        new ObjectWriteContext.Base() {
          @Override
          public @Nullable PrettyPrinter getPrettyPrinter() {
            return indented ? new DefaultPrettyPrinter() : null;
          }
        };
    try (JsonGenerator out = new JsonFactory().createGenerator(context, text)) {
      write.accept(out);
    }
    return text.toString();
  }
}
