package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lissauer.controller.config.ConfigFolder;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brokers that want to know who we are, and that we want to know, on Debian's mosquitto. */
class BrokerSecurityTest {
  @TempDir private Path folder;
  @TempDir private Path outbox;

  @Test
  void aBrokerWithTlsAndPasswordIsReachedAndToldTheRow() throws Exception {
    try (Mosquitto broker = tls("password_file " + passwords())) {
      assertThat(delivered(withPassword(broker, "localhost", "right"))).isPositive();
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNothingIsLost() throws Exception {
    try (Mosquitto broker = tls("password_file " + passwords())) {
      Telemetry telemetry = told(withPassword(broker, "localhost", "wrong"));
      until("a refusal", () -> telemetry.counts().trouble().contains("ot authorized"));
      telemetry.close();
      assertThat(telemetry.counts().delivered()).isZero();
      assertThat(telemetry.counts().waiting()).isPositive();
    }
  }

  @Test
  void aBrokerThatAnotherAuthorityVouchesForIsNotTold() throws Exception {
    try (Mosquitto broker = tls("allow_anonymous true")) {
      Path other = Files.createDirectory(folder.resolve("other"));
      Certificates.authority(other);
      Map<String, String> settings = at(broker, "localhost");
      settings.put("telemetry.ca_file", other.resolve("ca.pem").toString());
      refuses(settings, "PKIX path");
    }
  }

  @Test
  void aBrokerWhoseCertificateIsForAnotherNameIsNotTold() throws Exception {
    try (Mosquitto broker = tls("allow_anonymous true")) {
      refuses(at(broker, "127.0.0.1"), "No subject alternative names matching");
    }
  }

  @Test
  void aClientCertificateOpensABrokerThatWantsOne() throws Exception {
    try (Mosquitto broker = tls("allow_anonymous true", "require_certificate true")) {
      refuses(at(broker, "localhost"), "");
      Map<String, String> settings = at(broker, "localhost");
      settings.put("telemetry.certificate_file", folder.resolve("rig.pem").toString());
      settings.put("telemetry.key_file", folder.resolve("rig.key").toString());
      assertThat(delivered(settings)).isPositive();
    }
  }

  @Test
  void theSampleAccessListLetsARigTellItsOwnAndNobodyElseCommandIt() throws Exception {
    Path list = TelemetryFixture.DOCS.resolve("lab/mosquitto.acl").toAbsolutePath();
    try (Mosquitto broker =
            new Mosquitto(
                folder,
                "allow_anonymous true",
                "acl_file " + list,
                "password_file " + passwords());
        Telemetry rig = told(withPassword(plain(broker), "right"))) {
      until("everything is out", () -> rig.counts().waiting() == 0);
      seen(withPassword(plain(broker), "seen", "viewer"), "bench/rig");
      seen(withPassword(plain(broker), "right"), "+/+");
      try (Listener nobody = new Listener(broker.port, "lissauer/#")) {
        nobody.say("lissauer/v1/bench/rig/cmd/stop", new byte[0], false);
        nobody.say("lissauer/v1/bench/rig/state", new byte[0], true);
        assertThat(nobody.heard).isEmpty();
      }
      Certificates.run(
          "mosquitto_pub",
          "-h",
          "127.0.0.1",
          "-p",
          String.valueOf(broker.port),
          "-q",
          "1",
          "-n",
          "-u",
          "operator",
          "-P",
          "may",
          "-t",
          "lissauer/v1/bench/rig/cmd/stop");
      until("the stop of one who may", () -> stops.get() > 0);
      assertThat(stops.get()).isEqualTo(1);
      assertThat(rig.counts().refusedCommands()).isZero();
    }
  }

  /** By a viewer who looks at one rig, and by a rig that looks at whatever it may. */
  private void seen(Map<String, String> by, String rigs) throws Exception {
    try (Watcher watcher = new Watcher(read(by), rigs)) {
      until("the row is seen", () -> !watcher.picture().isEmpty());
    }
  }

  @Test
  void theSampleConfigurationLetsInARigThatGivesItsPasswordAndNobodyElse() throws Exception {
    passwords();
    try (Mosquitto broker = tls(sampleConfiguration())) {
      assertThat(delivered(withPassword(broker, "localhost", "right"))).isPositive();
      refuses(at(broker, "localhost"), "ot authorized");
    }
  }

  /** All but the port, and where the broker keeps what it keeps; its paths lead into the folder. */
  private String[] sampleConfiguration() throws IOException {
    Files.copy(TelemetryFixture.DOCS.resolve("lab/mosquitto.acl"), folder.resolve("mosquitto.acl"));
    try (Stream<String> lines = Files.lines(TelemetryFixture.DOCS.resolve("lab/mosquitto.conf"))) {
      return lines
          .filter(
              line -> !line.matches("(#|listener|persistence|autosave|cafile|certfile|keyfile).*|"))
          .map(line -> line.replaceFirst("_file ", "_file " + folder + "/"))
          .toArray(String[]::new);
    }
  }

  @Test
  void aRigThatSaysGoodbyeIsOfflineAndNotLost() throws Exception {
    try (Mosquitto broker = new Mosquitto(folder);
        Listener listener = new Listener(broker.port, "lissauer/v1/+/+/status")) {
      assertThat(delivered(plain(broker))).isPositive();
      listener.say("lissauer/v1/x/x/status", new byte[0], false);
      until("what came after it", () -> listener.heard.size() >= 3);
      assertThat(listener.heard.get(1).json().get("status").stringValue()).isEqualTo("offline");
      assertThat(listener.heard.get(2).topic()).isEqualTo("lissauer/v1/x/x/status");
    }
  }

  @Test
  void theLastWillTellsOfARigThatDied() throws Exception {
    try (Mosquitto broker = new Mosquitto(folder);
        Listener listener = new Listener(broker.port, "lissauer/v1/+/+/status")) {
      Identity who = TelemetryFixture.identity("rig");
      JsonProfile profile = new JsonProfile(who, null, () -> null);
      TelemetrySettings settings = TelemetryFixture.at(broker.port);
      MqttLink link =
          settings
              .reach(who)
              .open(profile.will(), profile::received, new java.util.concurrent.Semaphore(0));
      link.abandon();
      until("the will", () -> !listener.heard.isEmpty());
      assertThat(listener.heard.getFirst().json().get("status").stringValue()).isEqualTo("lost");
      assertThat(Schemas.faults("status", listener.heard.getFirst().json())).isEmpty();
    }
  }

  private final AtomicInteger stops = new AtomicInteger();

  private Telemetry told(Map<String, String> settings) throws IOException {
    Telemetry telemetry =
        new Telemetry(
            new Identity(
                "bench",
                "rig",
                "b",
                "row",
                java.time.Instant.EPOCH,
                true,
                "",
                "",
                "",
                List.of(),
                TelemetryFixture.ROW.protocol),
            read(settings),
            outbox,
            new Telemetry.Controls(stops::incrementAndGet, _ -> {}));
    TelemetryFixture.tell(telemetry);
    return telemetry;
  }

  private long delivered(Map<String, String> settings) throws IOException {
    Telemetry telemetry = told(settings);
    until("everything is out", () -> telemetry.counts().waiting() == 0);
    telemetry.close();
    return telemetry.counts().delivered();
  }

  private void refuses(Map<String, String> settings, String why) throws IOException {
    Telemetry telemetry = told(settings);
    until(
        "a refusal",
        () ->
            !telemetry.counts().trouble().isEmpty() && telemetry.counts().trouble().contains(why));
    telemetry.close();
    assertThat(telemetry.counts().delivered()).isZero();
  }

  private TelemetrySettings read(Map<String, String> settings) throws IOException {
    Problems problems = new Problems();
    Path rig = Files.writeString(folder.resolve("rig.yaml"), "kind: simulated\n");
    Optional<TelemetrySettings> read =
        TelemetrySettings.read(
            new ConfigFolder(folder)
                .open("rigs", rig.toString(), settings, new Place("test", 0, 0), problems),
            _ -> null);
    problems.throwIfAny();
    return read.orElseThrow();
  }

  private Map<String, String> at(Mosquitto broker, String host) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("telemetry.broker", "mqtts://" + host + ":" + broker.port);
    settings.put("telemetry.ca_file", folder.resolve("ca.pem").toString());
    return settings;
  }

  private static Map<String, String> plain(Mosquitto broker) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("telemetry.broker", "mqtt://127.0.0.1:" + broker.port);
    return settings;
  }

  private Map<String, String> withPassword(Mosquitto broker, String host, String password)
      throws IOException {
    return withPassword(at(broker, host), password);
  }

  private Map<String, String> withPassword(Map<String, String> settings, String password)
      throws IOException {
    return withPassword(settings, password, "bench-rig");
  }

  private Map<String, String> withPassword(
      Map<String, String> settings, String password, String user) throws IOException {
    Path file = folder.resolve("secret-" + user);
    Files.writeString(file, password + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    settings.put("telemetry.user", user);
    settings.put("telemetry.password_file", file.toString());
    return settings;
  }

  private Path passwords() throws IOException, InterruptedException {
    Path file = folder.resolve("passwords");
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mosquitto_passwd"))
            && Files.isExecutable(Path.of("/usr/bin/mosquitto_pub")),
        "mosquitto or mosquitto-clients is not installed");
    Certificates.run("mosquitto_passwd", "-b", "-c", file.toString(), "bench-rig", "right");
    Certificates.run("mosquitto_passwd", "-b", file.toString(), "viewer", "seen");
    Certificates.run("mosquitto_passwd", "-b", file.toString(), "operator", "may");
    return file;
  }

  /** A broker with a certificate for localhost. */
  private Mosquitto tls(String... lines) throws IOException, InterruptedException {
    Certificates.authority(folder);
    Certificates.signed(folder, "broker", "subjectAltName=DNS:localhost");
    Certificates.signed(folder, "rig", "extendedKeyUsage=clientAuth");
    List<String> all =
        new java.util.ArrayList<>(
            List.of(
                "cafile " + folder.resolve("ca.pem"),
                "certfile " + folder.resolve("broker.pem"),
                "keyfile " + folder.resolve("broker.key")));
    all.addAll(List.of(lines));
    return new Mosquitto(folder, all.toArray(String[]::new));
  }
}
