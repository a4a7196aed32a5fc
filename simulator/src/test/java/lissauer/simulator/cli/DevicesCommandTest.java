package lissauer.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import lissauer.hal.settings.ConfigException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DevicesCommandTest {
  /** The test runner's own orders come over the standard input, where hands are listened to. */
  @BeforeAll
  static void nobodysHands() {
    System.setIn(InputStream.nullInputStream());
  }

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void itPutsEachDeviceOnAWireLinksItLogsItAndTakesAllAwayWhenStopped() throws Exception {
    FutureTask<Integer> command =
        new FutureTask<>(() ->
            execute(
                "--electrode",
                "drez",
                "--link",
                "" + folder.resolve("bench"),
                "--faults",
                "broken",
                "--misbehave",
                "front-end=silent@1+0.5",
                "--misbehave",
                "front-end=unplugged@0.1+0.1"));
    Thread running = Thread.ofPlatform().start(command);
    Path log = folder.resolve("bench/devices.jsonl");
    while (!Files.exists(log) || Files.readString(log).split("plugged in").length < 3) {
      Thread.sleep(20);
    }
    assertThat(out.toString())
        .startsWith("front-end /dev/pts/")
        .contains("fault script broken", "scripted fault: thermocouple open, at once");
    assertThat(Files.readString(log))
        .contains("\"event\":\"fault\",\"what\":\"thermocouple open\"");
    assertThat(Files.readSymbolicLink(folder.resolve("bench/front-end")).toString())
        .startsWith("/dev/pts/");
    assertThat(Files.readString(log)).contains("\"event\":\"unplugged\"");
    running.interrupt();
    assertThat(command.get()).isZero();
    assertThat(Files.exists(folder.resolve("bench/front-end"))).isFalse();
  }

  @Test
  void aMisbehaviourThatIsNoneIsRefusedWithTheFormAndTheWords() {
    assertThat(execute("--electrode", "drez", "--misbehave", "front-end=mad@1+1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"front-end=mad@1+1\"", "DEVICE=WHAT@FROM+FOR", "late", "silent", "unplugged");
  }

  @Test
  void aMisbehaviourOfADeviceThatIsNotThereIsRefused() {
    assertThat(execute("--electrode", "drez", "--misbehave", "stage=late@1+1")).isEqualTo(2);
    assertThat(err.toString()).contains("no device \"stage\"", "front-end");
  }

  @Test
  void aFaultOfWhatAPortSaysIsRefusedSinceThePortIsElsewhere() {
    DevicesCommand command = new DevicesCommand(new FileShelf());
    new CommandLine(command).parseArgs("--faults", "lying", "--electrode", "drez");
    assertThatThrownBy(command::call)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"interlock wrong\" is about what a port says");
  }

  @Test
  void aRigOfAnotherKindIsRefused() {
    DevicesCommand command = new DevicesCommand(new FileShelf());
    new CommandLine(command).parseArgs("--rig", "simulated", "--electrode", "drez");
    assertThatThrownBy(command::call)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("kind: \"simulated\" is none of lab");
  }

  private int execute(String... arguments) {
    return new CommandLine(new DevicesCommand(new FileShelf()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
