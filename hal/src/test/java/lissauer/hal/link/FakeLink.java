package lissauer.hal.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A wire whose other end answers at once, or not at all, with what a test makes of it. */
public final class FakeLink implements Link {
  public final List<String> sent = new ArrayList<>();
  private final UnaryOperator<byte[]> device;
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private boolean gone;

  /**
   * @param device what comes back for what was written
   */
  public FakeLink(UnaryOperator<byte[]> device) {
    this.device = device;
  }

  public void arrive(byte[] bytes) {
    arrived.writeBytes(bytes);
  }

  public void arrive(String text) {
    arrive(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public void vanish() {
    gone = true;
  }

  @Override
  public int read(byte[] into) throws IOException {
    check();
    byte[] all = arrived.toByteArray();
    int count = Math.min(all.length, into.length);
    System.arraycopy(all, 0, into, 0, count);
    arrived.reset();
    arrived.write(all, count, all.length - count);
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    check();
    sent.add(new String(bytes, StandardCharsets.ISO_8859_1));
    arrived.writeBytes(device.apply(bytes));
  }

  @Override
  public void close() {
    gone = true;
  }

  private void check() throws IOException {
    if (gone) {
      throw new IOException("the port is gone");
    }
  }
}
