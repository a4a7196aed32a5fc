package lissauer.hal.link;

import java.io.IOException;

/**
 * A wire to one device. Neither reading nor writing waits: who asks keeps its own deadline, so that
 * a silent device costs a tick nothing.
 */
public interface Link extends AutoCloseable {
  /**
   * Takes what has arrived.
   *
   * @return how many bytes, 0 when there are none
   * @throws IOException if the other end is gone
   */
  int read(byte[] into) throws IOException;

  /**
   * Hands bytes over for sending.
   *
   * @throws IOException if the other end is gone, or has let so much pile up that no more fits
   */
  void write(byte[] bytes) throws IOException;

  /** Lets go of the port; more than once does no harm. */
  @Override
  void close();
}
