package lissauer.controller.telemetry;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lissauer.controller.loop.Protocol;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** JSON on topics of our own, as docs/telemetry describes it. */
final class JsonProfile implements Profile {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Identity who;
  private final Topics topics;
  private final List<Channel> channels;
  private final Inbox inbox;
  private final Supplier<Counts> counts;
  private volatile @Nullable Stamp last;
  private boolean greeted;

  JsonProfile(Identity who, Inbox inbox, Supplier<Counts> counts) {
    this.who = who;
    this.topics = Topics.of(who);
    this.channels = Channel.of(who.protocol());
    this.inbox = inbox;
    this.counts = counts;
  }

  @Override
  public void made(Sample sample) {
    last = sample.at();
  }

  @Override
  public Outgoing will() {
    greeted = false;
    return status("lost", "connected_");
  }

  @Override
  public List<Subscription> subscriptions() {
    List<Subscription> all = new ArrayList<>();
    for (Command command : Command.values()) {
      all.add(new Subscription(topics.command(command), 1));
    }
    return all;
  }

  @Override
  public List<Outgoing> greeting() {
    if (greeted) {
      return List.of();
    }
    greeted = true;
    return List.of(status("online", ""), kept(topics.birth(), birth()));
  }

  @Override
  public boolean open() {
    return greeted;
  }

  @Override
  public boolean leaving() {
    return false;
  }

  @Override
  public Outgoing message(Message message) {
    return new Outgoing(topics.of(message), bytes(message.json()), 1, message.kind().retained());
  }

  @Override
  public Outgoing batch(Batch batch) {
    return new Outgoing(topics.telemetry(), bytes(text(batch)), 0, false);
  }

  @Override
  public List<Outgoing> farewell() {
    return List.of(status("offline", ""));
  }

  @Override
  public void received(String topic, byte[] payload, boolean retained) {
    for (Command command : Command.values()) {
      if (topic.equals(topics.command(command))) {
        inbox.received(command, payload, retained);
        return;
      }
    }
    inbox.refuse("a message on a topic that is not ours");
  }

  private Outgoing status(String word, String prefix) {
    Map<String, @Nullable Object> status = Scribe.signed(who);
    status.put("status", word);
    stamp(status, prefix);
    return kept(topics.status(), MAPPER.writeValueAsString(status));
  }

  /** The time of the last tick. The rig's clock is not known before the first. */
  private void stamp(Map<String, @Nullable Object> json, String prefix) {
    Stamp now = last;
    json.put(prefix + "clock_nanos", now == null ? null : now.clockNanos());
    json.put(prefix + "utc", (now == null ? who.started() : now.utc()).toString());
  }

  private static Outgoing kept(String topic, String text) {
    return new Outgoing(topic, bytes(text), 1, true);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String birth() {
    Protocol protocol = who.protocol();
    Map<String, @Nullable Object> all = Scribe.signed(who);
    stamp(all, "");
    all.put("started_utc", who.started().toString());
    all.put("software", who.software());
    all.put("java", who.java());
    all.put("config_hash", who.configHash());
    all.put("devices", who.devices());
    all.put("row", who.row());
    all.put("plan", protocol.plan().name());
    all.put("sites", protocol.plan().sites().size());
    all.put("electrode", protocol.electrode().name());
    all.put("set_celsius", protocol.plan().program().peakCelsius());
    all.put("hold_seconds", protocol.plan().program().holdSeconds());
    all.put("sample_seconds", protocol.tickNanos() * 1e-9);
    all.put("channels", channels.stream().map(JsonProfile::channel).toList());
    return MAPPER.writeValueAsString(all);
  }

  private static Map<String, @Nullable Object> channel(Channel channel) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", channel.name());
    json.put("type", channel.flag() ? "boolean" : "number");
    json.put("unit", channel.flag() ? null : channel.unit());
    json.put("meaning", channel.meaning());
    json.put("least", channel.flag() ? null : channel.least());
    json.put("most", channel.flag() ? null : channel.most());
    json.put("precision", channel.flag() ? null : channel.precision());
    return json;
  }

  private String text(Batch batch) {
    StringWriter text = new StringWriter(5000);
    Counts now = counts.get();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringProperty("lab", who.lab());
      json.writeStringProperty("rig", who.rig());
      json.writeStringProperty("birth", who.birth());
      json.writeBooleanProperty("simulated", who.simulated());
      json.writeNumberProperty("seq", batch.seq());
      json.writeNumberProperty("dropped_samples", now.droppedSamples());
      json.writeNumberProperty("lost_messages", now.lostMessages());
      json.writeNumberProperty("refused_commands", now.refusedCommands());
      json.writeArrayPropertyStart("samples");
      for (Sample sample : batch.samples()) {
        json.writeStartObject();
        write(sample, json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void write(Sample sample, JsonGenerator json) {
    TemperatureSample temperature = sample.tick().inputs().sample().temperature();
    json.writeNumberProperty("tick", sample.tick().number());
    json.writeNumberProperty("clock_nanos", sample.at().clockNanos());
    json.writeStringProperty("utc", sample.at().utc().toString());
    json.writeStringProperty("phase", sample.tick().phase().label());
    json.writeNumberProperty("site", sample.tick().phase().site() + 1);
    json.writeStringProperty("quality", temperature.quality().name());
    for (Channel channel : channels) {
      switch (channel.value().apply(sample)) {
        case Double number -> json.writeNumberProperty(channel.name(), number);
        case Boolean flag -> json.writeBooleanProperty(channel.name(), flag);
        case null, default -> json.writeNullProperty(channel.name());
      }
    }
  }
}
