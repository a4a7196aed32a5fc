package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What it measures here is noise; that it measures is not. */
class BenchTelemetryTest {
  @Test
  void costAndLatenessAreMeasuredBesideABrokerThatIsFrozen() {
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/mosquitto")), "needs mosquitto");
    CliRun run =
        CliRun.of(
            "bench", "telemetry", "--seconds", "1", "--json", "--config", "" + TestBench.CONFIG);
    List<JsonNode> figures = run.out().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(figures).as(run.err()).hasSize(4);
    assertThat(figures).allMatch(figure -> figure.get("value").doubleValue() > 0);
    assertThat(figures.getLast().get("value").intValue()).isBetween(10, 60);
  }
}
