package lissauer.controller.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Numbers, dates and signs whatever is said, and puts what must arrive into the outbox. Safe for
 * use by several threads.
 *
 * <p>Numbers go up by one over all messages of a birth, batches of samples included. What must
 * arrive also names the number before it of its own kind, so that a reader sees a gap.
 */
final class Scribe {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Identity who;
  private final Outbox outbox;
  private final Consumer<Message> made;
  private long seq;
  private long previous;
  private Stamp now;

  /**
   * A scribe.
   *
   * @param made told of each message that must arrive, in order
   */
  Scribe(Identity who, Outbox outbox, Consumer<Message> made) {
    this.who = who;
    this.outbox = outbox;
    this.made = made;
    this.now = new Stamp(0, who.started());
  }

  /** Moves the date on. */
  synchronized void now(Stamp stamp) {
    now = stamp;
  }

  synchronized Stamp now() {
    return now;
  }

  /** The next number, for a batch. */
  synchronized long number() {
    return ++seq;
  }

  /** Says something that must arrive. */
  synchronized void tell(Message.Kind kind, Map<String, @Nullable Object> body) {
    long number = number();
    Map<String, @Nullable Object> all = signed(who);
    all.put("seq", number);
    all.put("previous", previous);
    all.put("clock_nanos", now.clockNanos());
    all.put("utc", now.utc().toString());
    all.put("row", who.row());
    all.putAll(body);
    previous = number;
    Message message =
        new Message(
            kind,
            who.row(),
            who.birth(),
            number,
            now.utc().toEpochMilli(),
            MAPPER.writeValueAsString(all));
    outbox.add(message);
    made.accept(message);
  }

  /** Says that something happened. */
  void event(String event, String text, Map<String, @Nullable Object> details) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("event", event);
    body.put("text", text);
    body.put("details", details);
    tell(Message.Kind.EVENT, body);
  }

  /** What every message begins with. */
  static Map<String, @Nullable Object> signed(Identity who) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("lab", who.lab());
    all.put("rig", who.rig());
    all.put("birth", who.birth());
    all.put("simulated", who.simulated());
    return all;
  }
}
