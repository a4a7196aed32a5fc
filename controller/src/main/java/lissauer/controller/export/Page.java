package lissauer.controller.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The values of one column in one row group, encoded as Parquet's PLAIN with definition levels that
 * say which are there (parquet-format, Encodings.md).
 */
final class Page implements Cell {
  private final byte[] there;
  private ByteBuffer values = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private final byte[] flags;
  private int rows;
  private int flagged;

  /** A page that can take so many rows. */
  Page(int rows) {
    there = new byte[(rows + 7) / 8];
    flags = new byte[(rows + 7) / 8];
  }

  @Override
  public void none() {
    rows++;
  }

  @Override
  public void integer(long value) {
    room(8).putLong(value);
  }

  @Override
  public void number(double value) {
    room(8).putDouble(value);
  }

  @Override
  public void flag(boolean value) {
    room(0);
    if (value) {
      flags[flagged / 8] |= (byte) (1 << flagged % 8);
    }
    flagged++;
  }

  @Override
  public void text(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    room(4 + text.length).putInt(text.length).put(text);
  }

  /** Counts a row that has a value, for which so many bytes are needed. */
  private ByteBuffer room(int bytes) {
    there[rows / 8] |= (byte) (1 << rows % 8);
    rows++;
    if (values.remaining() < bytes) {
      byte[] more = Arrays.copyOf(values.array(), 2 * values.capacity() + bytes);
      values = ByteBuffer.wrap(more).order(ByteOrder.LITTLE_ENDIAN).position(values.position());
    }
    return values;
  }

  /** Definition levels, then the values. */
  byte[] bytes() {
    int levels = (rows + 7) / 8;
    ByteArrayOutputStream run = new ByteArrayOutputStream(levels + 8);
    int header = (levels << 1) | 1; // a bit-packed run of groups of eight
    while (header > 0x7F) {
      run.write((header & 0x7F) | 0x80);
      header >>>= 7;
    }
    run.write(header);
    run.write(there, 0, levels);
    int flagBytes = (flagged + 7) / 8;
    return ByteBuffer.allocate(4 + run.size() + values.position() + flagBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(run.size())
        .put(run.toByteArray())
        .put(values.array(), 0, values.position())
        .put(flags, 0, flagBytes)
        .array();
  }
}
