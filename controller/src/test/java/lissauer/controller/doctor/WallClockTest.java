package lissauer.controller.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WallClockTest {
  /** The same question in another language. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelTellsAsPythonHearsIt() throws Exception {
    String ask =
        "import ctypes; print(ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(512)))";
    Process python = new ProcessBuilder(List.of("python3", "-c", ask)).start();
    String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(WallClock.now())
        .isEqualTo(
            answer.strip().equals("5") ? WallClock.NOT_SYNCHRONISED : WallClock.SYNCHRONISED);
  }
}
