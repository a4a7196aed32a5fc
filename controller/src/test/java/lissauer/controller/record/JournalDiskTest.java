package lissauer.controller.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import lissauer.controller.TestBench;
import lissauer.controller.loop.QueuedListener;
import lissauer.controller.loop.QueuedListener.OnFull;
import lissauer.hal.DeviceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are slow, hang, fill up or turn read-only in the middle of a row. */
class JournalDiskTest {
  private static final int WAITING = 100;

  @TempDir private Path folder;
  private final AtomicReference<@Nullable Object> trouble = new AtomicReference<>();
  private TestBench row;
  private Path journal;

  @BeforeEach
  void aRow() throws DeviceException {
    row = new TestBench("cordotomy");
    row.run();
    journal = folder.resolve("journal.jsonl");
  }

  /** Whole seconds for a write are hours for a tick: here the disk takes as long as it likes. */
  @Test
  @Timeout(60)
  void theTickDoesNotWaitForADiskThatHangsTheLossIsToldAndWhatWasWrittenHolds() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    AtomicBoolean hangs = new AtomicBoolean();
    JournalWriter writer = on(() -> await(hangs, released));
    QueuedListener recorder = recorder(writer, OnFull.DROP);
    row.ticks.subList(0, 50).forEach(recorder);
    hangs.set(true);
    row.ticks.subList(50, 1000).forEach(recorder); // would hang here
    assertThat(trouble.get()).isEqualTo("lost");
    released.countDown();
    recorder.close();
    writer.close();
    Verification found = Verification.of(journal);
    assertThat(found.damage()).isNull();
    assertThat(found.ticks())
        .isBetween(50L, 50L + 2 * WAITING)
        .isEqualTo(1000 - recorder.dropped());
  }

  @Test
  void aDiskThatTurnsReadOnlyIsToldAndWhatWasWrittenHolds() throws IOException {
    AtomicBoolean readOnly = new AtomicBoolean();
    JournalWriter writer =
        on(() -> {
          if (readOnly.get()) {
            throw new IOException("Read-only file system");
          }
        });
    QueuedListener recorder = recorder(writer, OnFull.WAIT);
    row.ticks.subList(0, 200).forEach(writer); // with changes of phase, which are forced
    readOnly.set(true);
    row.ticks.subList(200, row.ticks.size()).forEach(recorder);
    recorder.close();
    writer.close();
    assertThat(trouble.get())
        .isInstanceOfSatisfying(
            UncheckedIOException.class,
            e -> assertThat(e.getCause()).hasMessage("Read-only file system"));
    Verification found = Verification.of(journal);
    assertThat(found.damage()).isNull();
    assertThat(found.ticks()).isPositive();
  }

  private JournalWriter on(TroubledDisk.Before before) throws IOException {
    return new JournalWriter(new TroubledDisk(journal, before), JournalTest.header(row));
  }

  private QueuedListener recorder(JournalWriter writer, OnFull onFull) {
    return new QueuedListener(
        "journal",
        WAITING,
        onFull,
        writer,
        thrown -> trouble.compareAndSet(null, thrown == null ? "lost" : thrown));
  }

  private static void await(AtomicBoolean hangs, CountDownLatch released) {
    try {
      if (hangs.get()) {
        released.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
