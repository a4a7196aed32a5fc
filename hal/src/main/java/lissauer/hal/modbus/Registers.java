package lissauer.hal.modbus;

import java.nio.charset.StandardCharsets;

/**
 * A block of registers as it goes over the line: 16 bit each, high byte first, high word of two
 * first.
 */
public final class Registers {
  private final int first;
  private final byte[] bytes;

  /** A block of zeros. */
  public Registers(int first, int count) {
    this(first, new byte[2 * count]);
  }

  /** A block from the line; the bytes are kept, not copied. */
  public Registers(int first, byte[] bytes) {
    if (bytes.length % 2 != 0) {
      throw new IllegalArgumentException("half a register: " + bytes.length + " bytes");
    }
    this.first = first;
    this.bytes = bytes;
  }

  /** Address of the first register. */
  public int first() {
    return first;
  }

  /** How many there are. */
  public int count() {
    return bytes.length / 2;
  }

  /** As they go over the line. */
  public byte[] bytes() {
    return bytes;
  }

  /** 0 to 65535. */
  public int u16(int address) {
    int at = at(address);
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  /** -32768 to 32767. */
  public int s16(int address) {
    return (short) u16(address);
  }

  /** 0 to 4294967295, from two registers. */
  public long u32(int address) {
    return ((long) u16(address) << 16) | u16(address + 1);
  }

  /** Characters, to the first that is 0. */
  public String ascii(int address, int registers) {
    String all = new String(bytes, at(address), 2 * registers, StandardCharsets.US_ASCII);
    int end = all.indexOf('\0');
    return (end < 0 ? all : all.substring(0, end)).strip();
  }

  /** Puts the low 16 bits of a value, signed or not. */
  public Registers put16(int address, int value) {
    int at = at(address);
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
    return this;
  }

  /** Puts the low 32 bits of a value. */
  public Registers put32(int address, long value) {
    put16(address, (int) (value >> 16));
    return put16(address + 1, (int) value);
  }

  /** Puts characters, cut off or filled up with 0. */
  public Registers putAscii(int address, int registers, String text) {
    byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 2 * registers; i++) {
      bytes[at(address) + i] = i < characters.length ? characters[i] : 0;
    }
    return this;
  }

  private int at(int address) {
    return 2 * (address - first);
  }
}
