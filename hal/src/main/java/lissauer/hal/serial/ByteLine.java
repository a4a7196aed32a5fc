package lissauer.hal.serial;

import java.io.IOException;

/**
 * A line that carries bytes both ways and may vanish at any time. The port of every driver's wire,
 * so that a driver can be tested without one.
 */
public interface ByteLine extends AutoCloseable {
  /**
   * Hands bytes to the line and returns at once.
   *
   * @throws IOException if the line is gone, or does not take bytes
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Waits for bytes and takes those that are there.
   *
   * @param offset where in {@code into} the first one goes
   * @param count most that are taken, at least 1
   * @param dueNanos {@link System#nanoTime} at which waiting ends; with a time that has passed it
   *     takes what is there
   * @return how many were taken, 0 when none came in time
   * @throws IOException if the line is gone
   */
  int read(byte[] into, int offset, int count, long dueNanos) throws IOException;

  /** Whether bytes could still pass; false for good once the line has vanished. */
  boolean alive();

  /** Gives the port back; may be called more than once, and from any thread. */
  @Override
  void close();
}
