package lissauer.controller.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import lissauer.controller.record.RecordedTick;

/** Comma-separated values as RFC 4180 has them, UTF-8; nothing between commas is no value. */
public final class CsvTable implements TickTable {
  private final List<Column> columns;
  private final BufferedWriter out;
  private final StringBuilder line = new StringBuilder();
  private final Cell cell = new Field();

  /** Creates the file, or overwrites it, and writes the names of the columns. */
  public CsvTable(Path file, List<Column> columns) throws IOException {
    this.columns = List.copyOf(columns);
    this.out = Files.newBufferedWriter(file);
    out.write(columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\n");
  }

  @Override
  public void add(RecordedTick tick) throws IOException {
    line.setLength(0);
    for (Column column : columns) {
      column.put().accept(tick, cell);
      line.append(',');
    }
    line.setCharAt(line.length() - 1, '\n');
    out.append(line);
  }

  private final class Field implements Cell {
    @Override
    public void none() {}

    @Override
    public void integer(long value) {
      line.append(value);
    }

    @Override
    public void number(double value) {
      line.append(value);
    }

    @Override
    public void flag(boolean value) {
      line.append(value);
    }

    @Override
    public void text(String value) {
      line.append(quoted(value));
    }
  }

  private static String quoted(String value) {
    boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0;
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
