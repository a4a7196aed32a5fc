package lissauer.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.digitalpetri.modbus.Crc16;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import lissauer.hal.link.BadFrames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyScannerTest {
  private final BadFrames bad = new BadFrames();
  private final ReplyScanner scanner = new ReplyScanner(1, bad);
  private final byte[] answer = framed(1, 3, 4, 0x11, 0x22, 0x33, 0x44);

  @BeforeEach
  void expectTwoRegisters() {
    scanner.expect(3, 2);
  }

  @Test
  void anAnswerIsFoundByteByByte() {
    for (byte b : answer) {
      assertThat(scanner.next()).isNull();
      scanner.accept(new byte[] {b}, 1);
    }
    assertThat(scanner.next()).containsExactly(3, 4, 0x11, 0x22, 0x33, 0x44);
    assertThat(bad.total()).isZero();
  }

  @Test
  void anAnswerBehindNoiseIsFoundAndTheNoiseIsOneDisturbance() {
    take(9, 9, 9, 1, 9);
    take(answer);
    assertThat(scanner.next()).isNotNull();
    assertThat(bad.counts()).isEqualTo(Map.of("other address", 1L));
  }

  @Test
  void aFlippedBitIsABadCrcAndNoAnswer() {
    byte[] wrong = answer.clone();
    wrong[4] ^= 1;
    take(wrong);
    assertThat(scanner.next()).isNull();
    assertThat(bad.counts()).containsKey("bad CRC");
  }

  @Test
  void anAnswerRightBehindABrokenOneIsFound() {
    take(Arrays.copyOf(answer, 5));
    take(answer);
    assertThat(scanner.next()).isNotNull();
    assertThat(bad.total()).isEqualTo(1);
  }

  @Test
  void anotherLengthOrFunctionIsNoAnswer() {
    take(framed(1, 3, 2, 0x11, 0x22));
    assertThat(scanner.next()).isNull();
    scanner.expect(3, 2);
    take(framed(1, 23, 4, 1, 2, 3, 4));
    assertThat(scanner.next()).isNull();
    assertThat(bad.counts()).containsKeys("other length", "other function");
  }

  @Test
  void anExceptionIsAnAnswer() {
    take(framed(1, 0x83, 2));
    assertThat(scanner.next()).containsExactly(0x83, 2);
  }

  @Test
  void whatIsLeftOfAnOlderAnswerIsForgottenWithTheNextQuestion() {
    take(Arrays.copyOf(answer, 6));
    assertThat(scanner.next()).isNull();
    scanner.expect(3, 2);
    assertThat(bad.counts()).isEqualTo(Map.of("left over", 1L));
    take(answer);
    assertThat(scanner.next()).isNotNull();
  }

  private void take(byte... bytes) {
    scanner.accept(bytes, bytes.length);
  }

  private void take(int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    take(all);
  }

  private static byte[] framed(int... body) {
    byte[] frame = new byte[body.length + 2];
    for (int i = 0; i < body.length; i++) {
      frame[i] = (byte) body[i];
    }
    Crc16 crc = new Crc16();
    crc.update(ByteBuffer.wrap(frame, 0, body.length));
    frame[body.length] = (byte) crc.getValue();
    frame[body.length + 1] = (byte) (crc.getValue() >> 8);
    return frame;
  }
}
