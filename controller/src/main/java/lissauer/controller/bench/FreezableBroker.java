package lissauer.controller.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * mosquitto in a process of its own, which can be made to stand still in the middle of anything.
 */
final class FreezableBroker implements AutoCloseable {
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("/usr/sbin/mosquitto"),
          Path.of("/usr/local/sbin/mosquitto"),
          Path.of("/opt/homebrew/sbin/mosquitto"));
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Process process;
  private final int port;

  private FreezableBroker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one on a free port of this computer.
   *
   * @throws IOException if it is not installed or does not listen
   */
  static FreezableBroker start() throws IOException, InterruptedException {
    Path program =
        PROGRAMS.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () -> new IOException("needs the broker mosquitto: apt-get install mosquitto"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(program.toString(), "-p", String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    FreezableBroker broker = new FreezableBroker(process, port);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!broker.listens()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        broker.close();
        throw new IOException(program + " does not listen at port " + port);
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return broker;
  }

  int port() {
    return port;
  }

  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String pid = String.valueOf(process.pid());
    if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
      throw new IOException("cannot send " + name + " to process " + pid);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
