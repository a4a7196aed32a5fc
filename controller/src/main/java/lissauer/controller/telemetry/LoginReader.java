package lissauer.controller.telemetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Reads who we are to a broker. Secrets come from the environment or from a file that nobody else
 * can read; a rig file that holds one is refused, since rig files are copied, hashed and recorded.
 */
final class LoginReader {
  private static final String PASSWORD_VARIABLE = "LISSAUER_MQTT_PASSWORD";
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

  private LoginReader() {}

  static Login read(
      Settings section, BrokerAddress broker, UnaryOperator<@Nullable String> environment) {
    String user = section.text("user", "");
    if (section.has("password")) {
      section.problem(
          "password",
          "must not stand in a rig file; export "
              + PASSWORD_VARIABLE
              + ", or name a file that only you can read: password_file");
    }
    String password = user.isEmpty() ? "" : password(section, environment);
    if (!user.isEmpty() && !broker.tls() && !broker.loopback()) {
      section.problem("user", "would send its password where others can read it; use mqtts://");
    }
    return new Login(user, password, broker.tls() ? tls(section) : none(section));
  }

  private static String password(Settings section, UnaryOperator<@Nullable String> environment) {
    if (section.has("password_file")) {
      String text = secret(section, "password_file");
      String password = text == null ? "" : text.lines().findFirst().orElse("").strip();
      if (text != null && password.isEmpty()) {
        section.problem("password_file", "has no password in its first line");
      }
      return password;
    }
    String variable = section.text("password_variable", PASSWORD_VARIABLE);
    String password = environment.apply(variable);
    if (password == null || password.isEmpty()) {
      section.problem("user", "needs a password: export " + variable + ", or name a password_file");
      return "";
    }
    return password;
  }

  /** Asks for the keys of TLS all the same, so that they are not called unknown. */
  private static @Nullable SSLSocketFactory none(Settings section) {
    for (String key : new String[] {"ca_file", "certificate_file", "key_file"}) {
      if (section.has(key)) {
        section.problem(key, "is for mqtts:// only");
      }
    }
    return null;
  }

  private static @Nullable SSLSocketFactory tls(Settings section) {
    boolean certificate = section.has("certificate_file");
    boolean key = section.has("key_file");
    if (certificate != key) {
      section.problem(
          certificate ? "certificate_file" : "key_file",
          "needs " + (certificate ? "key_file" : "certificate_file") + " beside it");
      return null;
    }
    String authorities = section.has("ca_file") ? plain(section, "ca_file") : "";
    String chain = certificate ? plain(section, "certificate_file") : "";
    String privateKey = key ? secret(section, "key_file") : "";
    if (!section.sound() || authorities == null || chain == null || privateKey == null) {
      return null;
    }
    try {
      return Tls.sockets(authorities, chain, privateKey);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      section.problem(
          key ? "key_file" : section.has("ca_file") ? "ca_file" : "broker",
          "cannot be used for TLS: " + e.getMessage());
      return null;
    }
  }

  /** The text of a file that nobody else can read; null when that was complained of. */
  private static @Nullable String secret(Settings section, String key) {
    Path path = Path.of(section.text(key));
    try {
      Set<PosixFilePermission> granted = EnumSet.copyOf(Files.getPosixFilePermissions(path));
      granted.retainAll(OTHERS);
      if (!granted.isEmpty() && !Files.isDirectory(path)) {
        section.problem(key, path + " can be read by others; chmod 600 " + path);
        return null;
      }
    } catch (IOException | UnsupportedOperationException e) {
      // A file that is not there is complained of below; a system without these rights has others.
    }
    return plain(section, key);
  }

  private static @Nullable String plain(Settings section, String key) {
    Path path = Path.of(section.text(key));
    if (Files.isDirectory(path)) {
      section.problem(key, path + " is a folder; expected a file");
      return null;
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      section.problem(key, path + " cannot be read: " + e);
      return null;
    }
  }
}
