package lissauer.simulator.device;

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.ModbusPduSerializer.DefaultRequestSerializer;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ModbusPdu;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadWriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import java.nio.ByteBuffer;
import java.util.Map;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndCommand;
import lissauer.hal.modbus.FrontEndMap;
import lissauer.hal.modbus.Registers;
import lissauer.simulator.SimulatedClock;

/**
 * The wire side of an emulated front end: frames, functions, registers, refusals, as
 * docs/devices/front-end.md has them. What the board does is {@link FrontEndBoard}.
 */
public final class FrontEndFirmware implements WireDevice {
  /** A pause that ends a request whatever its length says. */
  private static final long SILENCE_NANOS = 20_000_000;

  private static final int READ = 3;
  private static final int WRITE = 16;
  private static final int EXCHANGE = 23;
  private static final int MOST_READ = 125;

  private final SimulatedClock clock;
  private final FrontEndBoard board;
  private final RtuRequests requests;
  private Wire wire = _ -> {};
  private long receivedNanos;
  private long frames;
  private int refused;
  private int bad;

  /** Firmware of a board at a Modbus address. */
  public FrontEndFirmware(FrontEndBoard board, int unit, SimulatedClock clock) {
    this.board = board;
    this.requests = new RtuRequests(unit);
    this.clock = clock;
  }

  @Override
  public void sendTo(Wire to) {
    wire = to;
  }

  @Override
  public void receive(byte[] bytes, int count) {
    receivedNanos = clock.nanos();
    requests.accept(bytes, count);
    for (byte[] request = requests.next(); request != null; request = requests.next()) {
      answer(request);
    }
    noteBad();
    if (requests.begun()) {
      clock.at(receivedNanos + SILENCE_NANOS, this::silence);
    }
  }

  @Override
  public boolean handle(String deed) {
    switch (deed) {
      case "interlock open" -> board.interlock(false);
      case "interlock closed" -> board.interlock(true);
      case "footswitch down" -> board.footswitch(true);
      case "footswitch up" -> board.footswitch(false);
      case "return path lost" -> board.returnPath(false);
      case "return path good" -> board.returnPath(true);
      case "reset" -> board.reset();
      case "tip warmed" -> board.touch(true);
      case "tip released" -> board.touch(false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void silence() {
    if (clock.nanos() - receivedNanos >= SILENCE_NANOS) {
      byte[] request = requests.ended();
      if (request != null) {
        answer(request);
      }
      noteBad();
    }
  }

  /** What was dropped since the last look. */
  private void noteBad() {
    if (requests.badCrc() + requests.broken() > bad) {
      board.note("bad frame", Map.of("badCrc", requests.badCrc(), "broken", requests.broken()));
    }
    bad = requests.badCrc() + requests.broken();
  }

  private void answer(byte[] request) {
    byte[] answer;
    try {
      answer = carriedOut(request);
      frames++;
    } catch (Refusal refusal) {
      refused++;
      board.note("refused", Map.of("why", String.valueOf(refusal.getMessage())));
      answer = new byte[] {(byte) (request[0] | 0x80), (byte) refusal.code().getCode()};
    }
    wire.send(requests.frame(answer));
  }

  private byte[] carriedOut(byte[] request) throws Refusal {
    return switch (request[0]) {
      case READ -> {
        ReadHoldingRegistersRequest read = (ReadHoldingRegistersRequest) decoded(request);
        yield values(READ, block(read.address(), read.quantity()));
      }
      case WRITE -> {
        WriteMultipleRegistersRequest write = (WriteMultipleRegistersRequest) decoded(request);
        write(write.address(), write.quantity(), write.values());
        yield new byte[] {WRITE, request[1], request[2], request[3], request[4]};
      }
      case EXCHANGE -> {
        ReadWriteMultipleRegistersRequest both =
            (ReadWriteMultipleRegistersRequest) decoded(request);
        checkReadable(both.readAddress(), both.readQuantity());
        write(both.writeAddress(), both.writeQuantity(), both.values());
        yield values(EXCHANGE, block(both.readAddress(), both.readQuantity()));
      }
      default -> throw new Refusal(ExceptionCode.ILLEGAL_FUNCTION, "function " + request[0]);
    };
  }

  private static ModbusPdu decoded(byte[] request) throws Refusal {
    try {
      return DefaultRequestSerializer.INSTANCE.decode(request[0], ByteBuffer.wrap(request));
    } catch (ModbusException | RuntimeException e) {
      throw new Refusal(ExceptionCode.ILLEGAL_DATA_VALUE, "lengths do not agree");
    }
  }

  private static byte[] values(int function, Registers registers) {
    byte[] bytes = registers.bytes();
    byte[] answer = new byte[bytes.length + 2];
    answer[0] = (byte) function;
    answer[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, answer, 2, bytes.length);
    return answer;
  }

  private Registers block(int address, int count) throws Refusal {
    Registers whole = whole(checkReadable(address, count));
    Registers part = new Registers(address, count);
    for (int i = 0; i < count; i++) {
      part.put16(address + i, whole.u16(address + i));
    }
    return part;
  }

  private Registers whole(int first) {
    return switch (first) {
      case FrontEndMap.IDENTITY -> board.identity().registers();
      case FrontEndMap.CAPS ->
          board.caps().to(new Registers(FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE), FrontEndMap.CAPS);
      case FrontEndMap.COMMAND -> board.command().registers();
      case FrontEndMap.STATUS -> board.status().registers();
      default -> diagnostics();
    };
  }

  private Registers diagnostics() {
    return board
        .diagnostics()
        .put32(199, frames)
        .put16(201, requests.badCrc())
        .put16(202, requests.broken())
        .put16(203, refused);
  }

  /** First register of the block that holds all of these. */
  private static int checkReadable(int address, int count) throws Refusal {
    if (count < 1 || count > MOST_READ) {
      throw new Refusal(ExceptionCode.ILLEGAL_DATA_VALUE, count + " registers");
    }
    int[][] blocks = {
      {FrontEndMap.IDENTITY, FrontEndMap.IDENTITY_SIZE},
      {FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE},
      {FrontEndMap.COMMAND, FrontEndMap.COMMAND_SIZE},
      {FrontEndMap.STATUS, FrontEndMap.STATUS_SIZE},
      {FrontEndMap.DIAGNOSTICS, FrontEndMap.DIAGNOSTICS_SIZE}
    };
    for (int[] block : blocks) {
      if (address >= block[0] && address + count <= block[0] + block[1]) {
        return block[0];
      }
    }
    throw new Refusal(ExceptionCode.ILLEGAL_DATA_ADDRESS, "reading " + count + " at " + address);
  }

  private void write(int address, int count, byte[] values) throws Refusal {
    if (count < 1 || values.length != 2 * count) {
      throw new Refusal(ExceptionCode.ILLEGAL_DATA_VALUE, "lengths do not agree");
    }
    if (address == FrontEndMap.CAPS && count == FrontEndMap.CAPS_SIZE) {
      board.take(FrontEndCaps.from(new Registers(address, values), address));
    } else if (address == FrontEndMap.COMMAND && count == FrontEndMap.COMMAND_SIZE) {
      board.take(FrontEndCommand.from(new Registers(address, values)));
    } else {
      throw new Refusal(ExceptionCode.ILLEGAL_DATA_ADDRESS, "writing " + count + " at " + address);
    }
  }
}
