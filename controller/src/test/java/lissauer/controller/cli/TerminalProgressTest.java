package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final TestBench bench = new TestBench("cordotomy");
  private final StringWriter screen = new StringWriter();

  @Test
  void theScreenShowsSitePhaseTemperatureSetPointPowerAndImpedance() throws DeviceException {
    bench.run();
    Tick hold =
        bench.ticks.stream()
            .filter(tick -> tick.phase() instanceof Phase.Hold)
            .skip(500)
            .findFirst()
            .orElseThrow();
    assertThat(String.join("\n", RunText.status(hold, bench.protocol.plan())))
        .containsPattern("site +1 at 0\\.0 mm, depth 4\\.0 mm +HOLD 10\\.0 s of 30\\.0 s")
        .containsPattern("tip +7[45]\\.\\d\\d °C +set point 75\\.00 °C")
        .containsPattern("power +0\\.\\d{3} W +impedance [89]\\d\\d Ω")
        .contains("0/1");
  }

  @Test
  void eachDrawingGoesOverTheLastOne() throws DeviceException {
    try (Rig rig = bench.open()) {
      TerminalProgress progress =
          new TerminalProgress(new PrintWriter(screen), bench.protocol.plan(), rig);
      Tick last = bench.run();
      bench.ticks.forEach(progress);
      progress.end(new Ending(0, last, true, List.of(), Path.of("journal.jsonl"), "", null));
    }
    assertThat(screen.toString())
        .startsWith("SIMULATED rig simulated · plan cordotomy · 1 site · 75 °C for 30 s, ramp 5 s")
        .contains("\033[4A")
        .contains("1/1")
        .contains("ROW DONE");
  }

  @Test
  void aNoteDuringTheRowStandsAboveWhatIsDrawn() throws DeviceException {
    try (Rig rig = bench.open()) {
      TerminalProgress progress =
          new TerminalProgress(new PrintWriter(screen), bench.protocol.plan(), rig);
      Tick last = bench.run();
      progress.accept(last);
      progress.note("telemetry", "look here");
      progress.accept(last);
      progress.note("telemetry", "look there");
    }
    assertThat(screen.toString())
        .containsOnlyOnce("\033[4A\r\033[Jlook here\n\r\033[2K")
        .endsWith("\033[4A\r\033[Jlook there\n");
  }

  @Test
  void theBarIsFullOnlyWhenAllIsDone() {
    assertThat(RunText.bar(0, 20)).matches("░{40}");
    assertThat(RunText.bar(10, 20)).matches("█{20}░{20}");
    assertThat(RunText.bar(20, 20)).matches("█{40}");
  }
}
