package lissauer.simulator.device;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what a master sends into requests, by their length as far as the function tells it and by
 * silence otherwise. Pure: silence is what it is told.
 */
final class RtuRequests {
  private static final int LONGEST = 256;

  private final int unit;
  private final byte[] held = new byte[LONGEST];
  private final Crc16 crc = new Crc16();
  private int size;
  private int badCrc;
  private int broken;

  RtuRequests(int unit) {
    this.unit = unit;
  }

  /** Takes bytes; more than a frame holds are a broken frame. */
  void accept(byte[] bytes, int count) {
    int taken = Math.min(count, LONGEST - size);
    System.arraycopy(bytes, 0, held, size, taken);
    size += taken;
    if (taken < count) {
      size = 0;
      broken++;
    }
  }

  /** The next whole request to us, without address and CRC; null when there is none. */
  byte @Nullable [] next() {
    int length = length();
    while (length > 0 && size >= length) {
      byte[] request = take(length);
      if (request != null) {
        return request;
      }
      length = length();
    }
    return null;
  }

  /** What silence ends: a request of a function whose length we do not know, or a broken one. */
  byte @Nullable [] ended() {
    if (size == 0) {
      return null;
    }
    boolean unknown = length() == 0 && size >= 4;
    if (!unknown) {
      broken++;
      size = 0;
      return null;
    }
    return take(size);
  }

  /** Whether a request has begun. */
  boolean begun() {
    return size > 0;
  }

  /** Frames dropped for their CRC. */
  int badCrc() {
    return badCrc;
  }

  /** Frames that broke off or never ended. */
  int broken() {
    return broken;
  }

  /** 0 as long as it cannot be told. */
  private int length() {
    if (size < 2) {
      return 0;
    }
    return switch (held[1]) {
      case 1, 2, 3, 4, 5, 6 -> 8;
      case 15, 16 -> size < 7 ? 0 : 9 + (held[6] & 0xFF);
      case 22 -> 10;
      case 23 -> size < 11 ? 0 : 13 + (held[10] & 0xFF);
      default -> 0;
    };
  }

  /** The oldest bytes as a request; null when they are none, or not for us. */
  private byte @Nullable [] take(int length) {
    crc.reset();
    crc.update(ByteBuffer.wrap(held, 0, length - 2));
    int sent = (held[length - 2] & 0xFF) | ((held[length - 1] & 0xFF) << 8);
    byte[] request = Arrays.copyOfRange(held, 1, length - 2);
    int address = held[0] & 0xFF;
    if (crc.getValue() != sent) {
      badCrc++;
      size = 0;
      return null;
    }
    size -= length;
    System.arraycopy(held, length, held, 0, size);
    return address == unit ? request : null;
  }

  /** A frame around an answer. */
  byte[] frame(byte[] answer) {
    byte[] frame = new byte[answer.length + 3];
    frame[0] = (byte) unit;
    System.arraycopy(answer, 0, frame, 1, answer.length);
    crc.reset();
    crc.update(ByteBuffer.wrap(frame, 0, frame.length - 2));
    frame[frame.length - 2] = (byte) crc.getValue();
    frame[frame.length - 1] = (byte) (crc.getValue() >> 8);
    return frame;
  }
}
