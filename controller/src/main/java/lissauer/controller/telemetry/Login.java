package lissauer.controller.telemetry;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What we show to a broker, and what it must show to us. Prints nothing of it.
 *
 * @param user empty without one
 * @param tls null where nothing is encrypted
 */
public record Login(String user, String password, @Nullable SSLSocketFactory tls) {
  /** For a broker that lets everybody in. */
  public static final Login NONE = new Login("", "", null);

  @Override
  public String toString() {
    return "Login[secret]";
  }
}
