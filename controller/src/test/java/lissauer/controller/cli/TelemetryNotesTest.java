package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import lissauer.controller.TestBench;
import lissauer.hal.Rig;
import org.junit.jupiter.api.Test;

class TelemetryNotesTest {
  private final TelemetryNotes notes = new TelemetryNotes();
  private final StringWriter screen = new StringWriter();

  @Test
  void troubleThatLastsIsToldOnceAndSoIsItsEnd() throws Exception {
    TestBench bench = new TestBench("cordotomy");
    try (Rig rig = bench.open()) {
      Progress progress = new JsonProgress(new PrintWriter(screen), bench.protocol.plan(), rig);
      look(progress, 0, "away");
      look(progress, 4, "");
      look(progress, 5, "away");
      look(progress, 9, "away");
      assertThat(screen.toString()).doesNotContain("telemetry");
      look(progress, 10, "away");
      look(progress, 11, "away");
      assertThat(screen.toString()).containsOnlyOnce("telemetry: away");
      look(progress, 12, "");
      look(progress, 13, "");
      assertThat(screen.toString()).containsOnlyOnce("telemetry is well again");
    }
  }

  private void look(Progress progress, long seconds, String trouble) {
    notes.look(trouble, TimeUnit.SECONDS.toNanos(seconds), progress);
  }
}
