package lissauer.simulator.device;

import java.io.IOException;

/** Puts an emulated device on a pseudo-terminal. */
final class PtyServer implements EmulatedDevice {
  private static final int WAIT_MILLIS = 100;

  private final String name;
  private final Pty pty;
  private final EmulatedBench bench;
  private final WireDevice device;

  private PtyServer(String name, Pty pty, EmulatedBench bench, WireDevice device) {
    this.name = name;
    this.pty = pty;
    this.bench = bench;
    this.device = device;
  }

  /** Starts a thread that listens on a new port. */
  static PtyServer start(String name, EmulatedBench bench, WireDevice device) throws IOException {
    PtyServer server = new PtyServer(name, Pty.open(), bench, device);
    device.sendTo(server::send);
    Thread.ofPlatform().daemon().name(name).start(server::listen);
    return server;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String endpoint() {
    return pty.path();
  }

  @Override
  public void close() {
    pty.close();
  }

  private void listen() {
    byte[] bytes = new byte[512];
    try {
      for (int count = 0; count >= 0; count = pty.read(bytes, WAIT_MILLIS)) {
        int arrived = count;
        if (arrived > 0) {
          bench.live().act(_ -> device.receive(bytes, arrived));
        }
      }
    } catch (IOException gone) {
      pty.close();
    }
  }

  private void send(byte[] frame) {
    try {
      pty.write(frame, frame.length);
    } catch (IOException gone) {
      pty.close();
    }
  }
}
