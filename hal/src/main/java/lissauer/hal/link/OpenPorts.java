package lissauer.hal.link;

import com.fazecast.jSerialComm.SerialPort;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps serial ports usable while a process is on its way down: jSerialComm closes every port the
 * moment a signal arrives, and the command that switches RF off and lets the relay go would find
 * none. It waits for hooks of its own, though, and this is one: it ends when all ports have been
 * given back.
 */
final class OpenPorts {
  /** Longer than a loop is waited for, shorter than what kills a process that does not end. */
  private static final long PATIENCE_SECONDS = 8;

  /** One party for each open port, and one that never arrives before the end. */
  private static final Phaser OPEN = new Phaser(1);

  static {
    SerialPort.addShutdownHook(new Thread(OpenPorts::await, "serial ports"));
  }

  private OpenPorts() {}

  static void opened() {
    OPEN.register();
  }

  static void closed() {
    OPEN.arriveAndDeregister();
  }

  private static void await() {
    try {
      OPEN.awaitAdvanceInterruptibly(OPEN.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      System.err.println("lissauer: a serial port was not given back; closing it");
    }
  }
}
