package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir private Path folder;
  private long nanos;

  @Test
  void whatIsPutInComesOutInOrderAndStaysUntilItIsConfirmed() {
    try (Outbox outbox = new Outbox(folder, "a", 100, () -> nanos)) {
      fill(outbox, 1, 3);
      assertThat(handedOut(outbox)).containsExactly(1L, 2L, 3L);
      assertThat(outbox.waiting()).isEqualTo(3);
      outbox.rewind();
      assertThat(handedOut(outbox)).containsExactly(1L, 2L, 3L);
      outbox.confirmed();
      assertThat(outbox.waiting()).isEqualTo(2);
      assertThat(outbox.delivered()).isEqualTo(1);
    }
  }

  @Test
  void whatWasConfirmedShortlyBeforeTheBrokersLastWordIsSentOnceMoreAndCountedOnce() {
    try (Outbox outbox = new Outbox(folder, "a", 100, () -> nanos)) {
      fill(outbox, 1, 4);
      handedOut(outbox);
      outbox.confirmed();
      nanos += TimeUnit.SECONDS.toNanos(31);
      outbox.confirmed();
      outbox.confirmed();
      outbox.rewind();
      assertThat(handedOut(outbox)).containsExactly(2L, 3L, 4L);
      confirm(outbox, 3);
      assertThat(outbox.delivered()).isEqualTo(4);
    }
  }

  @Test
  void howLongABrokerHungBeforeItDiedDoesNotShortenWhatIsSentOnceMore() {
    try (Outbox outbox = new Outbox(folder, "a", 100, () -> nanos)) {
      fill(outbox, 1, 2);
      handedOut(outbox);
      confirm(outbox, 2);
      nanos += TimeUnit.MINUTES.toNanos(5);
      outbox.rewind();
      assertThat(handedOut(outbox)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aBacklogOfAnyLengthThatWasConfirmedInAMomentIsSentOnceMore() {
    try (Outbox outbox = new Outbox(folder, "a", 1000, () -> nanos)) {
      fill(outbox, 1, 507);
      handedOut(outbox);
      confirm(outbox, 507);
      outbox.rewind();
      assertThat(handedOut(outbox)).hasSize(507).startsWith(1L, 2L);
    }
  }

  @Test
  void whatIsSentOnceMoreTakesNoRoomFromWhatIsNew() {
    try (Outbox outbox = new Outbox(folder, "a", 3, () -> nanos)) {
      fill(outbox, 1, 3);
      handedOut(outbox);
      confirm(outbox, 3);
      outbox.rewind();
      fill(outbox, 4, 6);
      assertThat(outbox.lost()).isZero();
      confirm(outbox, handedOut(outbox).size());
      fill(outbox, 7, 10);
      assertThat(outbox.lost()).isEqualTo(1);
    }
  }

  @Test
  void whenBrokerAndServiceBothDieTheNextSendsOnceMoreWhatWasConfirmedLast() throws IOException {
    try (Outbox killed = new Outbox(folder, "a", 100, () -> nanos)) {
      fill(killed, 1, 4);
      handedOut(killed);
      confirm(killed, 1);
      nanos += TimeUnit.SECONDS.toNanos(31);
      confirm(killed, 2);
      Path copy = Files.createDirectory(folder.resolve("after"));
      Files.copy(folder.resolve("a.outbox"), copy.resolve("a.outbox"));
      try (Outbox next = new Outbox(copy, "b", 100, () -> nanos)) {
        assertThat(handedOut(next)).containsExactly(2L, 3L, 4L);
      }
    }
  }

  @Test
  void aRunThatEndsWhileItsBrokerIsInDoubtLeavesWhatWasConfirmedLastToTheNext() {
    Outbox ended = new Outbox(folder, "a", 100, () -> nanos);
    fill(ended, 1, 3);
    handedOut(ended);
    confirm(ended, 2);
    ended.close();
    try (Outbox next = new Outbox(folder, "b", 100, () -> nanos)) {
      assertThat(handedOut(next)).containsExactly(1L, 2L, 3L);
      confirm(next, 3);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeavesIsHandedOutFirstByTheNext() throws IOException {
    Outbox killed = new Outbox(folder, "a", 100, () -> nanos);
    fill(killed, 1, 4);
    Path copy = Files.createDirectory(folder.resolve("after"));
    Files.copy(folder.resolve("a.outbox"), copy.resolve("a.outbox"));
    killed.close();
    try (Outbox next = new Outbox(copy, "b", 100, () -> nanos)) {
      fill(next, 10, 11);
      assertThat(handedOut(next)).containsExactly(1L, 2L, 3L, 4L, 10L, 11L);
    }
  }

  @Test
  void aMessageThatWasTornIsCutOffAndThoseBeforeItStay() throws IOException {
    Outbox killed = new Outbox(folder, "a", 100, () -> nanos);
    fill(killed, 1, 3);
    killed.close();
    Path file = folder.resolve("a.outbox");
    long whole = Files.size(file);
    for (int missing : new int[] {1, 7, 30}) {
      Path copy = Files.createDirectory(folder.resolve("torn" + missing));
      byte[] bytes = Files.readAllBytes(file);
      Files.write(copy.resolve("a.outbox"), java.util.Arrays.copyOf(bytes, (int) whole - missing));
      try (Outbox next = new Outbox(copy, "b", 100, () -> nanos)) {
        assertThat(handedOut(next)).containsExactly(1L, 2L);
        assertThat(next.lost()).isZero();
      }
    }
  }

  @Test
  void whereverAFileIsDamagedWhatIsWholeIsSentAndTheRestCounted() throws IOException {
    Outbox killed = new Outbox(folder, "a", 100, () -> nanos);
    fill(killed, 1, 9);
    killed.close();
    byte[] whole = Files.readAllBytes(folder.resolve("a.outbox"));
    int last = 8 + (whole.length - 8) / 9 * 8; // all are of one length
    for (int at = 8; at < whole.length; at++) {
      if (at >= last && at < last + 4) {
        continue; // A wrong length of the last one looks as if it had been torn.
      }
      byte[] bytes = whole.clone();
      bytes[at] ^= 1;
      Path copy = Files.createDirectory(folder.resolve("damaged" + at));
      Files.write(copy.resolve("a.outbox"), bytes);
      try (Outbox next = new Outbox(copy, "b", 100, () -> nanos)) {
        assertThat(handedOut(next)).as("damaged at " + at).hasSize(8).isSorted();
        assertThat(next.lost()).isEqualTo(1);
        assertThat(next.trouble()).contains("damaged", "a.outbox.damaged");
        confirm(next, 8);
      }
      assertThat(copy.resolve("a.outbox.damaged")).hasBinaryContent(bytes);
      assertThat(copy.resolve("a.outbox")).doesNotExist();
    }
  }

  @Test
  void aKindThatThisVersionDoesNotKnowIsCountedAsLostAndKeptAside() throws IOException {
    Outbox killed = new Outbox(folder, "a", 100, () -> nanos);
    fill(killed, 1, 2);
    killed.close();
    Path file = folder.resolve("a.outbox");
    byte[] bytes = Files.readAllBytes(file);
    bytes[8 + 8 + 2] = 'X'; // after the head, length and sum, and the length of the word: EVENT
    CRC32C sum = new CRC32C();
    int length = ByteBuffer.wrap(bytes).getInt(8);
    sum.update(bytes, 16, length);
    ByteBuffer.wrap(bytes).putInt(12, (int) sum.getValue());
    Files.write(file, bytes);
    try (Outbox next = new Outbox(folder, "b", 100, () -> nanos)) {
      assertThat(handedOut(next)).containsExactly(2L);
      assertThat(next.lost()).isEqualTo(1);
    }
    assertThat(folder.resolve("a.outbox.damaged")).exists();
  }

  @Test
  void anOutboxThatAnotherRunIsSendingIsLeftAlone() {
    try (Outbox running = new Outbox(folder, "a", 100, () -> nanos)) {
      fill(running, 1, 2);
      try (Outbox other = new Outbox(folder, "b", 100, () -> nanos)) {
        assertThat(other.next()).isNull();
      }
      assertThat(handedOut(running)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aFullOutboxLosesWhatComesLastAndCounts() {
    try (Outbox outbox = new Outbox(folder, "a", 3, () -> nanos)) {
      fill(outbox, 1, 5);
      assertThat(outbox.lost()).isEqualTo(2);
      assertThat(handedOut(outbox)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aFileStartsOverInsteadOfGrowingForEverAndGoesOnceEverythingIsConfirmed() throws IOException {
    Outbox outbox = new Outbox(folder, "a", 5000, () -> nanos);
    fill(outbox, 1, 2);
    outbox.add(new Message(Message.Kind.EVENT, "row", "birth", 3, 0, "x".repeat(1 << 20)));
    for (int i = 0; i < 3; i++) {
      assertThat(outbox.next()).isNotNull();
    }
    confirm(outbox, 3);
    fill(outbox, 4, 5);
    assertThat(Files.size(folder.resolve("a.outbox"))).isLessThan(1000);
    outbox.rewind();
    assertThat(outbox.next()).extracting(Message::seq).isEqualTo(1L);
    assertThat(outbox.waiting()).isEqualTo(5);
    for (int i = 1; i < 5; i++) {
      assertThat(outbox.next()).isNotNull();
    }
    nanos += TimeUnit.SECONDS.toNanos(31);
    confirm(outbox, 5);
    outbox.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDiskThatRefusesCostsDurabilityAndSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (Outbox outbox = new Outbox(file, "a", 100, () -> nanos)) {
      fill(outbox, 1, 2);
      assertThat(outbox.trouble()).startsWith("the outbox is in memory only");
      assertThat(handedOut(outbox)).containsExactly(1L, 2L);
    }
  }

  private static void fill(Outbox outbox, int from, int to) {
    for (int seq = from; seq <= to; seq++) {
      outbox.add(
          new Message(
              Message.Kind.EVENT, "row", "birth", seq, 0, "{\"text\":\"für " + seq + "\"}"));
    }
  }

  private static void confirm(Outbox outbox, int messages) {
    for (int i = 0; i < messages; i++) {
      outbox.confirmed();
    }
  }

  private static List<Long> handedOut(Outbox outbox) {
    List<Long> all = new ArrayList<>();
    for (Message m = outbox.next(); m != null; m = outbox.next()) {
      assertThat(m.json()).isEqualTo("{\"text\":\"für " + m.seq() + "\"}");
      all.add(m.seq());
    }
    return all;
  }
}
