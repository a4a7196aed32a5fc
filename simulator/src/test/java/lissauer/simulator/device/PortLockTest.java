package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lissauer.hal.link.SerialLink;
import lissauer.hal.port.PortHeldException;
import lissauer.hal.port.PortLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one port, as root too, for whom the kernel's exclusion does not count. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PortLockTest {
  @TempDir private Path folder;
  private final Pty pty = open();

  @AfterEach
  void close() {
    pty.close();
  }

  @Test
  void asLongAsAnotherProcessHoldsAPortItIsRefusedByNameAndThenItIsFree() throws Exception {
    Process other = holder();
    try {
      assertThatThrownBy(() -> new SerialLink(pty.path(), 115_200))
          .isInstanceOf(PortHeldException.class)
          .hasMessageContaining(pty.path() + " is held by process " + other.pid());
      assertThat(PortLock.holder(pty.path()))
          .hasValueSatisfying(who -> assertThat(who).startsWith("process " + other.pid()));
    } finally {
      other.destroyForcibly();
    }
    assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(PortLock.holder(pty.path())).isEmpty();
    new SerialLink(pty.path(), 115_200).close();
  }

  @Test
  void anotherNameOfThePortIsTheSamePort() throws Exception {
    Path name = Files.createSymbolicLink(folder.resolve("front-end"), Path.of(pty.path()));
    SerialLink first = new SerialLink(pty.path(), 115_200);
    assertThatThrownBy(() -> new SerialLink(name.toString(), 115_200))
        .isInstanceOf(PortHeldException.class)
        .hasMessageContaining("this very process");
    first.close();
    new SerialLink(name.toString(), 115_200).close();
  }

  private Process holder() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                pty.path())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).isEqualTo("held");
    return process;
  }

  /** The other process. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      SerialLink link = new SerialLink(arguments[0], 115_200);
      System.out.println("held");
      System.in.read();
      link.close();
    }
  }

  private static Pty open() {
    try {
      return Pty.open();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
