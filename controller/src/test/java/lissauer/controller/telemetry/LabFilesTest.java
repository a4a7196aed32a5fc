package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.DOCS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lissauer.controller.broker.EmbeddedBroker;
import org.eclipse.paho.client.mqttv3.MqttTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.toml.TomlMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files for a lab ask for nothing that is not sent, and show nothing that is not stored. */
class LabFilesTest {
  private static final Path LAB = DOCS.resolve("lab");
  private static final Pattern MEASUREMENT = Pattern.compile("_measurement == \"(\\w+)\"");
  private static final Pattern FIELD = Pattern.compile("r\\._field == \"(\\w+)\"");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z_]{3,})");

  @TempDir private static Path folder;
  private static List<Listener.Heard> heard;
  private static JsonNode telegraf;

  @BeforeAll
  static void aRow() throws IOException {
    telegraf = new TomlMapper().readTree(LAB.resolve("telegraf.conf").toFile());
    Identity who = TelemetryFixture.identity("lab");
    try (EmbeddedBroker broker = new EmbeddedBroker()) {
      broker.start();
      try (Listener listener = new Listener(broker.port(), "lissauer/#")) {
        Telemetry telemetry =
            new Telemetry(
                who, TelemetryFixture.at(broker.port()), folder, TelemetryFixture.NO_CONTROLS);
        TelemetryFixture.tellAndDeliver(telemetry);
        telemetry.close();
        TelemetryFixture.until("goodbye", () -> listener.on("status").size() >= 2);
        heard = List.copyOf(listener.heard);
      }
    }
  }

  @Test
  void whatTelegrafReadsIsInEveryMessageInTheTypeItNames() throws IOException {
    for (JsonNode input : telegraf.at("/inputs/mqtt_consumer")) {
      String topic = input.at("/topics/0").stringValue();
      List<Listener.Heard> messages =
          heard.stream().filter(h -> MqttTopic.isMatched(topic, h.topic())).toList();
      assertThat(messages).as(topic).isNotEmpty();
      JsonNode parsing = input.at("/topic_parsing/0");
      assertThat(parsing.get("topic")).isEqualTo(input.at("/topics/0"));
      assertThat(parsing.get("tags").stringValue().split("/")).hasSameSizeAs(topic.split("/"));
      for (Listener.Heard message : messages) {
        assertReadable(input.at("/json_v2/0"), message.json());
      }
    }
  }

  private static void assertReadable(JsonNode parser, JsonNode message) throws IOException {
    if (parser.has("timestamp_path")) {
      assertThat(message.get("utc").stringValue()).endsWith("Z");
    }
    for (JsonNode tag : parser.path("tag")) {
      assertThat(message.get(tag.get("path").stringValue()).isString()).isTrue();
    }
    for (JsonNode field : parser.path("field")) {
      String path = field.get("path").stringValue();
      JsonNode value =
          path.endsWith(".#")
              ? JsonMapper.shared().readTree("" + message.get(path.replace(".#", "")).size())
              : message.at("/" + path.replace('.', '/'));
      if (!field.path("optional").asBoolean(false)) {
        assertType(path, value, field.path("type").asString("string"));
      } else {
        assertThat(Files.readString(DOCS.resolve("schemas/alarm.schema.json")))
            .contains("\"" + path.substring(path.lastIndexOf('.') + 1) + "\": {");
      }
    }
    for (JsonNode object : parser.path("object")) {
      JsonNode list = message.get(object.get("path").stringValue());
      assertThat(list.size()).isPositive();
      list.forEach(one -> assertObject(object, one));
    }
  }

  private static void assertObject(JsonNode object, JsonNode one) {
    JsonNode types = object.get("fields");
    types
        .propertyStream()
        .forEach(e -> assertType(e.getKey(), one.path(e.getKey()), e.getValue().stringValue()));
    for (String keys : List.of("tags", "included_keys")) {
      object.path(keys).forEach(key -> assertThat(one.has(key.stringValue())).isTrue());
    }
    // A number that is not named would be stored in the type that its first value has.
    one.propertyStream()
        .filter(e -> e.getValue().isNumber() && included(object, e.getKey()))
        .forEach(e -> assertThat(types.has(e.getKey())).as(e.getKey()).isTrue());
  }

  private static boolean included(JsonNode object, String key) {
    return !words(object.get("tags")).contains(key)
        && (!object.has("included_keys") || words(object.get("included_keys")).contains(key));
  }

  private static void assertType(String name, JsonNode value, String type) {
    boolean right =
        switch (type) {
          case "int" -> value.isIntegralNumber();
          case "float" -> value.isNumber() || value.isNull();
          default -> value.isString();
        };
    assertThat(right).as("%s as %s: %s", name, type, value).isTrue();
  }

  @Test
  void theDashboardAsksForMeasurementsFieldsAndTagsThatTelegrafStores() throws IOException {
    Map<String, Set<String>> stored = new HashMap<>();
    for (JsonNode input : telegraf.at("/inputs/mqtt_consumer")) {
      JsonNode parser = input.at("/json_v2/0");
      Set<String> names =
          stored.computeIfAbsent(
              parser.get("measurement_name").stringValue(), _ -> new HashSet<>());
      parser
          .path("field")
          .forEach(f -> names.add(f.has("rename") ? text(f, "rename") : text(f, "path")));
      parser.path("object").forEach(o -> o.get("fields").propertyNames().forEach(names::add));
    }
    JsonNode dashboard =
        JsonMapper.shared().readTree(LAB.resolve("grafana/dashboard.json").toFile());
    assertThat(dashboard.get("panels").size()).isGreaterThan(8);
    for (JsonNode panel : dashboard.get("panels")) {
      String query = panel.at("/targets/0/query").stringValue();
      assertThat(query).contains("r.lab == \"${lab}\"", "r.rig == \"${rig}\"");
      String measurement = all(MEASUREMENT, query).getFirst();
      assertThat(stored).containsKey(measurement);
      assertThat(all(FIELD, query)).isNotEmpty().isSubsetOf(stored.get(measurement));
    }
  }

  @Test
  void composeMountsFilesThatAreThereAndGivesTelegrafWhatItAsksFor() throws IOException {
    JsonNode services =
        new YAMLMapper().readTree(LAB.resolve("compose.yaml").toFile()).get("services");
    for (JsonNode service : services) {
      for (JsonNode volume : service.path("volumes")) {
        String from = volume.stringValue().split(":", 2)[0];
        assertThat(!from.startsWith(".") || Files.isRegularFile(LAB.resolve(from))).isTrue();
      }
      service
          .path("ports")
          .forEach(port -> assertThat(port.stringValue()).startsWith("127.0.0.1:"));
    }
    String configuration =
        Files.readAllLines(LAB.resolve("telegraf.conf")).stream()
            .filter(line -> !line.strip().startsWith("#"))
            .collect(Collectors.joining("\n"));
    List<String> given =
        services.at("/telegraf/environment").propertyStream().map(Map.Entry::getKey).toList();
    assertThat(all(VARIABLE, configuration)).isNotEmpty().isSubsetOf(given);
  }

  private static String text(JsonNode node, String key) {
    return node.get(key).stringValue();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
