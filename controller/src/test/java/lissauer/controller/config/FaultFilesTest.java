package lissauer.controller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lissauer.controller.TestBench;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.simulator.fault.FaultScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fault scripts that come along. */
class FaultFilesTest {
  private static final ConfigFolder CONFIG = new ConfigFolder(TestBench.CONFIG);

  static List<String> scripts() {
    return CONFIG.names("faults");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyScriptIsRightAndSaysWhatItDoes(String name) {
    Problems problems = new Problems();
    FaultScript script =
        FaultScript.from(CONFIG.open("faults", name, Map.of(), new Place("test", 0, 0), problems));
    problems.throwIfAny();
    assertThat(script.name()).isEqualTo(name);
    assertThat(script.description()).isNotEmpty();
    assertThat(script.faults()).isNotEmpty();
  }

  @Test
  void theTableOfScriptsNamesEveryOne() throws IOException {
    String table = Files.readString(TestBench.CONFIG.resolve("../docs/safety/faults.md"));
    try (Stream<String> named = scripts().stream()) {
      assertThat(named.filter(name -> !table.contains("`" + name + "`"))).isEmpty();
    }
  }
}
