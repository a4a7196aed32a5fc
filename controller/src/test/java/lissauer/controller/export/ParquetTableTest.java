package lissauer.controller.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import lissauer.controller.record.RecordedTick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that no row would make, as DuckDB reads them. */
class ParquetTableTest {
  @TempDir private Path folder;

  /** None, one, those of a group and one more or less, and several groups. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 19_999, 20_000, 20_001, 47_111})
  void everyValueComesBackWhereItWas(int rows) throws Exception {
    Path file = folder.resolve("t.parquet");
    try (ParquetTable table =
        new ParquetTable(
            file,
            List.of(
                column("i", Column.Kind.INTEGER, (tick, cell) -> cell.integer(tick.number())),
                column("x", Column.Kind.NUMBER, ParquetTableTest::number),
                column("f", Column.Kind.FLAG, ParquetTableTest::flag),
                column("t", Column.Kind.TEXT, ParquetTableTest::text),
                column("e", Column.Kind.TEXT, (_, cell) -> cell.none())))) {
      for (int row = 0; row < rows; row++) {
        table.add(tick(row));
      }
    }
    String expected =
        "SELECT i, CASE WHEN i % 3 <> 0 THEN i / 8.0 - 5 END::DOUBLE AS x,"
            + " CASE WHEN i % 7 <> 0 THEN i % 2 = 0 END AS f,"
            + " CASE WHEN i % 5 <> 0 THEN 'µ \" ' || i END AS t, NULL::VARCHAR AS e"
            + " FROM (SELECT range AS i FROM range(%d))".formatted(rows);
    try (DuckDb duck = new DuckDb()) {
      String read = "SELECT * FROM '%s'".formatted(file);
      assertThat(duck.ask("SELECT count(*) FROM (%s)", read)).isEqualTo(String.valueOf(rows));
      assertThat(duck.ask("SELECT count(*) FROM (%s EXCEPT ALL %s)", read, expected))
          .isEqualTo("0");
      assertThat(duck.ask("SELECT count(*) FROM (%s EXCEPT ALL %s)", expected, read))
          .isEqualTo("0");
    }
  }

  @Test
  void aPageGrowsWithItsTexts() throws Exception {
    Path file = folder.resolve("t.parquet");
    String half = "x".repeat(100_000);
    try (ParquetTable table =
        new ParquetTable(
            file, List.of(column("t", Column.Kind.TEXT, (_, cell) -> cell.text(half))))) {
      table.add(tick(0));
      table.add(tick(1));
    }
    try (DuckDb duck = new DuckDb()) {
      assertThat(duck.ask("SELECT sum(length(t)), count(DISTINCT t) FROM '%s'", file))
          .isEqualTo("200000 1");
    }
  }

  private static void number(RecordedTick tick, Cell cell) {
    if (tick.number() % 3 == 0) {
      cell.none();
    } else {
      cell.number(tick.number() / 8.0 - 5);
    }
  }

  private static void flag(RecordedTick tick, Cell cell) {
    if (tick.number() % 7 == 0) {
      cell.none();
    } else {
      cell.flag(tick.number() % 2 == 0);
    }
  }

  private static void text(RecordedTick tick, Cell cell) {
    if (tick.number() % 5 == 0) {
      cell.none();
    } else {
      cell.text("µ \" " + tick.number());
    }
  }

  private static Column column(String name, Column.Kind kind, BiConsumer<RecordedTick, Cell> put) {
    return new Column(name, kind, "", "", put);
  }

  private static RecordedTick tick(long number) {
    double none = Double.NaN;
    return new RecordedTick(
        number, 0, 0, none, 0, none, "", none, none, none, none, 0, "", none, none, none, none, "",
        "", "", "", 1, none, none, none, false, "", Map.of());
  }
}
