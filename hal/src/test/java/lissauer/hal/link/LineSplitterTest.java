package lissauer.hal.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private final BadFrames bad = new BadFrames();
  private final LineSplitter splitter = new LineSplitter(20, bad);

  @Test
  void linesAreCutWhereverTheBytesAreCut() {
    accept("C1:OU");
    assertThat(splitter.next()).isNull();
    accept("TP ON\r\n  two \n\nthr");
    assertThat(splitter.next()).isEqualTo("C1:OUTP ON");
    assertThat(splitter.next()).isEqualTo("two");
    assertThat(splitter.next()).isNull();
    assertThat(bad.toString()).isEqualTo("no bad frames");
  }

  @Test
  void aLineThatIsTooLongIsCountedAndTheNextOneIsWhole() {
    accept("123456789012345678901234567890\nnext\n");
    assertThat(splitter.next()).isEqualTo("next");
    assertThat(bad.counts()).containsEntry("line too long", 1L);
  }

  @Test
  void aLineThatIsNoTextIsCounted() {
    accept("12\u00ff34\nnext\n");
    assertThat(splitter.next()).isEqualTo("next");
    assertThat(bad.toString()).isEqualTo("1 bad frames {not text=1}");
  }

  @Test
  void aFloodIsDroppedAndCounted() {
    accept("x\n".repeat(300));
    assertThat(bad.counts()).containsEntry("flood", 44L);
    assertThat(bad.total()).isEqualTo(44);
  }

  @Test
  void tenMillionRandomBytesEitherMakeLinesOrAreCounted() {
    Random random = new Random(7);
    byte[] bytes = new byte[1000];
    long lines = 0;
    long ends = 0;
    for (int i = 0; i < 10_000; i++) {
      random.nextBytes(bytes);
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = random.nextInt(3) > 0 ? (byte) (' ' + 1 + (bytes[k] & 0x3F)) : bytes[k];
        ends += bytes[k] == '\n' ? 1 : 0;
      }
      splitter.accept(bytes, bytes.length);
      while (splitter.next() != null) {
        lines++;
      }
    }
    long empty = ends - lines - bad.total();
    assertThat(lines).isPositive();
    assertThat(bad.counts().keySet()).containsExactly("line too long", "not text");
    assertThat(empty).as("lines without anything in them").isBetween(0L, ends / 20);
  }

  private void accept(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    splitter.accept(bytes, bytes.length);
  }
}
