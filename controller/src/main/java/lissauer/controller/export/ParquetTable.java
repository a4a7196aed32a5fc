package lissauer.controller.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import lissauer.controller.record.RecordedTick;

/**
 * The plainest Parquet file there is: one gzipped page for each column of each row group, every
 * column optional. Ours, because the libraries for it bring Hadoop along; DuckDB, Arrow and what
 * stands on them read it (parquet-format 2.10, README.md and parquet.thrift).
 */
public final class ParquetTable implements TickTable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS_IN_GROUP = 20_000;
  private static final int OPTIONAL = 1;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int GZIP = 2;

  private final List<Column> columns;
  private final Map<String, String> notes = new TreeMap<>();
  private final OutputStream out;
  private final List<List<Chunk>> groups = new ArrayList<>();
  private List<RecordedTick> rows = new ArrayList<>(ROWS_IN_GROUP);
  private CompletableFuture<List<Packed>> packing = CompletableFuture.completedFuture(List.of());
  private long at;

  /** One column of one row group, ready to be written. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Packed(int rows, int unpacked, byte[] bytes) {}

  /** One column of one row group, as it lies in the file. */
  private record Chunk(long offset, int rows, long packed, long unpacked) {}

  /** Creates the file, or overwrites it. */
  public ParquetTable(Path file, List<Column> columns) throws IOException {
    this.columns = List.copyOf(columns);
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    write(MAGIC);
  }

  @Override
  public void note(String key, String value) {
    notes.put(key, value);
  }

  @Override
  public void add(RecordedTick tick) throws IOException {
    rows.add(tick);
    if (rows.size() == ROWS_IN_GROUP) {
      pack();
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      pack();
      writeGroup();
      byte[] footer = footer();
      write(footer);
      write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
      write(MAGIC);
    }
  }

  /** Packs what there is on other processors, while whoever calls reads on. */
  private void pack() throws IOException {
    writeGroup();
    List<RecordedTick> group = rows;
    rows = new ArrayList<>(ROWS_IN_GROUP);
    packing =
        CompletableFuture.supplyAsync(() ->
            group.isEmpty()
                ? List.of()
                : columns.parallelStream().map(column -> packed(column, group)).toList());
  }

  private static Packed packed(Column column, List<RecordedTick> group) {
    Page page = new Page(group.size());
    group.forEach(tick -> column.put().accept(tick, page));
    byte[] plain = page.bytes();
    return new Packed(group.size(), plain.length, gzip(plain));
  }

  private void writeGroup() throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (Packed packed : packing.join()) {
      int size = packed.bytes().length;
      byte[] header =
          new Thrift()
              .i32(1, 0)
              .i32(2, packed.unpacked())
              .i32(3, size)
              .struct(5)
              .i32(1, packed.rows())
              .i32(2, PLAIN)
              .i32(3, RLE)
              .i32(4, RLE)
              .end()
              .end()
              .bytes();
      chunks.add(
          new Chunk(
              at,
              packed.rows(),
              header.length + (long) size,
              header.length + (long) packed.unpacked()));
      write(header);
      write(packed.bytes());
    }
    if (!chunks.isEmpty()) {
      groups.add(chunks);
    }
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    at += bytes.length;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (OutputStream zip = new Fast(packed)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return packed.toByteArray();
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private byte[] footer() {
    Thrift meta = new Thrift().i32(1, 1).structs(2, columns.size() + 1);
    meta.element().text(4, "ticks").i32(5, columns.size()).end();
    columns.forEach(column -> describe(column, meta));
    meta.i64(3, groups.stream().mapToLong(group -> group.getFirst().rows()).sum());
    meta.structs(4, groups.size());
    groups.forEach(group -> describe(group, meta));
    meta.structs(5, notes.size());
    notes.forEach((key, value) -> meta.element().text(1, key).text(2, value).end());
    return meta.text(6, "Lissauer").end().bytes();
  }

  private static int type(Column column) {
    return switch (column.kind()) {
      case FLAG -> 0;
      case INTEGER -> 2;
      case NUMBER -> 5;
      case TEXT -> 6;
    };
  }

  private static void describe(Column column, Thrift meta) {
    meta.element().i32(1, type(column)).i32(3, OPTIONAL).text(4, column.name());
    if (column.kind() == Column.Kind.TEXT) {
      meta.i32(6, 0); // UTF8
    }
    meta.end();
  }

  private void describe(List<Chunk> group, Thrift meta) {
    meta.element().structs(1, columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Chunk chunk = group.get(i);
      meta.element()
          .i64(2, 0)
          .struct(3)
          .i32(1, type(columns.get(i)))
          .ints(2, PLAIN, RLE)
          .texts(3, columns.get(i).name())
          .i32(4, GZIP)
          .i64(5, chunk.rows())
          .i64(6, chunk.unpacked())
          .i64(7, chunk.packed())
          .i64(9, chunk.offset())
          .end()
          .end();
    }
    meta.i64(2, group.stream().mapToLong(Chunk::unpacked).sum());
    meta.i64(3, group.getFirst().rows()).end();
  }
}
