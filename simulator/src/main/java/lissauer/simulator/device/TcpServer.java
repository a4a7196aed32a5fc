package lissauer.simulator.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Puts an emulated instrument on loopback TCP. Who calls last is spoken to, as on a real one. */
final class TcpServer implements EmulatedDevice {
  private final String name;
  private final ServerSocketChannel server;
  private final EmulatedBench bench;
  private final WireDevice device;
  private volatile @Nullable SocketChannel client;

  private TcpServer(
      String name, ServerSocketChannel server, EmulatedBench bench, WireDevice device) {
    this.name = name;
    this.server = server;
    this.bench = bench;
    this.device = device;
  }

  /**
   * Starts threads that listen.
   *
   * @param port 0 for any that is free
   */
  static TcpServer start(String name, int port, EmulatedBench bench, WireDevice device)
      throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      socket.close();
      throw new IOException(name + ": port " + port + " is taken: " + e.getMessage(), e);
    }
    TcpServer server = new TcpServer(name, socket, bench, device);
    device.sendTo(server::send);
    Thread.ofPlatform().daemon().name(name).start(server::accept);
    return server;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String endpoint() {
    return "127.0.0.1:" + server.socket().getLocalPort();
  }

  @Override
  public void close() {
    hangUp();
    quietly(server);
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel caller = server.accept();
        caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
        hangUp();
        client = caller;
        Thread.ofPlatform().daemon().name(name + " client").start(() -> listen(caller));
      } catch (IOException closing) {
        return;
      }
    }
  }

  private void listen(SocketChannel caller) {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    try {
      for (int count = caller.read(bytes); count >= 0; count = caller.read(bytes)) {
        int arrived = count;
        bench.live().act(_ -> device.receive(bytes.array(), arrived));
        bytes.clear();
      }
    } catch (IOException gone) {
      // The caller has hung up, or we have.
    }
    quietly(caller);
  }

  private void send(byte[] frame) {
    SocketChannel caller = client;
    if (caller == null) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(frame);
      while (bytes.hasRemaining()) {
        caller.write(bytes);
      }
    } catch (IOException gone) {
      quietly(caller);
    }
  }

  private void hangUp() {
    SocketChannel caller = client;
    if (caller != null) {
      quietly(caller);
    }
  }

  private static void quietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception gone) {
      // It is closed either way.
    }
  }
}
