package lissauer.controller.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * An MQTT broker on loopback that forgets everything when it ends: for a first look, without
 * installing anything. Labs use one of their own.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /**
   * Where it is found unless somebody else is there; not 1883, where a broker of the lab may be.
   */
  public static final int USUAL_PORT = 11883;

  private static final String LOOPBACK = "127.0.0.1";

  private final int port;
  private EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private boolean closed;

  /** A broker that has not been started, with a port that is free now. */
  public EmbeddedBroker() throws IOException {
    port = free();
  }

  /** Where it will listen. */
  public int port() {
    return port;
  }

  /**
   * Starts it; takes about a second.
   *
   * @throws IOException if it cannot, as when the port was taken meanwhile
   */
  public synchronized void start() throws IOException {
    if (closed) {
      return;
    }
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false);
    configuration.setJournalType(JournalType.NIO); // does not look for a native library
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.setMessageCounterEnabled(false);
    configuration.setMaxDiskUsage(-1);
    Path nowhere = Path.of(System.getProperty("java.io.tmpdir"), "lissauer-broker");
    configuration.setPagingDirectory(nowhere.toString());
    server = new EmbeddedActiveMQ();
    server.setConfiguration(configuration);
    try {
      configuration.addAcceptorConfiguration(
          "mqtt",
          "tcp://"
              + LOOPBACK
              + ":"
              + port
              + "?protocols=MQTT&useEpoll=false&useKQueue=false&remotingThreads=2");
      server.start();
    } catch (Exception e) {
      throw new IOException("the embedded broker does not start: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the embedded broker does not stop: " + e.getMessage(), e);
    }
  }

  private static int free() throws IOException {
    try (ServerSocket usual = new ServerSocket()) {
      usual.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), USUAL_PORT));
      return USUAL_PORT;
    } catch (IOException taken) {
      try (ServerSocket any = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
        return any.getLocalPort();
      }
    }
  }
}
