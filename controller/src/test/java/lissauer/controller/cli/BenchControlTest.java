package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lissauer bench control} from the outside. */
class BenchControlTest {
  private static final String CONFIG = TestBench.CONFIG.toString();

  @TempDir private Path folder;

  @Test
  void comparesAllLawsDrawsThemAndJudgesOurs() {
    Path picture = folder.resolve("picture.svg");
    CliRun run =
        CliRun.of(
            "bench",
            "control-quick",
            "--seeds",
            "2",
            "--picture",
            picture.toString(),
            "--config",
            CONFIG);
    assertThat(run.out())
        .contains("plants of seeds 1 to 2 (ours) and 1 to 2 (each peer)")
        .contains("Klipper PID, 0.3 s", "Marlin MPC", "Haemmerich-Webster PI", "optimised PID")
        .contains("row of 4, 5 s ramp, 50 Hz: next sites over first, p95: ")
        .contains("picture: " + picture);
    assertThat(picture).content().startsWith("<svg").contains("Marlin MPC");
    assertThat(run.code()).isIn(ExitCode.DONE, ExitCode.INCOMPLETE);
  }

  @Test
  void withoutTheSimulatorThereIsNothingToCompareOn() {
    CliRun run = CliRun.of(new Modules(List.of()), "bench", "control", "--config", CONFIG);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("control needs the simulator, which is not installed");
  }

  @Test
  void seedsAreAtLeastOne() {
    assertThat(CliRun.of("bench", "control", "--seeds", "0").err())
        .contains("--seeds is 0; allowed 1 to 100000");
  }
}
