package lissauer.controller.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lissauer.controller.commission.Walk;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;

/**
 * Ctrl-C and SIGTERM while a bench is walked through with RF off: the walk ends within a tick and
 * lets the relay fall open; one that does not is gone past.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;
  private static final long RECORD_SECONDS = 10;

  private final Walk walk;
  private final Rig rig;
  private final CountDownLatch left = new CountDownLatch(1);
  private final CountDownLatch recorded = new CountDownLatch(1);
  private final Thread onSignal = new Thread(this::interrupted, "signal");

  Interruption(Walk walk, Rig rig) {
    this.walk = walk;
    this.rig = rig;
    Runtime.getRuntime().addShutdownHook(onSignal);
  }

  private void interrupted() {
    walk.end("a signal");
    try {
      if (left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        boolean _ = recorded.await(RECORD_SECONDS, TimeUnit.SECONDS);
      } else {
        rig.relay().drive(false);
        rig.generator().close();
      }
    } catch (DeviceException e) {
      System.err.println("RF may still be on: " + e.device() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(ExitCode.INCOMPLETE);
    }
  }

  /** The record is written: a process that was signalled may end. */
  void recorded() {
    recorded.countDown();
  }

  /** The walk is over; a signal is somebody else's from now on, unless it came before. */
  @Override
  public void close() {
    left.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException shuttingDown) {
      // The hook itself is running, and waits for the record.
    }
  }
}
