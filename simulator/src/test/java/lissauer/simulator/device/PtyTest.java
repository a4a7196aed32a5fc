package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import lissauer.hal.serial.SerialLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PtyTest {
  @Test
  void bytesPassBothWaysUnchanged() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    try (Pty pty = Pty.open();
        SerialLine line = SerialLine.open(pty.path(), 115_200)) {
      line.write(all);
      assertThat(served(pty, all.length)).isEqualTo(all);
      pty.write(all, all.length);
      assertThat(received(line, all.length)).isEqualTo(all);
    }
  }

  @Test
  void theSpeedThatTheDriverHasSetIsSeen() throws IOException {
    try (Pty pty = Pty.open()) {
      for (int baud : new int[] {9600, 57_600, 115_200, 1_000_000}) {
        try (SerialLine line = SerialLine.open(pty.path(), baud)) {
          assertThat(line.alive()).isTrue();
          assertThat(pty.baudHertz()).isEqualTo(baud);
        }
      }
    }
  }

  @Test
  void aPulledCableEndsReadingAndWritingWithAWord() throws Exception {
    Pty pty = Pty.open();
    try (SerialLine line = SerialLine.open(pty.path(), 115_200)) {
      pty.close();
      assertThatThrownBy(() -> line.read(new byte[1], 0, 1, in(5_000)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(pty.path())
          .hasMessageContaining("gone");
      assertThat(line.alive()).isFalse();
      assertThatThrownBy(() -> line.write(new byte[1])).hasMessageContaining("gone");
      assertThat(pty.read(new byte[1], 0)).isEqualTo(-1);
    }
  }

  @Test
  void aPortThatIsNotThereIsNamedWithWhatToDo() {
    assertThatThrownBy(() -> SerialLine.open("/dev/no-such-port", 9600))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/dev/no-such-port")
        .hasMessageContaining("no such port");
  }

  @Test
  void aPortThatAnotherHoldsIsNamed() throws IOException {
    try (Pty pty = Pty.open();
        SerialLine first = SerialLine.open(pty.path(), 9600)) {
      assertThat(first.alive()).isTrue();
      assertThatThrownBy(() -> SerialLine.open(pty.path(), 9600))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void aDeviceThatTakesNoBytesIsFoundOutWithoutWaiting() throws IOException {
    try (Pty pty = Pty.open();
        SerialLine line = SerialLine.open(pty.path(), 115_200)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  line.write(new byte[4096]);
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("takes no bytes");
    }
  }

  @Test
  void silenceEndsWhenItsTimeIsOver() throws IOException {
    try (Pty pty = Pty.open();
        SerialLine line = SerialLine.open(pty.path(), 115_200)) {
      assertThat(line.read(new byte[1], 0, 1, in(5))).isZero();
      assertThat(pty.read(new byte[1], 5)).isZero();
    }
  }

  @Test
  void bytesThatNobodyReadsAreLostAndBlockNobody() throws IOException {
    try (Pty pty = Pty.open()) {
      for (int i = 0; i < 100; i++) {
        pty.write("never read".repeat(100).getBytes(StandardCharsets.US_ASCII), 1000);
      }
      assertThat(pty.path()).startsWith("/dev/pts/");
    }
  }

  private static byte[] served(Pty pty, int count) throws IOException {
    byte[] all = new byte[count];
    byte[] some = new byte[count];
    for (int have = 0; have < count; ) {
      int taken = pty.read(some, 5_000);
      System.arraycopy(some, 0, all, have, taken);
      have += taken;
    }
    return all;
  }

  private static byte[] received(SerialLine line, int count) throws IOException {
    byte[] all = new byte[count];
    for (int have = 0; have < count; ) {
      have += line.read(all, have, count - have, in(5_000));
    }
    return all;
  }

  private static long in(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
