package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.controller.TestBench;
import lissauer.controller.safety.Hazard;
import lissauer.controller.safety.HazardAnalysis;
import org.junit.jupiter.api.Test;

/** The promises of {@code lissauer bench faults}, on few seeds. */
class BenchFaultsTest {
  @Test
  void everyHazardThatTheSimulatorCanMakeIsFoundInTimeAndNothingElseTrips() {
    CliRun run = bench("faults-quick", "--seeds", "2");
    assertThat(run.err()).as(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    int promised = 0;
    for (Hazard hazard : HazardAnalysis.shipped().hazards()) {
      if (!hazard.fault().isEmpty()) {
        String told = hazard.detectable() ? ", found in time: 100.0 %" : ", found, which is not";
        assertThat(run.out()).contains(hazard.id() + " " + hazard.title() + told);
        promised += hazard.detectable() ? 1 : 0;
      }
    }
    assertThat(promised).isGreaterThan(20);
    assertThat(run.out()).contains("H09 Sample frozen, in the ramp, found in time: 100.0 %");
    assertThat(run.out()).contains("6 rows on which nothing breaks: no trip 6");
  }

  private static CliRun bench(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "bench";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--config";
    all[words.length + 2] = TestBench.CONFIG.toString();
    return CliRun.of(all);
  }
}
