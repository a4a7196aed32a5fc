package lissauer.hal.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lissauer.hal.DeviceException;
import org.jspecify.annotations.Nullable;

/** A link whose device speaks in lines of text. */
public final class Lines implements AutoCloseable {
  private static final int LONGEST = 1024;

  /** A device that never stops talking does not hold the tick up. */
  private static final int MOST_READS = 16;

  private final String device;
  private final Link link;
  private final BadFrames bad = new BadFrames();
  private final LineSplitter splitter = new LineSplitter(LONGEST, bad);
  private final byte[] buffer = new byte[4096];

  /**
   * Speaks over a link, and closes it in the end.
   *
   * @param device the port as a person calls it, for what goes wrong
   */
  public Lines(String device, Link link) {
    this.device = device;
    this.link = link;
  }

  /** Sends one line; its end is added. */
  public void send(String line) throws DeviceException {
    send((line + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends bytes as they are. */
  public void send(byte[] bytes) throws DeviceException {
    try {
      link.write(bytes);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** The next line that has arrived; null when none has. Never waits. */
  public @Nullable String next() throws DeviceException {
    try {
      for (int reads = 0; reads < MOST_READS; reads++) {
        String line = splitter.next();
        if (line != null) {
          return line;
        }
        int count = link.read(buffer);
        if (count == 0) {
          return null;
        }
        splitter.accept(buffer, count);
      }
      return splitter.next();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** What arrived and could not be used. */
  public BadFrames bad() {
    return bad;
  }

  /** The port as a person calls it. */
  public String device() {
    return device;
  }

  @Override
  public void close() {
    link.close();
  }

  private DeviceException lost(IOException e) {
    return new DeviceException(device, String.valueOf(e.getMessage()), e);
  }
}
