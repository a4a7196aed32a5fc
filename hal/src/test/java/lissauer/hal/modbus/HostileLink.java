package lissauer.hal.modbus;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lissauer.hal.Quality;
import lissauer.hal.link.Link;

/** A line to a front end that mostly answers with something else than it should. */
final class HostileLink implements Link {
  private final Random random;
  private final Map<Integer, Integer> lies = new HashMap<>();
  private byte[] pending = {};
  private byte[] before = {};
  private FrontEndCaps caps = new FrontEndCaps(0, 0, 0, 0, 0);
  private boolean hostile;
  private long sentBytes;
  private long badAnswers;
  private boolean truthful;
  private long mostMicrowatts;

  HostileLink(long seed) {
    random = new Random(seed);
  }

  /** From now on a register reads so, whatever is in it. */
  void lie(int address, int value) {
    lies.put(address, value);
  }

  void turnHostile() {
    hostile = true;
  }

  /** All bytes that it has sent since it turned. */
  long sentBytes() {
    return sentBytes;
  }

  /** Answers that were not what they should be. */
  long badAnswers() {
    return badAnswers;
  }

  /** Whether the last answer was whole, new and true. */
  boolean truthful() {
    return truthful;
  }

  /** Most that the driver has asked for. */
  long mostMicrowatts() {
    return mostMicrowatts;
  }

  @Override
  public int read(byte[] into) {
    int count =
        Math.min(pending.length, Math.min(into.length, hostile ? 1 + random.nextInt(64) : 256));
    System.arraycopy(pending, 0, into, 0, count);
    pending = Arrays.copyOfRange(pending, count, pending.length);
    return count;
  }

  @Override
  public void write(byte[] frame) {
    byte[] answer = answer(frame);
    byte[] sent = hostile ? spoilt(answer) : answer;
    truthful = Arrays.equals(sent, answer);
    if (hostile) {
      sentBytes += sent.length;
      badAnswers += truthful ? 0 : 1;
    }
    before = answer;
    pending = concat(pending, sent);
  }

  @Override
  public void close() {
    pending = new byte[0];
  }

  private byte[] answer(byte[] frame) {
    int readAt = (frame[2] & 0xFF) << 8 | (frame[3] & 0xFF);
    if (frame[1] == 16) {
      caps = FrontEndCaps.from(new Registers(64, Arrays.copyOfRange(frame, 7, 23)), 64);
      return framed(Arrays.copyOf(frame, 6));
    }
    Registers block =
        switch (readAt) {
          case FrontEndMap.IDENTITY -> identity().registers();
          case FrontEndMap.CAPS -> caps.to(new Registers(64, 8), 64);
          default -> status(frame).registers();
        };
    lies.forEach((address, value) -> {
      if (address >= block.first() && address < block.first() + block.count()) {
        block.put16(address, value);
      }
    });
    byte[] bytes = new byte[3 + block.bytes().length];
    bytes[0] = frame[0];
    bytes[1] = frame[1];
    bytes[2] = (byte) block.bytes().length;
    System.arraycopy(block.bytes(), 0, bytes, 3, block.bytes().length);
    return framed(bytes);
  }

  private static FrontEndIdentity identity() {
    return new FrontEndIdentity(
        FrontEndMap.MAP_VERSION,
        "hostile",
        "1",
        "1.0.0",
        0xFF,
        new FrontEndCaps(2_000_000, 100_000, 1_000_000, 95 * 128, 6000),
        500,
        200);
  }

  private FrontEndStatus status(byte[] frame) {
    FrontEndCommand command =
        frame[1] == 23
            ? FrontEndCommand.from(new Registers(128, Arrays.copyOfRange(frame, 11, 21)))
            : new FrontEndCommand(0, 0, 0, 0);
    mostMicrowatts = Math.max(mostMicrowatts, command.microwatts());
    return new FrontEndStatus(
        command.sequence(),
        FrontEndMap.CAPS_WRITTEN | FrontEndMap.SELF_TEST_PASSED | FrontEndMap.INTERLOCK_CLOSED,
        0,
        command.microwatts(),
        command.leaseMillis(),
        0.1,
        10,
        0.01,
        1000,
        37,
        Quality.GOOD,
        command.sequence(),
        0,
        23);
  }

  private byte[] spoilt(byte[] answer) {
    byte[] copy = answer.clone();
    return switch (random.nextInt(13)) {
      case 0 -> answer;
      case 1 -> noise(1 + random.nextInt(300));
      case 2 -> Arrays.copyOf(answer, random.nextInt(answer.length));
      case 3 -> before;
      case 4 -> concat(noise(1 + random.nextInt(20)), before);
      case 5 -> concat(Arrays.copyOf(answer, answer.length / 2), answer);
      case 6 -> framed(new byte[] {1, (byte) (answer[1] | 0x80), (byte) random.nextInt(256)});
      case 7 -> new byte[0];
      case 8 -> lying(answer);
      case 9 -> concat(answer, noise(300)); // goes on talking after it
      default -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield copy;
      }
    };
  }

  /** A good frame with another set point than was sent. */
  private byte[] lying(byte[] answer) {
    byte[] body = Arrays.copyOf(answer, answer.length - 2);
    if (body.length > 12) {
      body[10] ^= (byte) (1 + random.nextInt(255));
    }
    return framed(body);
  }

  private byte[] noise(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] framed(byte[] body) {
    Crc16 crc = new Crc16();
    crc.update(ByteBuffer.wrap(body));
    byte[] frame = Arrays.copyOf(body, body.length + 2);
    frame[body.length] = (byte) crc.getValue();
    frame[body.length + 1] = (byte) (crc.getValue() >> 8);
    return frame;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  static Set<String> names() {
    return Set.of(
        "bad CRC",
        "left over",
        "late or repeated",
        "no whole frame",
        "other address",
        "other function",
        "other length",
        "refused",
        "silence",
        "unasked");
  }
}
