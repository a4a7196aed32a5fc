package lissauer.simulator.device;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A serial port that this process serves: the far end of a pseudo-terminal. A driver opens {@link
 * #path} as it would a real port; closing this end is pulling the cable.
 *
 * <p>The line carries bytes as fast as it can whatever speed the driver has set, so a device asks
 * for that speed and takes the time itself. Linux only.
 */
public final class Pty implements AutoCloseable {
  /** How long the kernel is waited for at a time; closing waits no longer. */
  private static final int SLICE_MILLIS = 20;

  /** Codes of termios for the speeds that drivers use, from {@code asm-generic/termbits.h}. */
  private static final Map<Integer, Integer> BAUD =
      Map.ofEntries(
          Map.entry(11, 2400),
          Map.entry(12, 4800),
          Map.entry(13, 9600),
          Map.entry(14, 19_200),
          Map.entry(15, 38_400),
          Map.entry(0x1001, 57_600),
          Map.entry(0x1002, 115_200),
          Map.entry(0x1003, 230_400),
          Map.entry(0x1004, 460_800),
          Map.entry(0x1007, 921_600),
          Map.entry(0x1008, 1_000_000));

  private final PtyCalls calls;
  private final int near;
  private final int far;
  private final String path;
  private final ReentrantLock open = new ReentrantLock();
  private volatile boolean closed;

  private Pty(PtyCalls calls, int near, int far, String path) {
    this.calls = calls;
    this.near = near;
    this.far = far;
    this.path = path;
  }

  /**
   * Makes a new port in raw mode.
   *
   * @throws IOException if the system has none left
   */
  public static Pty open() throws IOException {
    PtyCalls calls = PtyCalls.ofThisSystem();
    int near = calls.openNearEnd();
    String path = calls.farEndOf(near);
    // Held open all along: without it, reading fails while no driver is connected.
    int far = calls.openFarEnd(path);
    return new Pty(calls, near, far, path);
  }

  /** What a driver opens. */
  public String path() {
    return path;
  }

  /**
   * Waits for bytes and takes those that are there.
   *
   * @return how many, 0 when none came in time, -1 when this end is closed
   */
  public int read(byte[] into, int waitMillis) throws IOException {
    long due = System.nanoTime() + waitMillis * 1_000_000L;
    while (true) {
      long left = Math.max(0, due - System.nanoTime());
      int taken = readOnce(into, (int) Math.min(SLICE_MILLIS, Math.ceilDiv(left, 1_000_000L)));
      if (taken != 0 || left == 0) {
        return taken;
      }
    }
  }

  private int readOnce(byte[] into, int waitMillis) throws IOException {
    open.lock();
    try {
      return closed ? -1 : calls.read(near, into, waitMillis);
    } finally {
      open.unlock();
    }
  }

  /** Sends bytes; those that the driver leaves no room for are lost, as on a real line. */
  public void write(byte[] bytes, int count) throws IOException {
    // Not under the lock that a reader holds while it waits.
    if (!closed) {
      calls.write(near, bytes, count);
    }
  }

  /** Bits per second that the driver has set; 0 for a speed that is not a usual one. */
  public int baudHertz() throws IOException {
    open.lock();
    try {
      return closed ? 0 : BAUD.getOrDefault(calls.speedCode(far), 0);
    } finally {
      open.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    open.lock();
    try {
      calls.close(near, far);
    } finally {
      open.unlock();
    }
  }
}
