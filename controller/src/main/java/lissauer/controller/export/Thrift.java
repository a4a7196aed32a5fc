package lissauer.controller.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes structures in Thrift's compact protocol, in which Parquet keeps its own descriptions
 * (Apache Thrift, doc/specs/thrift-compact-protocol.md).
 */
final class Thrift {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  Thrift i32(int field, int value) {
    head(field, I32);
    varint(((long) value << 1) ^ (value >> 31));
    return this;
  }

  Thrift i64(int field, long value) {
    head(field, I64);
    varint((value << 1) ^ (value >> 63));
    return this;
  }

  Thrift text(int field, String value) {
    head(field, BINARY);
    text(value);
    return this;
  }

  /** Begins a structure inside this one, until {@link #end}. */
  Thrift struct(int field) {
    head(field, STRUCT);
    return element();
  }

  /** A list of structures, each {@link #element} to {@link #end}. */
  Thrift structs(int field, int size) {
    list(field, STRUCT, size);
    return this;
  }

  Thrift element() {
    outer.push(last);
    last = 0;
    return this;
  }

  Thrift end() {
    out.write(0);
    last = outer.isEmpty() ? 0 : outer.pop();
    return this;
  }

  Thrift ints(int field, int... values) {
    list(field, I32, values.length);
    for (int value : values) {
      varint(((long) value << 1) ^ (value >> 31));
    }
    return this;
  }

  Thrift texts(int field, String... values) {
    list(field, BINARY, values.length);
    for (String value : values) {
      text(value);
    }
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void head(int field, int type) {
    int step = field - last;
    if (step > 0 && step <= 15) {
      out.write((step << 4) | type);
    } else {
      out.write(type);
      varint((long) field << 1);
    }
    last = field;
  }

  private void list(int field, int type, int size) {
    head(field, LIST);
    if (size < 15) {
      out.write((size << 4) | type);
    } else {
      out.write(0xF0 | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
