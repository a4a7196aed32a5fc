package lissauer.hal.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A TCP connection to an instrument, as its "raw socket" service offers it. */
public final class TcpLink implements Link {
  private final SocketChannel channel;
  private final String where;

  /**
   * Connects.
   *
   * @param withinMillis longest wait for the instrument to answer the call
   * @throws IOException if nobody answers there in time
   */
  public TcpLink(String host, int port, int withinMillis) throws IOException {
    where = host + ":" + port;
    channel = SocketChannel.open();
    try {
      channel.socket().connect(new InetSocketAddress(host, port), withinMillis);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
    } catch (IOException e) {
      channel.close();
      throw new IOException(where + " does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public int read(byte[] into) throws IOException {
    int count = channel.read(ByteBuffer.wrap(into));
    if (count < 0) {
      throw new IOException(where + " has closed the connection");
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (channel.write(ByteBuffer.wrap(bytes)) != bytes.length) {
      throw new IOException(where + " takes nothing more: it has stopped reading");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      // Nothing is left to let go of.
    }
  }
}
