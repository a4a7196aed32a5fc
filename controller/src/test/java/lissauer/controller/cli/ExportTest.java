package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.export.Column;
import lissauer.controller.export.DuckDb;
import lissauer.controller.record.RecordedRow;
import lissauer.controller.record.RecordedTick;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
  @TempDir private static Path run;
  @TempDir private Path folder;

  @BeforeAll
  static void oneLesion() {
    CliRun.of(
        "run",
        "--no-report",
        "--plan",
        "cordotomy",
        "--config",
        TestBench.CONFIG.toString(),
        "--out",
        run.toString());
    assertThat(run.resolve("report.html")).doesNotExist();
  }

  @Test
  void csvHasOneRowATickWithUnitsInTheNames() throws IOException {
    Path table = folder.resolve("t.csv");
    CliRun export = CliRun.of("export", run.toString(), "--csv", "--out", table.toString());
    assertThat(export.code()).isZero();
    List<String> lines = Files.readAllLines(table);
    RecordedRow row = RecordedRow.of(run.resolve("journal.jsonl"));
    assertThat(lines).hasSize(row.ticks().size() + 1);
    assertThat(lines.getFirst()).startsWith("tick,time_seconds,clock_nanos,tip_celsius,");
    int celsius = List.of(lines.getFirst().split(",", -1)).indexOf("tip_celsius");
    for (int i = 0; i < row.ticks().size(); i++) {
      assertThat(Double.parseDouble(lines.get(i + 1).split(",", -1)[celsius]))
          .isEqualTo(row.ticks().get(i).tipCelsius());
    }
    assertThat(export.out()).contains("table   " + table, row.ticks().size() + " rows");
  }

  @Test
  void theSchemaBesideItExplainsEveryColumn() throws IOException {
    Path table = folder.resolve("t.csv");
    CliRun.of("export", run.toString(), "--csv", "--out", table.toString());
    JsonNode schema =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("t.csv.schema.json")));
    assertThat(schema.get("simulated").booleanValue()).isTrue();
    assertThat(schema.get("head").stringValue()).hasSize(64);
    assertThat(schema.get("columns").size()).isEqualTo(Column.ofTicks(true).size());
    assertThat(schema.get("columns").get(3).get("unit").stringValue()).isEqualTo("Cel");
    assertThat(Files.readAllLines(table).get(1)).as("simulated").endsWith(",true");
    String names = Files.readAllLines(table).getFirst();
    schema
        .get("columns")
        .forEach(column -> assertThat(names).contains(column.get("name").stringValue()));
  }

  @Test
  void duckDbReadsTheSameFromParquetAsFromCsv() throws Exception {
    String csv = folder.resolve("t.csv").toString();
    String parquet = folder.resolve("t.parquet").toString();
    CliRun.of("export", run.toString(), "--csv", "--out", csv);
    CliRun export = CliRun.of("export", run.toString(), "--parquet", "--out", parquet);
    assertThat(export.code()).isZero();
    try (DuckDb duck = new DuckDb()) {
      String one = "SELECT * FROM '%s'".formatted(parquet);
      String other = "SELECT * FROM read_csv('%s', sample_size=-1)".formatted(csv);
      assertThat(duck.ask("SELECT count(*), count(tip_celsius), max(phase) FROM (%s)", one))
          .isEqualTo(duck.ask("SELECT count(*), count(tip_celsius), max(phase) FROM (%s)", other));
      assertThat(duck.ask("SELECT count(*) FROM (%s EXCEPT ALL %s)", one, other)).isEqualTo("0");
      assertThat(duck.ask("SELECT count(*) FROM (%s EXCEPT ALL %s)", other, one)).isEqualTo("0");
      assertThat(duck.ask("SELECT list(DISTINCT column_type) FROM (DESCRIBE %s)", one))
          .contains("BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR");
      String head =
          duck.ask(
              "SELECT decode(value) FROM parquet_kv_metadata('%s')"
                  + " WHERE decode(key) = 'lissauer.head'",
              parquet);
      assertThat(Files.readString(Path.of(parquet + ".schema.json"))).contains('"' + head + '"');
    }
  }

  @Test
  void valuesThatAreNotThereAreEmptyAndTextIsQuoted() throws IOException {
    RecordedTick tick = RecordedRow.of(run.resolve("journal.jsonl")).ticks().getFirst();
    Path table = folder.resolve("q.csv");
    List<Column> columns =
        List.of(
            new Column("a", Column.Kind.TEXT, "", "", (_, cell) -> cell.text("x, \"y\"")),
            new Column("b", Column.Kind.NUMBER, "", "", (_, cell) -> cell.none()),
            new Column("c", Column.Kind.NUMBER, "", "", (_, cell) -> cell.number(0.5)));
    try (var csv = new lissauer.controller.export.CsvTable(table, columns)) {
      csv.add(tick);
    }
    assertThat(Files.readAllLines(table)).containsExactly("a,b,c", "\"x, \"\"y\"\"\",,0.5");
  }

  @Test
  void aDamagedRecordIsExportedUpToThereWithAWord() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(run.resolve("journal.jsonl"));
    lines.remove(500);
    Files.write(journal, lines);
    CliRun export = CliRun.of("export", journal.toString(), "--csv");
    assertThat(export.code()).isEqualTo(1);
    assertThat(export.err()).contains("line 501, tick 499");
    assertThat(Files.readAllLines(folder.resolve("ticks.csv"))).hasSize(500);
  }

  @Test
  void oneFormIsAskedFor() {
    assertThat(CliRun.of("export", run.toString()).err()).contains("--csv", "--parquet");
    assertThat(CliRun.of("export", run.toString(), "--csv", "--parquet").code()).isEqualTo(2);
  }
}
