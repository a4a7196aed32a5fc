package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    try (Pty pty = Pty.open()) {
      SerialPort driver = driver(pty, 115_200);
      assertThat(driver.writeBytes(all, all.length)).isEqualTo(all.length);
      assertThat(served(pty, all.length)).isEqualTo(all);
      pty.write(all, all.length);
      byte[] back = new byte[all.length];
      assertThat(driver.readBytes(back, back.length)).isEqualTo(all.length);
      assertThat(back).isEqualTo(all);
      driver.closePort();
    }
  }

  @Test
  void theSpeedThatTheDriverHasSetIsSeen() throws IOException {
    try (Pty pty = Pty.open()) {
      for (int baud : new int[] {9600, 57_600, 115_200, 1_000_000}) {
        SerialPort driver = driver(pty, baud);
        assertThat(pty.baudHertz()).isEqualTo(baud);
        driver.closePort();
      }
    }
  }

  @Test
  void aPulledCableIsFeltAtBothEnds() throws IOException {
    Pty pty = Pty.open();
    SerialPort driver = driver(pty, 115_200);
    pty.close();
    assertThat(driver.readBytes(new byte[1], 1)).isEqualTo(-1);
    assertThat(driver.bytesAvailable()).isEqualTo(-1);
    assertThat(pty.read(new byte[1], 0)).isEqualTo(-1);
    driver.closePort();
  }

  @Test
  void silenceEndsWhenItsTimeIsOver() throws IOException {
    try (Pty pty = Pty.open()) {
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

  private static SerialPort driver(Pty pty, int baud) {
    SerialPort port = SerialPort.getCommPort(pty.path());
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING, 5_000, 0);
    assertThat(port.openPort(0)).isTrue();
    return port;
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
}
