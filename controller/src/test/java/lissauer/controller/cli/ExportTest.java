package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.export.Column;
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
    assertThat(schema.get("columns").size()).isEqualTo(Column.OF_TICKS.size());
    assertThat(schema.get("columns").get(3).get("unit").stringValue()).isEqualTo("Cel");
    String names = Files.readAllLines(table).getFirst();
    schema
        .get("columns")
        .forEach(column -> assertThat(names).contains(column.get("name").stringValue()));
  }

  /** Its insides are held against other readers by hand: docs/records.md. */
  @Test
  void parquetIsFramedAndDescribesItself() throws IOException {
    Path table = folder.resolve("t.parquet");
    CliRun export = CliRun.of("export", run.toString(), "--parquet", "--out", table.toString());
    assertThat(export.code()).isZero();
    byte[] bytes = Files.readAllBytes(table);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("PAR1").endsWith("PAR1");
    int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    String description = text.substring(bytes.length - 8 - footer);
    Column.OF_TICKS.forEach(column -> assertThat(description).contains(column.name()));
    assertThat(description).contains("lissauer.simulated", "lissauer.head");
  }

  @Test
  void valuesThatAreNotThereAreEmptyAndTextIsQuoted() throws IOException {
    RecordedTick tick = RecordedRow.of(run.resolve("journal.jsonl")).ticks().getFirst();
    Path table = folder.resolve("q.csv");
    List<Column> columns =
        List.of(
            new Column("a", Column.Kind.TEXT, "", "", _ -> "x, \"y\""),
            new Column("b", Column.Kind.NUMBER, "", "", _ -> null),
            new Column("c", Column.Kind.NUMBER, "", "", RecordedTick::seconds));
    try (var csv = new lissauer.controller.export.CsvTable(table, columns)) {
      csv.add(tick);
    }
    assertThat(Files.readAllLines(table)).containsExactly("a,b,c", "\"x, \"\"y\"\"\",,0.0");
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
