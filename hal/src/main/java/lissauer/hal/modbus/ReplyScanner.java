package lissauer.hal.modbus;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Arrays;
import lissauer.hal.link.BadFrames;
import org.jspecify.annotations.Nullable;

/**
 * Finds the answer to one request in whatever arrives. Bytes that cannot belong to it are passed
 * over one by one until something fits again, and what they were is counted by name; memory is
 * bounded. Pure: no line, no clock.
 */
final class ReplyScanner {
  /** Longest frame of Modbus RTU. */
  private static final int LONGEST = 256;

  private static final int EXCEPTION = 0x80;
  private static final int EXCEPTION_LENGTH = 5;
  private static final int WRITE_MULTIPLE = 16;
  private static final int WRITE_ANSWER_LENGTH = 8;

  /** Not yet enough bytes to tell. */
  private static final int MORE = 0;

  /** Cannot be the answer. */
  private static final int MISFIT = -1;

  private final int unit;
  private final BadFrames bad;
  private final byte[] held = new byte[2 * LONGEST];
  private final Crc16 crc = new Crc16();
  private int size;
  private int function;
  private int answerBytes;
  private boolean passingOver;

  ReplyScanner(int unit, BadFrames bad) {
    this.unit = unit;
    this.bad = bad;
  }

  /** Forgets what has come so far and waits for the answer to another request. */
  void expect(int function, int registers) {
    if (size > 0) {
      count("left over");
    }
    size = 0;
    passingOver = false;
    this.function = function;
    this.answerBytes = 2 * registers;
  }

  /** Whether something has come that is not the answer yet. */
  boolean begun() {
    return size > 0 || passingOver;
  }

  /** Takes up to 256 bytes; {@link #next} must have been asked until it had no more. */
  void accept(byte[] bytes, int count) {
    System.arraycopy(bytes, 0, held, size, count);
    size += count;
  }

  /** The function code and what follows of the next whole answer; null when there is none yet. */
  byte @Nullable [] next() {
    while (size > 0) {
      int length = fit();
      if (length == MORE || size < length) {
        return null;
      }
      if (length == MISFIT) {
        drop(1);
      } else if (sound(length)) {
        byte[] answer = Arrays.copyOfRange(held, 1, length - 2);
        passingOver = false;
        drop(length);
        return answer;
      } else {
        count("bad CRC");
        drop(1);
      }
    }
    return null;
  }

  /** Length of the frame that begins with the oldest byte. */
  private int fit() {
    if ((held[0] & 0xFF) != unit) {
      return misfit("other address");
    }
    if (size < 2) {
      return MORE;
    }
    int code = held[1] & 0xFF;
    if (code == (function | EXCEPTION)) {
      return EXCEPTION_LENGTH;
    }
    if (code != function) {
      return misfit("other function");
    }
    if (function == WRITE_MULTIPLE) {
      return WRITE_ANSWER_LENGTH;
    }
    if (size < 3) {
      return MORE;
    }
    return (held[2] & 0xFF) == answerBytes ? answerBytes + 5 : misfit("other length");
  }

  private int misfit(String name) {
    count(name);
    return MISFIT;
  }

  private boolean sound(int length) {
    crc.reset();
    crc.update(ByteBuffer.wrap(held, 0, length - 2));
    int sent = (held[length - 2] & 0xFF) | ((held[length - 1] & 0xFF) << 8);
    return crc.getValue() == sent;
  }

  /** Once for all bytes up to the next good frame: they are one disturbance. */
  private void count(String name) {
    if (!passingOver) {
      bad.count(name);
    }
    passingOver = true;
  }

  private void drop(int count) {
    size -= count;
    System.arraycopy(held, count, held, 0, size);
  }
}
