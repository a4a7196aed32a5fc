package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.controller.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line takes about brokers, and what it says of it. */
class TelemetryOptionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--broker=mqtt://bob:s3cret@host",
        "--broker=mqtt://localhost:1883?password=s3cret",
        "--set=telemetry.broker=mqtts://bob:s3cret@host",
        "--set=telemetry.password=s3cret"
      })
  void aSecretOnTheCommandLineIsRefusedAndInNoOutput(String option) {
    CliRun run = CliRun.of("run", "--config", TestBench.CONFIG.toString(), option);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--set telemetry.");
    assertThat(run.out() + run.err()).doesNotContain("s3cret");
  }

  @Test
  void neitherDoesWatchRepeatIt() {
    CliRun run = CliRun.of("watch", "mqtt://bob:s3cret@host");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("is no broker");
    assertThat(run.out() + run.err()).doesNotContain("s3cret");
  }
}
