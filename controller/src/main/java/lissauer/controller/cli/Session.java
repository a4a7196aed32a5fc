package lissauer.controller.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import lissauer.controller.loop.Acknowledgement;
import lissauer.controller.loop.ControlCore;
import lissauer.controller.loop.ControlLoop;
import lissauer.controller.loop.Protocol;
import lissauer.controller.loop.QueuedListener;
import lissauer.controller.loop.QueuedListener.OnFull;
import lissauer.controller.loop.Rehearsal;
import lissauer.controller.loop.StopSwitch;
import lissauer.controller.loop.Tick;
import lissauer.controller.loop.Watchdog;
import lissauer.controller.record.JournalHeader;
import lissauer.controller.record.JournalWriter;
import lissauer.controller.record.RowTally;
import lissauer.controller.record.Verification;
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

  /** Ticks that may wait for the outbox: a minute at 50 Hz. */
  private static final int TELLING_TICKS = 3000;

  /** How long a signalled process waits for its loop before it switches RF off over its head. */
  private static final long PATIENCE_SECONDS = 5; // a lease ends after 0.25

  /** How long a signalled process may then take for its report. */
  private static final long REPORT_SECONDS = 30;

  private static final Duration LAST_RESORT = Duration.ofMillis(500);

  private final Rig rig;
  private final Protocol protocol;
  private final RunFolder folder;
  private final JournalHeader header;
  private final Progress progress;
  private final QueuedListener shown;
  private final StopSwitch stop = new StopSwitch();
  private final Acknowledgement acknowledgement;
  private final Optional<RigLatch> latch;
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Optional<ReportFile> report;
  private final Optional<Broadcast> broadcast;
  private final AtomicReference<@Nullable Throwable> recordTrouble = new AtomicReference<>();

  /**
   * A session.
   *
   * @param report writes the report once the rig is let go
   * @param latch of a rig that outlives this process
   * @param broadcast tells others, and may ask for a stop
   */
  Session(
      Rig rig,
      Protocol protocol,
      RunFolder folder,
      JournalHeader header,
      Progress progress,
      Optional<ReportFile> report,
      Acknowledgement acknowledgement,
      Optional<RigLatch> latch,
      Function<StopSwitch, Optional<Broadcast>> broadcast) {
    this.acknowledgement = acknowledgement;
    this.latch = latch;
    this.report = report;
    this.broadcast = broadcast.apply(stop);
    this.rig = rig;
    this.protocol = protocol;
    this.folder = folder;
    this.header = header;
    this.progress = progress;
    this.shown = new QueuedListener("progress", WAITING_TICKS, onFull(), this::show, _ -> {});
  }

  /** Runs the row, closes the rig, and returns the exit code. */
  int run() throws IOException, DeviceException {
    Thread onSignal = new Thread(this::interrupted, "signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    broadcast.ifPresent(told -> told.announce(progress));
    try {
      Ending ending;
      if (latch.isPresent()) {
        latch.get().running(folder.name());
      }
      try (rig) {
        ending = recorded();
      }
      if (latch.isPresent()) {
        latch.get().ended(folder.name(), ending.trip());
      }
      released.countDown();
      shown.close();
      progress.end(ending);
      report.ifPresent(this::write);
      broadcast.ifPresent(told -> told.end(ending, progress));
      return ending.whole(protocol.plan()) ? ExitCode.DONE : ExitCode.INCOMPLETE;
    } finally {
      released.countDown();
      finished.countDown();
      forget(onSignal);
    }
  }

  private void show(Tick tick) {
    broadcast.ifPresent(told -> told.announce(progress));
    progress.accept(tick);
    broadcast.ifPresent(told -> told.tellTrouble(progress));
  }

  /** The row is over and recorded: whatever happens here changes nothing about it. */
  private void write(ReportFile file) {
    Path page = ReportFile.beside(folder.journal());
    try {
      file.write(folder.journal(), page);
      progress.reported(page, null);
    } catch (IOException | RuntimeException e) {
      progress.reported(page, String.valueOf(e.getMessage()));
    }
  }

  private Ending recorded() throws IOException, DeviceException {
    if (!rig.clock().standsStill()) {
      Rehearsal.of(protocol);
    }
    RowTally tally = new RowTally(protocol.plan());
    Ending ending;
    try (JournalWriter journal = new JournalWriter(folder.journal(), header);
        Watchdog watchdog =
            new Watchdog(rig, protocol.tickNanos(), protocol.limits().tickGapSeconds())) {
      ControlLoop loop;
      Tick last;
      try (QueuedListener recorder = recorder(journal, tally);
          QueuedListener teller = teller()) {
        loop =
            new ControlLoop(
                rig,
                new ControlCore(protocol),
                protocol.tickNanos(),
                stop,
                acknowledgement,
                List.of(watchdog, recorder, shown, teller));
        last = loop.run();
      }
      close(journal, last, tally);
      ending =
          new Ending(
              loop.openedNanos(),
              last,
              loop.confirmedOff(),
              tally.results(),
              folder.journal(),
              journal.head(),
              recordTrouble.get());
    }
    return recordTrouble.get() == null ? ending : ending.with(headOnDisk());
  }

  /** Of a record that lost something: what was hashed last is not what stands on the disk. */
  private String headOnDisk() {
    try {
      return Verification.of(folder.journal()).head();
    } catch (IOException e) {
      return "";
    }
  }

  private QueuedListener recorder(JournalWriter journal, RowTally tally) {
    return new QueuedListener(
        "journal",
        WAITING_TICKS,
        onFull(),
        tick -> {
          journal.accept(tick);
          tally.accept(tick);
        },
        this::recordLost);
  }

  /** What it loses is counted and told by itself; nothing that it does ends a row. */
  private QueuedListener teller() {
    Consumer<Tick> told = broadcast.<Consumer<Tick>>map(b -> b).orElse(_ -> {});
    return new QueuedListener("telemetry", TELLING_TICKS, onFull(), told, _ -> {});
  }

  /** A record that has lost something gets no end: it reads as interrupted. */
  private void close(JournalWriter journal, Tick last, RowTally tally) {
    if (recordTrouble.get() != null) {
      return;
    }
    try {
      journal.end(JournalWriter.endOf(last), tally);
    } catch (IOException e) {
      recordLost(e);
    }
  }

  private OnFull onFull() {
    return rig.clock().standsStill() ? OnFull.WAIT : OnFull.DROP;
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

  /**
   * On Ctrl-C or SIGTERM: RF off by the loop, then the record, then exit 1. A loop that does not
   * come back is gone past: relay and generator are switched off from here, each on a thread of its
   * own, so that one that hangs cannot keep the other.
   */
  private void interrupted() {
    stop.press(StopSource.TERMINAL);
    shown.abandon();
    try {
      if (released.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        boolean _ = finished.await(REPORT_SECONDS, TimeUnit.SECONDS);
      } else {
        System.err.println("the loop does not answer: switching off without it");
        Thread relay = Thread.ofPlatform().daemon().start(this::openRelay);
        Thread generator = Thread.ofPlatform().daemon().start(rig.generator()::close);
        relay.join(LAST_RESORT);
        generator.join(LAST_RESORT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(ExitCode.INCOMPLETE);
    }
  }

  private void openRelay() {
    try {
      rig.relay().drive(false);
    } catch (DeviceException e) {
      System.err.println("RF may still be on: " + e.device() + ": " + e.getMessage());
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
