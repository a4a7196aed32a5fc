package lissauer.controller.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lissauer.controller.TestBench;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  @TempDir private static Path shared;
  private static List<String> sound;
  private static String head;
  @TempDir private Path folder;

  @BeforeAll
  static void recordOneLesion() throws IOException, DeviceException {
    TestBench bench = new TestBench("cordotomy");
    Path journal = shared.resolve("journal.jsonl");
    RowTally tally = new RowTally(bench.protocol.plan());
    var last = bench.run();
    try (JournalWriter writer = new JournalWriter(journal, JournalTest.header(bench))) {
      bench.ticks.forEach(writer);
      bench.ticks.forEach(tally);
      writer.end(JournalWriter.endOf(last), tally);
      head = writer.head();
    }
    sound = Files.readAllLines(journal);
  }

  @Test
  void aRecordAsItWasWrittenIsWholeAndHasTheHeadThatTheWriterTold() throws IOException {
    Verification found = verify(sound);
    assertThat(found.damage()).isNull();
    assertThat(found.end()).isEqualTo("done");
    assertThat(found.ticks()).isEqualTo(sound.size() - 2);
    assertThat(found.head()).isEqualTo(head).hasSize(64);
    assertThat(sound.getLast()).endsWith(",\"head\":\"" + head + "\"}");
  }

  /** Any one byte: a value, a key, a mark, a brace. */
  @Test
  void aChangedByteAnywhereIsFoundInItsLine() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      int at = i < 3 ? new int[] {0, 1, sound.size() - 1}[i] : random.nextInt(sound.size());
      byte[] line = sound.get(at).getBytes(StandardCharsets.UTF_8);
      int place = random.nextInt(line.length);
      byte other = (byte) (' ' + random.nextInt(95));
      line[place] = line[place] == other ? (byte) '#' : other;
      List<String> lines = new ArrayList<>(sound);
      lines.set(at, new String(line, StandardCharsets.UTF_8));
      Verification found = verify(lines);
      String text = "line " + (at + 1) + (at == 0 ? ", the header: " : ", tick ");
      assertThat(found.damage()).as(lines.get(at)).startsWith(text);
      assertThat(found.ticks()).isEqualTo(Math.max(0, at - 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 500, 2000})
  void aMissingLineIsNamedByItsTick(int at) throws IOException {
    List<String> lines = new ArrayList<>(sound);
    lines.remove(at);
    assertThat(verify(lines).damage())
        .startsWith("line " + (at + 1) + ", tick " + (at - 1) + ", after ")
        .endsWith(" s: missing");
    lines.subList(at, at + 9).clear();
    assertThat(verify(lines).damage()).endsWith(" s: missing, as all up to tick " + (at + 8));
  }

  @Test
  void linesMissingBeforeTheEndAreFoundByTheEnd() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    int last = sound.size() - 2;
    lines.remove(last);
    assertThat(verify(lines).damage())
        .isEqualTo("line %d, tick %d, after %s s: missing", last + 1, last - 1, seconds(last - 1));
  }

  @Test
  void aTimeIsSaidInSecondsSinceTheFirstTick() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    lines.remove(501);
    assertThat(verify(lines).damage()).contains("tick 500, after 9.96 s");
  }

  @Test
  void linesInAnotherOrderAreNamedWithWhereTheyStand() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    Collections.swap(lines, 300, 400);
    assertThat(verify(lines).damage())
        .startsWith("line 301, tick 299, ")
        .endsWith("out of order, it stands in line 401");
  }

  @Test
  void aLineThatIsThereTwiceIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    lines.add(300, sound.get(299));
    assertThat(verify(lines).damage())
        .startsWith("line 301, tick 299, ")
        .endsWith("tick 298 once more, or out of order");
  }

  @Test
  void whatIsPutInOrAppendedIsFound() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    lines.add(300, "{\"note\":\"I was here\"}");
    assertThat(verify(lines).damage()).startsWith("line 301, tick 299, ");
    lines = new ArrayList<>(sound);
    lines.add("");
    assertThat(verify(lines).damage())
        .isEqualTo("line " + lines.size() + ": goes on after its end");
  }

  @Test
  void aHeaderOfAnotherRunDoesNotPass() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    HashChain chain = new HashChain();
    String header = unmarked(sound.getFirst());
    lines.set(0, chain.marked(header.replace("\"run\":\"test\"", "\"run\":\"best\"")));
    assertThat(verify(lines).damage()).startsWith("line 2, tick 0, ").endsWith("changed");
  }

  private static String unmarked(String line) {
    HashChain.Line read = new HashChain.Line(line.getBytes(StandardCharsets.UTF_8));
    boolean _ = new HashChain().take(read);
    return read.toString();
  }

  /** Written anew as a whole it holds: only its head, kept elsewhere, betrays it. */
  @Test
  void aRecordThatWasHashedAnewHasAnotherHead() throws IOException {
    HashChain chain = new HashChain();
    List<String> lines = new ArrayList<>();
    for (String line : sound.subList(0, sound.size() - 1)) {
      lines.add(chain.marked(unmarked(line).replace("\"site\":1,", "\"site\":2,")));
    }
    lines.add(chain.headed(unmarked(sound.getLast())));
    Verification found = verify(lines);
    assertThat(found.damage()).isNull();
    assertThat(found.head()).isNotEqualTo(head);
  }

  @Test
  void aRecordThatWasCutOffIsWholeUpToItsLastWholeLine() throws IOException {
    byte[] all = String.join("\n", sound).getBytes(StandardCharsets.UTF_8);
    int second = sound.get(0).getBytes(StandardCharsets.UTF_8).length + 1;
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      int length = second + random.nextInt(all.length - second - 1);
      Path journal = Files.write(folder.resolve("cut.jsonl"), Arrays.copyOf(all, length));
      Verification found = Verification.of(journal);
      assertThat(found.damage()).isNull();
      assertThat(found.end()).isEmpty();
      long whole = Files.readString(journal).lines().filter(line -> line.endsWith("\"}")).count();
      assertThat(found.ticks()).isEqualTo(whole - 1);
    }
  }

  /** Only a line without a line break is what a killed process leaves. */
  @Test
  void aLastLineThatWasPutInPlaceOfTheEndIsFound() throws IOException {
    String kept = String.join("\n", sound.subList(0, sound.size() - 1)) + "\n";
    Path journal = folder.resolve("journal.jsonl");
    Files.writeString(journal, kept + "I was here\n");
    assertThat(Verification.of(journal).damage()).endsWith("changed");
    Files.writeString(journal, kept + "\0".repeat(4096) + "\n");
    assertThat(Verification.of(journal).damage()).contains("filled with zeros");
  }

  /** The next line tells a changed number from a missing line. */
  @Test
  void aChangedNumberIsNoMissingTick() throws IOException {
    for (String other : List.of("2990", "29", "300")) {
      List<String> lines = new ArrayList<>(sound);
      lines.set(300, lines.get(300).replace("{\"n\":299,", "{\"n\":" + other + ","));
      assertThat(verify(lines).damage()).as(other).startsWith("line 301,").endsWith("changed");
    }
  }

  @Test
  void aLineWithoutEndIsTakenInPieces() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    Files.write(journal, sound.subList(0, 3));
    try (var out = Files.newOutputStream(journal, java.nio.file.StandardOpenOption.APPEND)) {
      byte[] much = new byte[1 << 20];
      Arrays.fill(much, (byte) 'x');
      for (int i = 0; i < 40; i++) {
        out.write(much);
      }
    }
    assertThat(Verification.of(journal).damage()).startsWith("line 4, tick 2, ");
  }

  @Test
  void whatIsNoRecordIsCalledSo() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "dear diary\n");
    assertThat(Verification.of(other).damage()).contains("no record of Lissauer's");
    assertThat(Verification.of(other).headed()).isFalse();
    Path converted = Files.writeString(folder.resolve("crlf"), String.join("\r\n", sound) + "\r\n");
    assertThat(Verification.of(converted).damage()).contains("line ends were converted");
  }

  /** Who reads ticks stops at the end, and must not take what follows for whole. */
  @Test
  void theReaderKnowsOfWhatFollowsTheEndAndOfAHeaderThatWasChanged() throws IOException {
    List<String> lines = new ArrayList<>(sound);
    assertThat(broken(lines)).isFalse();
    lines.add(sound.get(5));
    assertThat(broken(lines)).isTrue();
    lines = new ArrayList<>(sound.subList(0, 1));
    lines.set(0, lines.getFirst().replace("\"simulated\":true", "\"simulated\":false"));
    assertThat(broken(lines)).isTrue();
  }

  private boolean broken(List<String> lines) throws IOException {
    Path journal = Files.write(folder.resolve("journal.jsonl"), lines);
    try (JournalReader reader = new JournalReader(journal)) {
      while (reader.next() != null) {
        assertThat(reader.head()).hasSize(64);
      }
      return reader.broken();
    }
  }

  @Test
  void anEmptyFileIsNoRecord() throws IOException {
    assertThat(verify(List.of()).damage()).isEqualTo("the file is empty");
  }

  private Verification verify(List<String> lines) throws IOException {
    return Verification.of(Files.write(folder.resolve("journal.jsonl"), lines));
  }

  private static String seconds(int ticks) {
    return String.format(java.util.Locale.ROOT, "%.2f", (ticks - 2) * 0.02);
  }
}
