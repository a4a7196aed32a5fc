package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  @TempDir private Path folder;

  @Test
  void aBrokerThatIsTypedGoesBeforeThatOfTheRigFile() throws IOException {
    Path rig = Files.writeString(folder.resolve("rig.yaml"), "kind: simulated\n");
    assertThat(CliRun.of("watch", "--as", rig.toString(), "--seconds", "1").err())
        .contains("names no broker");
    CliRun typed =
        CliRun.of("watch", "--as", rig.toString(), "mqtt://127.0.0.1:9", "--seconds", "1");
    assertThat(typed.out()).contains("mqtt://127.0.0.1:9");
    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
  }
}
