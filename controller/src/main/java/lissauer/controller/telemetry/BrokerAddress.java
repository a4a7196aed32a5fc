package lissauer.controller.telemetry;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a broker is.
 *
 * @param tls whether the connection is encrypted and the broker proves who it is
 */
public record BrokerAddress(String host, int port, boolean tls) {
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;
  private static final int LAST_PORT = 65535;

  /** An address, not a name: 127.example.org may be anywhere. */
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  /** Refuses ports that do not exist. */
  public BrokerAddress {
    if (host.isEmpty() || port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("no broker can be at " + host + ":" + port);
    }
  }

  /**
   * An address from {@code mqtt://host:port} or {@code mqtts://host:port}; the port can be left
   * out. Anything more is refused: it would be ignored, recorded, and perhaps a password.
   */
  public static Optional<BrokerAddress> parse(String text) {
    try {
      URI uri = new URI(text);
      boolean tls = "mqtts".equals(uri.getScheme());
      boolean known = tls || "mqtt".equals(uri.getScheme());
      String path = uri.getPath();
      boolean bare =
          uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && (path == null || path.isEmpty() || path.equals("/"));
      if (!known
          || !bare
          || uri.getHost() == null
          || uri.getPort() > LAST_PORT
          || uri.getPort() == 0) {
        return Optional.empty();
      }
      int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : PLAIN_PORT;
      return Optional.of(new BrokerAddress(uri.getHost(), port, tls));
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether nothing leaves this computer on the way there. */
  public boolean loopback() {
    return host.equalsIgnoreCase("localhost")
        || LOOPBACK.matcher(host).matches()
        || host.equals("[::1]");
  }

  String paho() {
    return (tls ? "ssl://" : "tcp://") + host + ":" + port;
  }

  @Override
  public String toString() {
    return (tls ? "mqtts://" : "mqtt://") + host + ":" + port;
  }
}
