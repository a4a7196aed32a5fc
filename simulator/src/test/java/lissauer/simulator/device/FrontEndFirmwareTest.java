package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import lissauer.hal.modbus.FrontEndCaps;
import lissauer.hal.modbus.FrontEndCommand;
import lissauer.hal.modbus.FrontEndMap;
import lissauer.hal.modbus.Registers;
import lissauer.simulator.BenchFixture;
import lissauer.simulator.SimulatedBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/devices/front-end.md asks of a firmware, frame by frame. */
class FrontEndFirmwareTest {
  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;
  private static final int BUSY = 6;

  private final SimulatedBench bench = BenchFixture.stepped();
  private final FrontEndBoard board =
      new FrontEndBoard(bench, FrontEndEmulator.identity(), (_, _, _) -> {});
  private final FrontEndFirmware firmware = new FrontEndFirmware(board, 1, bench.clock());
  private byte[] answer = {};

  @BeforeEach
  void listen() {
    firmware.sendTo(frame -> answer = frame);
  }

  @Test
  void whatIsNotInTheMapIsRefused() {
    assertRefused(ILLEGAL_ADDRESS, 3, 0, 32, 0, 1);
    assertRefused(ILLEGAL_ADDRESS, 3, 0, 31, 0, 2);
    assertRefused(ILLEGAL_ADDRESS, 3, 0xFF, 0xFF, 0, 1);
    assertRefused(ILLEGAL_VALUE, 3, 0, 0, 0, 0);
    assertRefused(ILLEGAL_VALUE, 3, 0, 0, 0, 126);
    assertRefused(ILLEGAL_FUNCTION, 6, 0, 128, 0, 1);
    assertRefused(ILLEGAL_FUNCTION, 4, 0, 0, 0, 1);
    assertRefused(ILLEGAL_ADDRESS, 16, 0, 0, 0, 1, 2, 0, 1);
    assertRefused(ILLEGAL_ADDRESS, 16, 0, 64, 0, 1, 2, 0, 1);
  }

  @Test
  void aFunctionOfUnknownLengthIsRefusedAfterSilence() {
    send(framed(1, 99, 1, 2, 3));
    assertThat(answer).isEmpty();
    bench.clock().sleepUntil(bench.clock().nanos() + 30_000_000);
    assertThat(answer).startsWith(1, (byte) (99 | 0x80), ILLEGAL_FUNCTION);
  }

  @Test
  void aFrameForAnotherOrWithABadCrcOrBrokenOffGetsNoAnswerAndChangesNothing() {
    writeCaps();
    send(framed(2, 3, 0, 0, 0, 1));
    byte[] command = exchange(1, FrontEndMap.RELAY, 100_000, 250);
    command[command.length - 1] ^= 1;
    send(command);
    send(Arrays.copyOf(exchange(2, FrontEndMap.RELAY, 100_000, 250), 15));
    bench.clock().sleepUntil(bench.clock().nanos() + 30_000_000);
    assertThat(answer).isEmpty();
    assertThat(board.command().sequence()).isZero();
    assertThat(read(201, 2).u16(201)).isEqualTo(1);
    assertThat(read(201, 2).u16(202)).isEqualTo(1);
  }

  @Test
  void aRequestThatComesInPiecesIsWhole() {
    byte[] request = framed(1, 3, 0, 0, 0, 1);
    for (byte b : request) {
      send(new byte[] {b});
      bench.clock().sleepUntil(bench.clock().nanos() + 5_000_000);
    }
    assertThat(answer).startsWith(1, 3, 2, 0x4C, 0x53);
  }

  @Test
  void thereIsNoOutputWithoutCapsLeaseAndRelay() {
    assertCommandRefused(FrontEndMap.RELAY, 100_000, 250);
    writeCaps();
    assertCommandRefused(FrontEndMap.RELAY, 100_000, 0);
    assertCommandRefused(0, 100_000, 250);
    assertCommandRefused(FrontEndMap.RELAY, 1_000_001, 250);
    assertCommandRefused(FrontEndMap.RELAY, 100_000, 1001);
    assertCommandRefused(FrontEndMap.RELAY | FrontEndMap.ACKNOWLEDGE, 100_000, 250);
    assertCommandRefused(8, 0, 0);
    heat();
    assertThat(bench.tip().powerWatts()).isPositive();
  }

  @Test
  void aRefusedCommandDoesNotRenewTheLease() {
    writeCaps();
    heat();
    for (int i = 0; i < 6; i++) {
      bench.clock().sleepUntil(bench.clock().nanos() + 50_000_000);
      assertCommandRefused(FrontEndMap.RELAY, 2_000_000, 250);
    }
    assertThat(bench.tip().powerWatts()).isZero();
  }

  @Test
  void aRepeatedSequenceIsAnsweredAndDoesNotRenewTheLease() {
    writeCaps();
    heat();
    for (int i = 0; i < 6; i++) {
      bench.clock().sleepUntil(bench.clock().nanos() + 50_000_000);
      answer = new byte[0];
      send(exchange(board.command().sequence(), FrontEndMap.RELAY, 100_000, 250));
      assertThat(answer).hasSize(43);
    }
    assertThat(bench.tip().powerWatts()).isZero();
    assertThat(read(204, 2).u16(204)).isEqualTo(6);
    assertThat(read(204, 2).u16(205)).isEqualTo(1);
  }

  @Test
  void capsAreRefusedWhileTheRelayIsDrivenOrOutOfRange() {
    writeCaps();
    FrontEndCaps before = board.caps();
    heat();
    answer = new byte[0];
    send(caps(500_000, 90 * 128));
    assertThat(answer).startsWith(1, (byte) 0x90, BUSY);
    send(exchange(99, 0, 0, 0));
    send(caps(30_000_000, 90 * 128));
    assertThat(answer).startsWith(1, (byte) 0x90, ILLEGAL_VALUE);
    send(caps(500_000, 44 * 128));
    assertThat(answer).startsWith(1, (byte) 0x90, ILLEGAL_VALUE);
    assertThat(board.caps()).isEqualTo(before);
  }

  @Test
  void tenMillionBadBytesRaiseNoOutput() {
    writeCaps();
    Random random = new Random(7);
    byte[] some = new byte[256];
    for (int sent = 0; sent < 10_000_000; sent += some.length) {
      random.nextBytes(some);
      some[0] = 1;
      some[1] = (byte) (random.nextBoolean() ? 23 : 16);
      send(some);
      if (sent % 65_536 == 0) {
        bench.clock().sleepUntil(bench.clock().nanos() + 30_000_000);
        assertThat(bench.tip().powerWatts()).isZero();
      }
    }
    answer = new byte[0];
    bench.clock().sleepUntil(bench.clock().nanos() + 30_000_000);
    assertThat(read(0, 1).u16(0)).as("still there").isEqualTo(FrontEndMap.MAGIC);
    assertThat(read(201, 2).u16(201) + read(201, 2).u16(202)).isPositive();
  }

  private void heat() {
    send(exchange(10, FrontEndMap.RELAY, 0, 0));
    bench.clock().sleepUntil(bench.clock().nanos() + 20_000_000);
    send(exchange(11, FrontEndMap.RELAY, 100_000, 250));
    assertThat(bench.tip().powerWatts()).isPositive();
  }

  private void writeCaps() {
    send(caps(1_000_000, 90 * 128));
    assertThat(answer).startsWith(1, 16, 0, 64, 0, 8);
    answer = new byte[0];
  }

  private Registers read(int address, int count) {
    send(framed(1, 3, address >> 8, address & 0xFF, 0, count));
    return new Registers(address, Arrays.copyOfRange(answer, 3, 3 + 2 * count));
  }

  private void assertCommandRefused(int control, long microwatts, int leaseMillis) {
    answer = new byte[0];
    send(exchange(board.command().sequence() + 1, control, microwatts, leaseMillis));
    assertThat(answer).startsWith(1, (byte) (23 | 0x80), ILLEGAL_VALUE);
  }

  private void assertRefused(int code, int... request) {
    answer = new byte[0];
    int[] whole = new int[request.length + 1];
    whole[0] = 1;
    System.arraycopy(request, 0, whole, 1, request.length);
    send(framed(whole));
    assertThat(answer).startsWith(1, (byte) (request[0] | 0x80), (byte) code);
  }

  private void send(byte[] frame) {
    firmware.receive(frame, frame.length);
  }

  private static byte[] caps(long microwatts, int tipSteps) {
    Registers block =
        new FrontEndCaps(microwatts, 30_000, 50_000, tipSteps, 600)
            .to(new Registers(FrontEndMap.CAPS, FrontEndMap.CAPS_SIZE), FrontEndMap.CAPS);
    return framed(new int[] {1, 16, 0, 64, 0, 8, 16}, block.bytes());
  }

  private static byte[] exchange(int sequence, int control, long microwatts, int leaseMillis) {
    byte[] command =
        new FrontEndCommand(sequence, control, microwatts, leaseMillis).registers().bytes();
    return framed(new int[] {1, 23, 0, 160, 0, 19, 0, 128, 0, 5, 10}, command);
  }

  private static byte[] framed(int... body) {
    return framed(body, new byte[0]);
  }

  private static byte[] framed(int[] head, byte[] tail) {
    ByteBuffer frame = ByteBuffer.allocate(head.length + tail.length + 2);
    for (int b : head) {
      frame.put((byte) b);
    }
    frame.put(tail);
    Crc16 crc = new Crc16();
    crc.update(frame.duplicate().flip());
    return frame.put((byte) crc.getValue()).put((byte) (crc.getValue() >> 8)).array();
  }
}
