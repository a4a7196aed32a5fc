package lissauer.controller.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import lissauer.controller.export.Column.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The values of one column in one row group, encoded as Parquet's PLAIN with definition levels that
 * say which are there (parquet-format, Encodings.md).
 */
final class Page {
  private final Kind kind;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final ByteBuffer eight = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
  private final BitSet there = new BitSet();
  private final BitSet flags = new BitSet();
  private int rows;
  private int found;

  Page(Kind kind) {
    this.kind = kind;
  }

  void add(@Nullable Object value) {
    if (value != null) {
      there.set(rows);
      write(value);
      found++;
    }
    rows++;
  }

  private void write(Object value) {
    switch (kind) {
      case INTEGER -> values.write(eight.putLong(0, (Long) value).array(), 0, 8);
      case NUMBER -> values.write(eight.putDouble(0, (Double) value).array(), 0, 8);
      case FLAG -> flags.set(found, (Boolean) value);
      case TEXT -> {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        values.write(eight.putInt(0, text.length).array(), 0, 4);
        values.writeBytes(text);
      }
    }
  }

  int rows() {
    return rows;
  }

  /** Definition levels, then the values. */
  byte[] bytes() {
    ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + rows / 8 + 16);
    byte[] levels = bits(there, rows);
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    int header = (levels.length << 1) | 1; // a bit-packed run of groups of eight
    while (header > 0x7F) {
      run.write((header & 0x7F) | 0x80);
      header >>>= 7;
    }
    run.write(header);
    run.writeBytes(levels);
    page.write(eight.putInt(0, run.size()).array(), 0, 4);
    page.writeBytes(run.toByteArray());
    page.writeBytes(kind == Kind.FLAG ? bits(flags, found) : values.toByteArray());
    return page.toByteArray();
  }

  private static byte[] bits(BitSet set, int count) {
    byte[] bytes = new byte[(count + 7) / 8];
    byte[] used = set.toByteArray();
    System.arraycopy(used, 0, bytes, 0, Math.min(used.length, bytes.length));
    return bytes;
  }
}
