package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import lissauer.controller.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person calls it, on the shipped plans, tissues and sections. */
class CoverageTest {
  @TempDir private Path folder;

  @Test
  void aShippedPlanIsPredictedRegionByRegion() throws Exception {
    Path file = folder.resolve("row.png");
    CliRun run =
        CliRun.of(
            ("plan coverage nashold-spinal --config "
                    + TestBench.CONFIG
                    + " --spacing 5 --target section --no-advice --plot "
                    + file)
                .split(" "));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("SIMULATED nashold-spinal: drez-spinal in cord", "4 sites, 5.00 mm apart")
        .contains("* lamina II", "* Lissauer's tract", "posterior funiculus")
        .contains("corticospinal tract", "mm in all, the first at");
    assertThat(Files.size(file)).isGreaterThan(20_000);
  }

  @Test
  void anUnknownSectionIsNamedWithThoseThereAre() {
    CliRun run =
        CliRun.of(
            "plan",
            "coverage",
            "nashold-spinal",
            "--config",
            TestBench.CONFIG.toString(),
            "--section",
            "cord-c7");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--section: no file", "cord-c6");
  }
}
