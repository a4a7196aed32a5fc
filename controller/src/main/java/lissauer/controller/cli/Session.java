package lissauer.controller.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.ControlLoop;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.QueuedListener;
import lissauer.controller.loop.QueuedListener.OnFull;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.record.JournalHeader;
import lissauer.controller.record.JournalWriter;
import lissauer.controller.record.RowTally;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;

/**
 * One row from start to record: who listens, what happens on Ctrl-C, and in which order it ends.
 */
final class Session {
  /** Ticks that may wait for the disk: 10 s at 50 Hz. */
  private static final int WAITING_TICKS = 512;

  /** How long a signalled process waits for its loop before it switches RF off over its head. */
  private static final long PATIENCE_SECONDS = 2;

  private final Rig rig;
  private final Protocol protocol;
  private final RunFolder folder;
  private final JournalHeader header;
  private final Progress progress;
  private final StopSwitch stop = new StopSwitch();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> recordTrouble = new AtomicReference<>();

  Session(Rig rig, Protocol protocol, RunFolder folder, JournalHeader header, Progress progress) {
    this.rig = rig;
    this.protocol = protocol;
    this.folder = folder;
    this.header = header;
    this.progress = progress;
  }

  /** Runs the row and returns the exit code. */
  int run() throws IOException, DeviceException {
    Thread onSignal = new Thread(this::interrupted, "signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      Ending ending = recorded();
      progress.end(ending);
      return ending.last().phase() instanceof Phase.RowDone ? ExitCode.DONE : ExitCode.INCOMPLETE;
    } finally {
      finished.countDown();
      forget(onSignal);
    }
  }

  private Ending recorded() throws IOException, DeviceException {
    RowTally tally = new RowTally(protocol.plan());
    OnFull onFull = rig.simulated() ? OnFull.WAIT : OnFull.DROP;
    try (JournalWriter journal = new JournalWriter(folder.journal(), header)) {
      Tick last;
      boolean off;
      QueuedListener recorder =
          new QueuedListener(
              "journal",
              WAITING_TICKS,
              onFull,
              tick -> {
                journal.accept(tick);
                tally.accept(tick);
              },
              this::recordLost);
      QueuedListener shown =
          new QueuedListener("progress", WAITING_TICKS, onFull, progress, _ -> {});
      try (recorder;
          shown) {
        ControlLoop loop =
            new ControlLoop(
                rig,
                new ControlCore(protocol),
                protocol.tickNanos(),
                stop,
                List.of(recorder, shown));
        last = loop.run();
        off = loop.confirmedOff();
      }
      Throwable trouble = recordTrouble.get();
      if (trouble == null) {
        journal.end(JournalWriter.endOf(last), tally);
      }
      return new Ending(last, off, tally.results(), folder.journal(), trouble);
    }
  }

  private void recordLost(@Nullable Throwable trouble) {
    recordTrouble.compareAndSet(
        null,
        switch (trouble) {
          case null -> new IOException("the disk is too slow for it");
          case UncheckedIOException disk -> disk.getCause();
          default -> trouble;
        });
    stop.press(StopSource.RECORD);
  }

  /** On Ctrl-C or SIGTERM: RF off first, then the record, then exit 1. */
  private void interrupted() {
    stop.press(StopSource.TERMINAL);
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        rig.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (DeviceException e) {
      System.err.println("RF may still be on: " + e.device() + ": " + e.getMessage());
    } finally {
      Runtime.getRuntime().halt(ExitCode.INCOMPLETE);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook itself is running, and ends the process.
    }
  }
}
