package lissauer.controller.record;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import lissauer.controller.plan.Program;
import lissauer.controller.safety.Trip;
import tools.jackson.databind.json.JsonMapper;

/** How the records of the core look as JSON; the core itself knows nothing of it. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Program.class, Named.class)
          .addMixIn(Trip.class, Named.class)
          .build();

  /** Sealed alternatives carry the name of their record. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  private Json() {}
}
