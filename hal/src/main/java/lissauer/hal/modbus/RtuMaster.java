package lissauer.hal.modbus;

import com.digitalpetri.modbus.Crc16;
import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.ModbusPduSerializer.DefaultRequestSerializer;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadWriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Predicate;
import lissauer.hal.DeviceException;
import lissauer.hal.RigClock;
import lissauer.hal.link.BadFrames;
import lissauer.hal.link.Link;

/**
 * Asks one Modbus RTU device, once a question, and waits no longer than it is told to. Frames are
 * encoded by the library; waiting is done here, because its serial transport rests on listeners
 * that spin when a port vanishes.
 */
final class RtuMaster {
  /** Between two looks at the line: short beside a tick, long beside a look. */
  private static final long LOOK_NANOS = 100_000;

  /** A device that never stops talking does not hold the tick up. */
  private static final int MOST_READS = 16;

  private final String device;
  private final Link link;
  private final int unit;
  private final RigClock clock;
  private final long answerNanos;
  private final BadFrames bad;
  private final ReplyScanner scanner;
  private final UsualTrip exchangeTrip = new UsualTrip();
  private final byte[] some = new byte[256];
  private final Crc16 crc = new Crc16();
  private long sentNanos;

  /**
   * @param answerNanos how long an answer may take, from handing over the request to its last byte
   */
  RtuMaster(String device, Link link, int unit, RigClock clock, long answerNanos, BadFrames bad) {
    this.device = device;
    this.link = link;
    this.unit = unit;
    this.clock = clock;
    this.answerNanos = answerNanos;
    this.bad = bad;
    this.scanner = new ReplyScanner(unit, bad);
  }

  /** Function 03. */
  Registers read(int address, int count) throws NoAnswer, IOException, DeviceException {
    byte[] answer =
        ask(new ReadHoldingRegistersRequest(address, count), count, new UsualTrip(), _ -> true);
    return new Registers(address, Arrays.copyOfRange(answer, 2, answer.length));
  }

  /** Function 16. */
  void write(Registers block) throws NoAnswer, IOException, DeviceException {
    ModbusRequestPdu request =
        new WriteMultipleRegistersRequest(block.first(), block.count(), block.bytes());
    byte[] echo = {
      16,
      (byte) (block.first() >> 8),
      (byte) block.first(),
      (byte) (block.count() >> 8),
      (byte) block.count()
    };
    ask(request, block.count(), new UsualTrip(), answer -> Arrays.equals(answer, echo));
  }

  /**
   * Function 23: writes, then reads in the same frame.
   *
   * @param mine whether what was read answers this very request and not an earlier one
   */
  Registers exchange(Registers block, int address, int count, Predicate<Registers> mine)
      throws NoAnswer, IOException, DeviceException {
    ModbusRequestPdu request =
        new ReadWriteMultipleRegistersRequest(
            address, count, block.first(), block.count(), block.bytes());
    byte[] answer = ask(request, count, exchangeTrip, bytes -> mine.test(read(address, bytes)));
    return read(address, answer);
  }

  /** When the last request was handed over, on the clock. */
  long sentNanos() {
    return sentNanos;
  }

  private static Registers read(int address, byte[] answer) {
    return new Registers(address, Arrays.copyOfRange(answer, 2, answer.length));
  }

  private byte[] ask(
      ModbusRequestPdu request, int registers, UsualTrip trip, Predicate<byte[]> mine)
      throws NoAnswer, IOException, DeviceException {
    drain();
    scanner.expect(request.getFunctionCode(), registers);
    byte[] frame = frame(request);
    sentNanos = clock.nanos();
    link.write(frame);
    long due = sentNanos + answerNanos;
    clock.sleepUntil(Math.min(due, sentNanos + trip.quietNanos()));
    while (true) {
      long looked = clock.nanos(); // before the look: what came while this stood still was in time
      scanner.accept(some, link.read(some));
      for (byte[] answer = scanner.next(); answer != null; answer = scanner.next()) {
        if ((answer[0] & 0x80) != 0) {
          throw refused(answer[1] & 0xFF);
        }
        if (mine.test(answer)) {
          trip.took(clock.nanos() - sentNanos);
          return answer;
        }
        bad.count("late or repeated");
      }
      if (looked >= due) {
        throw nothing();
      }
      clock.sleepUntil(clock.nanos() + LOOK_NANOS);
    }
  }

  /** What comes before it was asked for answers nothing. */
  private void drain() throws IOException {
    int reads = 0;
    while (reads < MOST_READS && link.read(some) > 0) {
      reads++;
    }
    if (reads > 0) {
      bad.count("unasked");
    }
  }

  private NoAnswer nothing() {
    boolean begun = scanner.begun();
    bad.count(begun ? "no whole frame" : "silence");
    return new NoAnswer(
        begun ? "what came is no answer (cable, or another baud rate at the device?)" : "no answer",
        !begun);
  }

  private DeviceException refused(int code) {
    String name =
        ExceptionCode.from(code)
            .map(known -> known.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
            .orElse("of no known kind");
    bad.count("refused");
    return new DeviceException(device, "refuses a request: exception " + code + ", " + name);
  }

  private byte[] frame(ModbusRequestPdu request) {
    ByteBuffer buffer = ByteBuffer.allocate(256);
    buffer.put((byte) unit);
    try {
      DefaultRequestSerializer.INSTANCE.encode(request, buffer);
    } catch (ModbusException e) {
      throw new IllegalStateException(e);
    }
    crc.reset();
    crc.update(buffer.duplicate().flip());
    int check = crc.getValue();
    buffer.put((byte) check).put((byte) (check >> 8));
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
