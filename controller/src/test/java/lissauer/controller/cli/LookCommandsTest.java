package lissauer.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lissauer.controller.TestBench;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.telemetry.BrokerAddress;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import org.junit.jupiter.api.Test;

/** What is printed can be typed in another terminal. */
class LookCommandsTest {
  private static final BrokerAddress OWN = new BrokerAddress("127.0.0.1", 11883, false);
  private static final BrokerAddress LAB = new BrokerAddress("broker.lab", 8883, true);
  private final Map<String, String> settings = new LinkedHashMap<>();

  @Test
  void aBrokerOfOurOwnNeedsNoOptions() {
    assertThat(look(null).watch(OWN)).isEqualTo("lissauer watch");
    assertThat(look(null).watch(new BrokerAddress("127.0.0.1", 40123, false)))
        .isEqualTo("lissauer watch mqtt://127.0.0.1:40123");
    assertThat(look(null).mosquitto(OWN, "lissauer/#"))
        .isEqualTo("mosquitto_sub -h 127.0.0.1 -p 11883 -v -t 'lissauer/#'");
  }

  @Test
  void whereTlsAndAPasswordAreNeededTheFilesAreNamed() {
    settings.put("telemetry.broker", LAB.toString());
    settings.put("telemetry.ca_file", "/etc/lissauer/ca.pem");
    settings.put("telemetry.user", "rig-7");
    settings.put("telemetry.password_file", "/etc/lissauer/it's mqtt");
    assertThat(look(null).watch(LAB)).isEqualTo("lissauer watch --as my/rig.yaml --config conf");
    assertThat(look(null).mosquitto(LAB, "t"))
        .isEqualTo(
            "mosquitto_sub -h broker.lab -p 8883 --cafile /etc/lissauer/ca.pem -u rig-7"
                + " -P \"$(head -n 1 '/etc/lissauer/it'\\''s mqtt')\" -v -t 't'");
    assertThat(look(LAB.toString()).watch(LAB)).endsWith("--as my/rig.yaml --config conf " + LAB);
  }

  @Test
  void aPasswordOfTheEnvironmentIsNamedByItsVariable() {
    settings.put("telemetry.broker", LAB.toString());
    settings.put("telemetry.user", "rig-7");
    assertThat(look(null).mosquitto(LAB, "t"))
        .contains(" --tls-use-os-certs ", " -P \"$LISSAUER_MQTT_PASSWORD\" ");
    settings.put("telemetry.password_variable", "MY_PASSWORD");
    assertThat(look(null).mosquitto(LAB, "t")).contains(" -P \"$MY_PASSWORD\" ");
  }

  @Test
  void aClientCertificateIsNamedWithItsKey() {
    settings.put("telemetry.broker", LAB.toString());
    settings.put("telemetry.certificate_file", "rig-7.pem");
    settings.put("telemetry.key_file", "rig-7.key");
    assertThat(look(LAB.toString()).watch(LAB)).contains("--as");
    assertThat(look(null).mosquitto(LAB, "t")).contains(" --cert rig-7.pem --key rig-7.key ");
  }

  @Test
  void aBrokerThatWasTypedAndLetsEverybodyInIsTypedAgain() {
    BrokerAddress here = new BrokerAddress("[::1]", 1883, false);
    settings.put("telemetry.broker", here.toString());
    assertThat(look(here.toString()).watch(here)).isEqualTo("lissauer watch mqtt://[::1]:1883");
    assertThat(look(here.toString()).mosquitto(here, "t")).startsWith("mosquitto_sub -h ::1 -p");
  }

  private LookCommands look(String typedBroker) {
    return new LookCommands(
        new ConfigFolder(TestBench.CONFIG)
            .open("rigs", "simulated", settings, new Place("test", 0, 0), new Problems()),
        "my/rig.yaml",
        Optional.ofNullable(typedBroker),
        " --config conf");
  }
}
