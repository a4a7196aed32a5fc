package lissauer.controller.telemetry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's mosquitto as a process that can be killed, frozen and started again. */
final class Mosquitto implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
  final int port;
  private final Path folder;
  private Process process;

  /**
   * Starts one.
   *
   * @param lines more of its configuration
   */
  Mosquitto(Path folder, String... lines) throws IOException {
    assumeTrue(Files.isExecutable(PROGRAM), "mosquitto is not installed: apt install mosquitto");
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    List<String> configuration = new ArrayList<>();
    configuration.add("listener " + port + " 127.0.0.1");
    configuration.add("user root");
    configuration.add("persistence true");
    configuration.add("persistence_location " + folder + "/");
    configuration.add("autosave_interval 1");
    configuration.add("autosave_on_changes true");
    configuration.add("max_queued_messages 100000");
    configuration.addAll(lines.length == 0 ? List.of("allow_anonymous true") : List.of(lines));
    Files.write(folder.resolve("mosquitto.conf"), configuration);
    start();
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(PROGRAM.toString(), "-c", folder.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("mosquitto.log").toFile()))
            .start();
    TelemetryFixture.until("mosquitto listens", this::listens);
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("mosquitto.log"));
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Writes down at once what a client of this name has waiting. */
  void store(String client) throws IOException, InterruptedException {
    signal("USR1");
    Path stored = folder.resolve("mosquitto.db");
    TelemetryFixture.until(
        client + " is stored",
        () -> {
          try {
            return Files.exists(stored)
                && Files.readString(stored, StandardCharsets.ISO_8859_1).contains(client);
          } catch (IOException e) {
            return false; // It is being written.
          }
        });
  }

  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
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
    try {
      thaw();
      kill();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
