package lissauer.controller.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  @TempDir private static Path shared;
  private static Path sound;
  @TempDir private Path folder;

  @BeforeAll
  static void recordOneRow() throws IOException, DeviceException {
    sound = record(new TestBench("nashold-spinal"), shared.resolve("sound"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nashold-spinal",
        "nucleus-caudalis",
        "deep-row",
        "dorsal-rhizotomy",
        "pulsed-rhizotomy",
        "cordotomy",
        "low-power-coagulation"
      })
  void everyPresetReplaysWithoutADifference(String plan) throws Exception {
    Replay.Result result = Replay.of(record(plan, "a", "1"));
    assertThat(result.difference()).isNull();
    assertThat(result.end()).isEqualTo("done");
    assertThat(result.ticks()).isGreaterThan(500);
  }

  @Test
  void twoRunsWithOneSeedAreTheSameBytesAndAnotherSeedIsNot() throws Exception {
    byte[] first = Files.readAllBytes(sound);
    assertThat(Files.readAllBytes(record("nashold-spinal", "b", "1"))).isEqualTo(first);
    assertThat(Files.readAllBytes(record("nashold-spinal", "c", "2"))).isNotEqualTo(first);
  }

  @Test
  void aTrippedRunReplaysToItsTrip() throws Exception {
    TestBench bench = new TestBench("nashold-spinal");
    bench.onTick(tick -> {
      if (tick.phase() instanceof Phase.Hold) {
        bench.stop.press(StopSource.TERMINAL);
      }
    });
    Path journal = record(bench, folder.resolve("tripped"));
    assertThat(Files.readString(journal)).contains("\"trip\":{\"is\":\"Stopped\"");
    Replay.Result result = Replay.of(journal);
    assertThat(result.difference()).isNull();
    assertThat(result.end()).isEqualTo("interrupted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tip_c", "p", "z", "want_w", "cmd_w", "ref_c", "phase", "relay"})
  void aChangedValueIsFoundAndNamed(String key) throws Exception {
    Path journal = Files.copy(sound, folder.resolve("journal.jsonl"));
    List<String> lines = Files.readAllLines(journal);
    int at = hold(lines);
    String changed = change(lines.get(at), key);
    assertThat(changed).isNotEqualTo(lines.get(at));
    lines.set(at, changed);
    Files.write(journal, lines);
    String difference = Replay.of(journal).difference();
    if (key.equals("z")) {
      assertThat(difference).as("an input that decides nothing here").isNull();
    } else {
      assertThat(difference).isNotNull().contains("recorded", "replayed");
    }
  }

  @Test
  void aJournalThatWasCutOffReplaysUpToThereAndCountsAsInterrupted() throws Exception {
    Path journal = Files.copy(sound, folder.resolve("journal.jsonl"));
    String text = Files.readString(journal);
    Files.writeString(journal, text.substring(0, text.length() / 2));
    Replay.Result result = Replay.of(journal);
    assertThat(result.difference()).isNull();
    assertThat(result.end()).isEqualTo("interrupted");
    assertThat(result.ticks()).isGreaterThan(1000);
  }

  @Test
  void aDamagedLineInTheMiddleIsAnErrorWithItsPlace() throws Exception {
    Path journal = Files.copy(sound, folder.resolve("journal.jsonl"));
    List<String> lines = Files.readAllLines(journal);
    lines.set(99, "{\"n\":");
    Files.write(journal, lines);
    assertThatThrownBy(() -> Replay.of(journal)).hasMessageContaining("journal.jsonl:100");
  }

  @Test
  void aFileThatIsNoJournalIsRefused() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "dear diary\n");
    assertThatThrownBy(() -> Replay.of(file)).hasMessageContaining("not a Lissauer journal");
    Files.writeString(file, "");
    assertThatThrownBy(() -> Replay.of(file)).hasMessageContaining("not a Lissauer journal");
  }

  @Test
  void aRecordIsNeverWrittenOver() throws Exception {
    Path journal = Files.copy(sound, folder.resolve("journal.jsonl"));
    assertThatThrownBy(() -> new JournalWriter(journal, header(new TestBench("nashold-spinal"))))
        .isInstanceOf(IOException.class);
  }

  @Test
  void everyKeyOfATickLineIsExplainedInTheHeader() throws Exception {
    TestBench bench = new TestBench("nashold-spinal");
    bench.run();
    for (Tick tick : bench.ticks.subList(0, 3000)) {
      Json.MAPPER
          .readTree(TickJson.line(tick, null))
          .propertyNames()
          .forEach(key -> assertThat(TickJson.columns()).containsKey(key));
    }
  }

  @Test
  void aTickLineStaysBelow300Bytes() throws Exception {
    Path journal = Files.copy(sound, folder.resolve("journal.jsonl"));
    List<String> lines = Files.readAllLines(journal);
    double mean =
        lines.stream()
            .skip(1)
            .mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length)
            .average()
            .orElseThrow();
    assertThat(mean).isLessThan(300);
  }

  private Path record(String plan, String name, String seed) throws Exception {
    return record(new TestBench(plan).with(Map.of("seed", seed)), folder.resolve(name));
  }

  private static Path record(TestBench bench, Path run) throws IOException, DeviceException {
    Path journal = Files.createDirectory(run).resolve("journal.jsonl");
    RowTally tally = new RowTally(bench.protocol.plan());
    Tick last = bench.run();
    try (JournalWriter writer = new JournalWriter(journal, header(bench))) {
      bench.ticks.forEach(writer);
      bench.ticks.forEach(tally);
      writer.end(JournalWriter.endOf(last), tally);
    }
    return journal;
  }

  static JournalHeader header(TestBench bench) {
    return new JournalHeader(
        JournalHeader.FORMAT,
        "test",
        "",
        "unknown",
        true,
        "test",
        "25",
        "simulated",
        List.of(),
        new TreeMap<>(),
        new TreeMap<>(),
        bench.protocol,
        TickJson.columns());
  }

  private static int hold(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("\"phase\":\"hold\"")) {
        return i + 100;
      }
    }
    throw new AssertionError("no hold");
  }

  private static String change(String line, String key) {
    return switch (key) {
      case "phase" -> line.replace("\"phase\":\"hold\"", "\"phase\":\"ramp\"");
      case "relay" -> line.replace("\"relay\":true", "\"relay\":false");
      default -> line.replaceFirst("\"" + key + "\":[-0-9.E]+", "\"" + key + "\":0.0625");
    };
  }
}
