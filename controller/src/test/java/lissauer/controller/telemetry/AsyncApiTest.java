package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.DOCS;
import static lissauer.controller.telemetry.TelemetryFixture.ROW;
import static lissauer.controller.telemetry.TelemetryFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.broker.EmbeddedBroker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether somebody who has nothing but the AsyncAPI document understands what is sent. */
class AsyncApiTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  @TempDir private Path folder;

  @Test
  void aConsumerThatKnowsNothingButTheDocumentReadsAWholeRow() throws Exception {
    assumeTrue(
        Files.isExecutable(PYTHON) && run("-c", "import paho.mqtt.client, yaml").waitFor() == 0,
        "needs python3-paho-mqtt and python3-yaml");
    Identity who = TelemetryFixture.identity("anybody");
    JsonNode got;
    try (EmbeddedBroker broker = new EmbeddedBroker();
        Listener listener = started(broker, who)) {
      Process consumer =
          run(
              "src/test/python/asyncapi_consumer.py",
              DOCS.resolve("asyncapi.yaml").toString(),
              "127.0.0.1",
              String.valueOf(broker.port()),
              "rig=" + who.rig());
      BufferedReader said = consumer.inputReader(StandardCharsets.UTF_8);
      assertThat(said.readLine()).isEqualTo("ready");
      try (Telemetry telemetry =
          new Telemetry(
              who, TelemetryFixture.at(broker.port()), folder, TelemetryFixture.NO_CONTROLS)) {
        TelemetryFixture.tellAndDeliver(telemetry);
      }
      until("goodbye", () -> listener.on("status").size() >= 2);
      consumer.getOutputStream().close();
      got = JsonMapper.shared().readTree(said.readLine());
      assertThat(consumer.waitFor()).isZero();
    }
    assertUnderstood(got, who);
  }

  private static void assertUnderstood(JsonNode got, Identity who) {
    assertThat(got.get("faults")).isEmpty();
    JsonNode rows = got.get("rows");
    assertThat(rows.get("telemetry.samples").intValue()).isEqualTo(ROW.ticks.size());
    assertThat(rows.get("birth.channels").intValue()).isEqualTo(Channel.of(who.protocol()).size());
    assertThat(rows.get("summary.sites").intValue()).isEqualTo(ROW.protocol.plan().sites().size());
    double hottest =
        ROW.ticks.stream()
            .mapToDouble(tick -> tick.inputs().sample().temperature().tipCelsius())
            .max()
            .orElseThrow();
    JsonNode tip = got.at("/columns/telemetry.samples.tip_celsius");
    assertThat(tip.get("most").doubleValue())
        .isCloseTo(hottest, org.assertj.core.data.Offset.offset(0.001));
    assertThat(tip.get("unit").stringValue()).isEqualTo("Cel");
  }

  @Test
  void theDocumentNamesTheTopicsThatTheCodeUsesAndNoOthers() throws IOException {
    Identity who = TelemetryFixture.identity("{rig}");
    JsonNode document = new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());
    List<String> addresses = new ArrayList<>();
    document
        .get("channels")
        .values()
        .forEach(channel -> addresses.add(channel.get("address").stringValue()));
    Topics topics = new Topics(Topics.ROOT + "/{lab}/{rig}");
    List<String> used =
        new ArrayList<>(List.of(topics.status(), topics.birth(), topics.telemetry()));
    for (Message.Kind kind : Message.Kind.values()) {
      used.add(topics.of(new Message(kind, "{row}", who.birth(), 1, 0, "{}")));
    }
    for (Command command : Command.values()) {
      used.add(topics.command(command));
    }
    assertThat(addresses).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void eachPayloadNamesTheDialectThatItsSchemaIsIn() throws IOException {
    JsonNode document = new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());
    List<String> schemas = new ArrayList<>();
    for (JsonNode message : document.at("/components/messages")) {
      JsonNode payload = message.get("payload");
      if (!payload.isEmpty()) {
        String file = payload.at("/schema/$ref").stringValue();
        String dialect =
            JsonMapper.shared().readTree(DOCS.resolve(file).toFile()).get("$schema").stringValue();
        assertThat(payload.get("schemaFormat").stringValue())
            .isEqualTo("application/schema+json;version=draft-07");
        assertThat(dialect).isEqualTo("http://json-schema.org/draft-07/schema#");
        schemas.add(file);
      }
    }
    assertThat(schemas).hasSize(8);
  }

  private static Listener started(EmbeddedBroker broker, Identity who) throws IOException {
    broker.start();
    return new Listener(broker.port(), Topics.of(who).base() + "/status");
  }

  private static Process run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
