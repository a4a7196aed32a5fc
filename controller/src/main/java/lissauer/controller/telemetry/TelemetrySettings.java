package lissauer.controller.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import lissauer.hal.settings.Secrets;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Which broker, and how it is spoken to: section {@code telemetry} of a rig file.
 *
 * @param named whether that section names the broker; without, one of ours is started
 * @param lab first part of the rig's own topics
 * @param sparkplug the profile: Sparkplug B instead of JSON
 * @param primaryHost Sparkplug host that must be online before anything is said; empty for none
 * @param starting starts the broker, if it is one of ours; called once, off the tick
 */
public record TelemetrySettings(
    boolean named,
    String lab,
    BrokerAddress broker,
    Login login,
    boolean sparkplug,
    String primaryHost,
    Starting starting) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}");
  private static final String DEFAULT_LAB = "bench";
  private static final BrokerAddress ANY_LOOPBACK = loopback(1883);

  /** Something that must happen before the broker can be reached. */
  @FunctionalInterface
  public interface Starting {
    /**
     * Does it.
     *
     * @throws IOException if the broker cannot be started
     */
    void run() throws IOException;
  }

  /**
   * Reads the section; what is wrong is noted at its place.
   *
   * @param environment where a password is looked for, {@code System::getenv} but for tests
   * @return nothing where there is no such section
   */
  public static Optional<TelemetrySettings> read(
      Settings rig, UnaryOperator<@Nullable String> environment) {
    return rig.has("telemetry")
        ? Optional.of(section(rig.section("telemetry"), environment))
        : Optional.empty();
  }

  private static TelemetrySettings section(
      Settings section, UnaryOperator<@Nullable String> environment) {
    BrokerAddress broker = section.has("broker") ? broker(section) : ANY_LOOPBACK;
    TelemetrySettings settings =
        new TelemetrySettings(
            section.has("broker"),
            name(section, "lab", DEFAULT_LAB),
            broker,
            LoginReader.read(section, broker, environment),
            section.has("profile")
                && section.choice("profile", List.of("json", "sparkplug")).equals("sparkplug"),
            section.has("primary_host") ? name(section, "primary_host", "") : "",
            () -> {});
    section.done();
    return settings;
  }

  private static BrokerAddress broker(Settings section) {
    String url = section.text("broker");
    String shown = Secrets.masked(url);
    BrokerAddress broker =
        BrokerAddress.parse(url)
            .orElseGet(() -> {
              if (!url.isEmpty()) {
                section.problem(
                    "broker",
                    "\""
                        + shown
                        + "\" is no broker; expected mqtt://HOST:PORT on this computer or"
                        + " mqtts://HOST:PORT (TLS), with no user, password or anything else in"
                        + " it");
              }
              return ANY_LOOPBACK;
            });
    String withoutTls =
        section.has("without_tls")
            ? section.choice("without_tls", List.of("refused", "allowed"))
            : "refused";
    if (!broker.tls() && !broker.loopback() && !withoutTls.equals("allowed")) {
      section.problem(
          "broker",
          "\""
              + shown
              + "\" is another computer and not encrypted; use mqtts://, or write"
              + " \"without_tls: allowed\" into section telemetry of the rig file");
    }
    return broker;
  }

  /** A broker on this computer that everybody may use, which {@code starting} starts. */
  public static TelemetrySettings loopback(int port, Starting starting) {
    return new TelemetrySettings(
        false, DEFAULT_LAB, loopback(port), Login.NONE, false, "", starting);
  }

  private static BrokerAddress loopback(int port) {
    return new BrokerAddress("127.0.0.1", port, false);
  }

  /** The same at such a broker. */
  public TelemetrySettings on(int port, Starting starting) {
    return new TelemetrySettings(
        false, lab, loopback(port), Login.NONE, sparkplug, primaryHost, starting);
  }

  /** A broker that lets everybody in, and has a certificate that Java trusts if it has one. */
  public static TelemetrySettings open(BrokerAddress broker) {
    try {
      Login login = broker.tls() ? new Login("", "", Tls.sockets("", "", "")) : Login.NONE;
      return new TelemetrySettings(true, DEFAULT_LAB, broker, login, false, "", () -> {});
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /** Whether what is sent can be read on its way. */
  public boolean readableByOthers() {
    return !broker.tls() && !broker.loopback();
  }

  Profile profile(Identity who, Inbox inbox, Supplier<Counts> counts, Path folder) {
    return sparkplug
        ? new SparkplugProfile(who, inbox, primaryHost, new BirthNumber(folder))
        : new JsonProfile(who, inbox, counts);
  }

  /** Reaches the broker under the rig's name, which it holds alone. */
  Courier.Reach reach(Identity who) {
    return new Courier.Reach() {
      private boolean started;

      @Override
      public MqttLink open(Outgoing will, MqttLink.Receiver receiver, Semaphore wake)
          throws LinkException {
        if (!started) {
          start();
          started = true;
        }
        return MqttLink.open(broker, login, client(who), will, receiver, wake);
      }
    };
  }

  /** What no other rig is called: no name holds a colon, and every known broker takes one. */
  static String client(Identity who) {
    return "lissauer:" + who.lab() + ":" + who.rig();
  }

  private void start() throws LinkException {
    try {
      starting.run();
    } catch (IOException e) {
      throw new LinkException("the broker could not be started: " + e.getMessage(), e);
    }
  }

  private static String name(Settings section, String key, String otherwise) {
    String name = section.text(key, otherwise);
    if (section.isText(key) && !NAME.matcher(name).matches()) {
      section.problem(
          key,
          "\""
              + name
              + "\" is no name; allowed are 1 to 64 of letters, digits, _ - and, but for the first, .");
    }
    return name;
  }
}
