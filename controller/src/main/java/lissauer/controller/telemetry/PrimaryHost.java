package lissauer.controller.telemetry;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The host application without which a Sparkplug edge node says nothing (Sparkplug 3.0, 5.4 and
 * 5.13): it must have said that it is online, and when it says that it no longer is, we leave.
 */
final class PrimaryHost {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String id;
  private boolean online;
  private boolean left;
  private long sinceMillis = Long.MIN_VALUE;

  /** A host of that name; an empty name for none. */
  PrimaryHost(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Whether there is one. */
  boolean expected() {
    return !id.isEmpty();
  }

  /** What it last said is not known any more. */
  synchronized void disconnected() {
    online = false;
    left = false;
  }

  /**
   * It said something: {@code {"online": true, "timestamp": 1700000000000}}.
   *
   * @return false when that is no state of a host
   */
  synchronized boolean said(String text) {
    try {
      JsonNode state = MAPPER.readTree(text);
      JsonNode on = state.get("online");
      JsonNode when = state.get("timestamp");
      if (on == null || !on.isBoolean() || when == null || !when.isIntegralNumber()) {
        return false;
      }
      if (when.longValue() >= sinceMillis) {
        sinceMillis = when.longValue();
        left |= online && !on.booleanValue();
        online = on.booleanValue();
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Whether we may speak. */
  synchronized boolean online() {
    return !expected() || online;
  }

  /** Whether it was online and went. */
  synchronized boolean left() {
    return left;
  }
}
