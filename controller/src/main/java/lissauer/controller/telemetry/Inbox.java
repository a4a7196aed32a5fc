package lissauer.controller.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the two commands there are, and counts and refuses everything else.
 *
 * <p>A stop is always taken, whatever stands in it and however often, unless the broker had kept it
 * from earlier. An acknowledgement must name the alarm that is latched, and is taken five times a
 * second at most; others do not count for that, or they would keep out the one that is meant.
 */
final class Inbox {
  private static final int LONGEST_BYTES = 512;
  private static final long ACK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long TELL_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Runnable stop;
  private final Predicate<String> acknowledge;
  private final Scribe scribe;
  private final LongSupplier nanos;
  private final AtomicLong refused = new AtomicLong();
  private final Map<String, Long> toldNanos = new HashMap<>();
  private long lastAckNanos;

  /**
   * An inbox.
   *
   * @param stop cuts RF; called at once, on the network's thread
   * @param acknowledge takes the name of an alarm; false when none of that name waits for it
   * @param nanos monotonic time, for the limits of rate
   */
  Inbox(Runnable stop, Predicate<String> acknowledge, Scribe scribe, LongSupplier nanos) {
    this.stop = stop;
    this.acknowledge = acknowledge;
    this.scribe = scribe;
    this.nanos = nanos;
    this.lastAckNanos = nanos.getAsLong() - ACK_EVERY_NANOS;
  }

  /** A command came in. */
  void received(Command command, byte[] payload, boolean retained) {
    switch (command) {
      case STOP -> stop(retained);
      case ACK -> ack(payload, retained);
    }
  }

  /** Commands that were not obeyed so far. */
  long refused() {
    return refused.get();
  }

  private void stop(boolean retained) {
    if (retained) {
      refuse("a stop that the broker had kept from earlier; publish stop without retain");
      return;
    }
    stop.run();
    tell("stop-received", "stop came in over MQTT");
  }

  private synchronized void ack(byte[] payload, boolean retained) {
    if (retained) {
      refuse("an acknowledgement that the broker had kept from earlier");
      return;
    }
    String alarm = alarm(payload);
    long now = nanos.getAsLong();
    if (alarm == null) {
      refuse("an acknowledgement that is not {\"alarm\": NAME} in at most 512 bytes");
    } else if (now - lastAckNanos < ACK_EVERY_NANOS) {
      refuse("more than 5 acknowledgements in a second");
    } else if (acknowledge.test(alarm)) {
      lastAckNanos = now;
      tell("alarm-acknowledged", "alarm " + alarm + " acknowledged over MQTT");
    } else {
      refuse("an acknowledgement of an alarm that is not latched");
    }
  }

  private static @Nullable String alarm(byte[] payload) {
    if (payload.length > LONGEST_BYTES) {
      return null;
    }
    try {
      JsonNode json = MAPPER.readTree(new String(payload, StandardCharsets.UTF_8));
      JsonNode alarm = json.get("alarm");
      return json.isObject() && json.size() == 1 && alarm != null && alarm.isString()
          ? alarm.stringValue()
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Anything that cannot be understood. */
  void refuse(String what) {
    refused.incrementAndGet();
    tell("command-refused", "refused: " + what);
  }

  /**
   * Whoever floods us cannot flood those who listen: once a second, with the number of all. Each
   * kind by itself: a refusal must not hide that a stop came in.
   */
  private synchronized void tell(String event, String text) {
    long now = nanos.getAsLong();
    Long told = toldNanos.get(event);
    if (told == null || now - told >= TELL_EVERY_NANOS) {
      toldNanos.put(event, now);
      Map<String, @Nullable Object> details = new LinkedHashMap<>();
      details.put("refused_commands", refused.get());
      scribe.event(event, text, details);
    }
  }
}
