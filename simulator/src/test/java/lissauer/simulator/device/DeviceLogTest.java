package lissauer.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLogTest {
  @Test
  void everyEventIsALineThatIsThereAtOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("devices.jsonl");
    try (DeviceLog log = DeviceLog.in(file)) {
      log.note(7, "front-end", "lease ended", Map.of("powerWatts", 0.25));
      assertThat(Files.readAllLines(file))
          .containsExactly(
              "{\"monotonicNanos\":7,\"device\":\"front-end\",\"event\":\"lease ended\","
                  + "\"powerWatts\":0.25}");
    }
  }
}
