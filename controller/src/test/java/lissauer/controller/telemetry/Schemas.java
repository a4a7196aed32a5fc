package lissauer.controller.telemetry;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas, made strict: here a key that they do not describe is an error. */
final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
  private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

  private Schemas() {}

  static JsonNode document(String name) {
    try {
      return JsonMapper.shared()
          .readTree(
              Files.readString(TelemetryFixture.DOCS.resolve("schemas/" + name + ".schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a payload, one line each. */
  static List<String> faults(String name, JsonNode payload) {
    Schema schema = READ.computeIfAbsent(name, n -> REGISTRY.getSchema(strict(document(n))));
    return schema.validate(payload).stream().map(Object::toString).toList();
  }

  private static JsonNode strict(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    schema.values().forEach(Schemas::strict);
    return schema;
  }
}
