package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import lissauer.controller.config.ConfigFolder;
import lissauer.hal.settings.ConfigException;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetrySettingsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "mqtt://localhost, localhost, 1883, false",
    "mqtt://127.0.0.1:11883, 127.0.0.1, 11883, false",
    "mqtts://broker.lab, broker.lab, 8883, true",
    "mqtts://broker.lab:9/, broker.lab, 9, true"
  })
  void anAddressIsUnderstood(String url, String host, int port, boolean tls) {
    assertThat(read("  broker: " + url).broker()).isEqualTo(new BrokerAddress(host, port, tls));
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://localhost",
    "localhost",
    "mqtt://",
    "mqtt://u:p@localhost",
    "mqtt://localhost:0",
    "mqtt://localhost:99999",
    "mqtt://localhost/x",
    "mqtt://localhost?clean=true",
    "'mqtt://localhost#top'",
    "mqtt://local host"
  })
  void whatIsNoAddressIsRefusedWithWhatIsExpected(String url) {
    refuses(
        "  broker: " + url, "rig.yaml:3:11", "telemetry.broker", "is no broker; expected mqtt://");
  }

  @Test
  void anotherComputerWithoutTlsNeedsALineThatAllowsIt() {
    refuses("  broker: mqtt://broker.lab", "not encrypted", "without_tls: allowed");
    TelemetrySettings allowed = read("  broker: mqtt://broker.lab\n  without_tls: allowed");
    assertThat(allowed.readableByOthers()).isTrue();
    assertThat(read("  broker: mqtts://broker.lab").readableByOthers()).isFalse();
    assertThat(read("  broker: mqtt://localhost").readableByOthers()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LOCALHOST, true",
    "127.0.0.1, true",
    "127.255.3.4, true",
    "[::1], true",
    "127.attacker.test, false",
    "127.0.0.1.attacker.test, false",
    "localhost.attacker.test, false",
    "128.0.0.1, false",
    "[::2], false"
  })
  void onlyThisComputersOwnAddressesAndItsNameAreLoopback(String host, boolean loopback) {
    BrokerAddress address = BrokerAddress.parse("mqtt://" + host + ":1883").orElseThrow();
    assertThat(address.loopback()).isEqualTo(loopback);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mqtt://bob:s3cret@host",
        "mqtt://bob:s/3cret@host",
        "bob:s3cret@host",
        "mqtts://host?password=s3cret",
        "mqtt://localhost?password=a@s3cret",
        "mqtt://localhost#s3cret"
      })
  void aSecretInAnAddressIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> read("  broker: \"" + url + "\""))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no broker")
        .message()
        .doesNotContain("cret");
  }

  @Test
  void aPasswordInARigFileOrOnAnOpenLineIsRefused() {
    refuses("  broker: mqtt://localhost\n  password: secret", "must not stand in a rig file");
    refuses(
        "  broker: mqtt://broker.lab\n  without_tls: allowed\n  user: rig\n",
        "telemetry.user",
        "where others can read it");
  }

  @Test
  void aPasswordComesFromTheEnvironmentOrAFileThatOthersCannotRead() throws IOException {
    String user = "  broker: mqtt://localhost\n  user: rig\n";
    assertThat(read(user, Map.of("LISSAUER_MQTT_PASSWORD", "p")).login().password()).isEqualTo("p");
    assertThat(read(user + "  password_variable: MINE", Map.of("MINE", "q")).login().password())
        .isEqualTo("q");
    refuses(user, "export LISSAUER_MQTT_PASSWORD");
    Path file = Files.writeString(folder.resolve("secret"), "from file\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    refuses(user + "  password_file: " + file, "can be read by others; chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    TelemetrySettings settings = read(user + "  password_file: " + file);
    assertThat(settings.login().password()).isEqualTo("from file");
    assertThat(settings.toString()).doesNotContain("from file");
  }

  @Test
  void everyOtherMistakeIsNamedAtItsPlaceAllAtOnce() {
    refuses(
        "  broker: mqtts://broker.lab\n  lab: a/b\n  profile: sparkplag\n  key_file: x\n  usr: y",
        "\"a/b\" is no name",
        "did you mean \"sparkplug\"?",
        "needs certificate_file beside it",
        "did you mean \"user\"?");
    refuses("  broker: mqtt://localhost\n  ca_file: x", "is for mqtts:// only");
    refuses("  broker: mqtts://broker.lab\n  ca_file: /none", "cannot be read");
    refuses("  broker: mqtts://broker.lab\n  lab: ..", "lab"); // a folder above the outbox
  }

  @Test
  void withoutABrokerTheSectionCountsForTheOneThatComesAlongAndIsCheckedAllTheSame() {
    TelemetrySettings settings = read("  lab: bench-3\n  profile: sparkplug").on(99, () -> {});
    assertThat(settings.lab()).isEqualTo("bench-3");
    assertThat(settings.sparkplug()).isTrue();
    assertThat(settings.broker()).isEqualTo(new BrokerAddress("127.0.0.1", 99, false));
    assertThat(settings.named()).isFalse();
    assertThat(read("  broker: mqtt://localhost").named()).isTrue();
    refuses("  borker: mqtt://localhost", "did you mean \"broker\"?");
    refuses("  profile: sparkplag", "did you mean \"sparkplug\"?");
    refuses("  password: secret", "must not stand in a rig file");
  }

  @Test
  void aFileWithoutASecretInItIsRefused() throws IOException {
    String user = "  broker: mqtt://localhost\n  user: rig\n  password_file: ";
    Path file = Files.writeString(folder.resolve("empty"), " \nsecond line\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    refuses(user + file, "telemetry.password_file", "has no password in its first line");
    refuses(user + folder, "telemetry.password_file", "is a folder; expected a file");
    refuses("  broker: mqtts://h\n  ca_file: " + folder, "is a folder; expected a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.key", "ca.key"})
  void aKeyThatIsNotThatOfTheCertificateIsRefused(String foreign) throws Exception {
    Certificates.authority(folder);
    Certificates.signed(folder, "rig", "extendedKeyUsage=clientAuth");
    Certificates.signed(folder, "other", "extendedKeyUsage=clientAuth");
    String section = "  broker: mqtts://h\n  certificate_file: " + folder.resolve("rig.pem");
    for (String key : new String[] {"rig.key", foreign}) {
      Files.setPosixFilePermissions(
          folder.resolve(key), PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(read(section + "\n  key_file: " + folder.resolve("rig.key")).login().tls())
        .isNotNull();
    refuses(
        section + "\n  key_file: " + folder.resolve(foreign),
        "telemetry.key_file",
        "is not that of the first certificate");
  }

  @Test
  void aCertificateThatIsNoneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing\n");
    refuses("  broker: mqtts://broker.lab\n  ca_file: " + file, "cannot be used for TLS");
  }

  @Test
  void noTwoRigsHaveOneNameAtABroker() {
    assertThat(client("a-b", "c")).isEqualTo("lissauer:a-b:c").isNotEqualTo(client("a", "b-c"));
    assertThat(client("a:b", "c")).isEqualTo("lissauer:a-b:c");
  }

  private static String client(String lab, String rig) {
    Identity any = TelemetryFixture.identity(rig);
    return TelemetrySettings.client(
        new Identity(
            lab,
            rig,
            any.birth(),
            any.row(),
            any.started(),
            true,
            "",
            "",
            "",
            any.devices(),
            any.protocol()));
  }

  private void refuses(String section, String... words) {
    assertThatThrownBy(() -> read(section))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains(words);
  }

  private TelemetrySettings read(String section) {
    return read(section, Map.of());
  }

  private TelemetrySettings read(String section, Map<String, String> environment) {
    try {
      Path rig = folder.resolve("rig.yaml");
      Files.writeString(rig, "kind: simulated\ntelemetry:\n" + section + "\n");
      Problems problems = new Problems();
      Settings file =
          new ConfigFolder(folder)
              .open("rigs", rig.toString(), Map.of(), new Place("test", 0, 0), problems);
      Optional<TelemetrySettings> settings = TelemetrySettings.read(file, environment::get);
      problems.throwIfAny();
      return settings.orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
