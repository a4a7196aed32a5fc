package lissauer.controller.cli;

import java.util.Optional;
import java.util.stream.Stream;
import lissauer.controller.broker.EmbeddedBroker;
import lissauer.controller.telemetry.BrokerAddress;
import lissauer.hal.settings.Settings;

/**
 * The commands with which somebody at another terminal looks at a run, as the rig itself reaches
 * the broker. They say in which file or variable a secret is, and never hold one.
 *
 * @param rig the rig file as it was typed
 * @param options what was typed besides it and {@code watch} needs too; empty for nothing
 */
record LookCommands(Settings rigFile, String rig, Optional<String> typedBroker, String options) {
  /** {@code lissauer watch}, as short as it can be. */
  String watch(BrokerAddress broker) {
    String url = " " + broker;
    if (!has("broker")) {
      return "lissauer watch" + (broker.port() == EmbeddedBroker.USUAL_PORT ? "" : url);
    }
    if (typedBroker.isPresent() && Stream.of("user", "ca_file", "key_file").noneMatch(this::has)) {
      return "lissauer watch" + url;
    }
    return "lissauer watch --as " + quoted(rig) + options + (typedBroker.isPresent() ? url : "");
  }

  /** {@code mosquitto_sub} with what it needs to be let in. */
  String mosquitto(BrokerAddress broker, String topics) {
    StringBuilder command = new StringBuilder("mosquitto_sub -h ");
    command.append(broker.host().replaceAll("[\\[\\]]", "")).append(" -p ").append(broker.port());
    if (broker.tls()) {
      command.append(has("ca_file") ? with(" --cafile ", "ca_file") : " --tls-use-os-certs");
    }
    if (has("key_file")) {
      command.append(with(" --cert ", "certificate_file")).append(with(" --key ", "key_file"));
    }
    if (has("user")) {
      command.append(with(" -u ", "user")).append(" -P \"").append(password()).append('"');
    }
    return command.append(" -v -t '").append(topics).append('\'').toString();
  }

  private String password() {
    if (has("password_file")) {
      return "$(head -n 1 " + with("", "password_file") + ")";
    }
    return "$" + telemetry().text("password_variable", "LISSAUER_MQTT_PASSWORD");
  }

  private String with(String option, String key) {
    return option + quoted(telemetry().text(key));
  }

  private boolean has(String key) {
    return rigFile.has("telemetry") && telemetry().has(key);
  }

  private Settings telemetry() {
    return rigFile.section("telemetry");
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
