package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.record.JournalHeader;
import lissauer.hal.Rig;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BroadcastTest {
  private static final Pattern PORT = Pattern.compile("mqtt://127\\.0\\.0\\.1:(\\d+)");
  private final TestBench bench = new TestBench("cordotomy");
  private final StringWriter printed = new StringWriter();
  @TempDir private Path folder;

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void whereToLookIsSaidOnceAndNotBeforeTheBrokerOfOurOwnAnswers() throws Exception {
    Tick last = bench.run();
    try (Rig rig = bench.open()) {
      Progress progress = new PlainProgress(new PrintWriter(printed), bench.protocol.plan(), rig);
      Broadcast broadcast = started(rig);
      while (told() == 0) {
        broadcast.announce(progress);
        TimeUnit.MILLISECONDS.sleep(1);
      }
      assertThat(answers()).isTrue();
      broadcast.announce(progress);
      assertThat(told()).isEqualTo(1);
      broadcast.end(new Ending(0, last, true, List.of(), folder, "", null), progress);
    }
  }

  private Broadcast started(Rig rig) throws IOException {
    JournalHeader header =
        RunFolder.create(folder, "row").header(rig, Map.of(), Map.of(), bench.protocol);
    LookCommands look =
        new LookCommands(
            new ConfigFolder(TestBench.CONFIG)
                .open("rigs", "simulated", Map.of(), new Place("test", 0, 0), new Problems()),
            "simulated",
            Optional.empty(),
            "");
    return Broadcast.start(
        header, Optional.empty(), look, Instant.now(), new StopSwitch(), Acknowledgement.never());
  }

  private long told() {
    return printed.toString().lines().filter(line -> line.startsWith("telemetry mqtt")).count();
  }

  private boolean answers() {
    MatchResult found = PORT.matcher(printed.toString()).results().findFirst().orElseThrow();
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(found.group(1)))) {
      return socket.isConnected();
    } catch (IOException e) {
      throw new UncheckedIOException("the address that was printed does not answer", e);
    }
  }
}
