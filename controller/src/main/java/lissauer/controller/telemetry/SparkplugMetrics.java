package lissauer.controller.telemetry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lissauer.controller.telemetry.SparkplugPayload.Metric;
import lissauer.controller.telemetry.SparkplugPayload.MetricType;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the row: what holds now, which a birth must tell, and what has changed since.
 *
 * <p>What holds now is noted when it is made, since it may wait long for a broker. Whatever is sent
 * after a birth and was made before it is historical: the birth has told something newer. Numbers
 * of messages and ticks decide that, no clock. Safe for use by several threads.
 */
final class SparkplugMetrics {
  private final Identity who;
  private final List<Signal> signals = new ArrayList<>();
  private final List<Object> nothing;
  private final Map<Message.Kind, Message> messages = new EnumMap<>(Message.Kind.class);
  private @Nullable Sample sample;
  private long newestMessage;
  private long bornMessage;
  private long bornTick = -1;
  private List<? extends @Nullable Object> born;
  private @Nullable List<? extends @Nullable Object> told;

  /** One metric that is in every sample. */
  private record Signal(
      String name, MetricType type, String unit, Function<Sample, @Nullable Object> value) {}

  SparkplugMetrics(Identity who) {
    this.who = who;
    for (Channel channel : Channel.of(who.protocol())) {
      MetricType type = channel.flag() ? MetricType.BOOLEAN : MetricType.DOUBLE;
      signals.add(new Signal(channel.name(), type, channel.unit(), channel.value()));
    }
    signals.add(new Signal("tick", MetricType.INT64, "", s -> s.tick().number()));
    signals.add(new Signal("site", MetricType.INT64, "", s -> s.tick().phase().site() + 1L));
    signals.add(new Signal("phase", MetricType.STRING, "", s -> s.tick().phase().label()));
    signals.add(
        new Signal(
            "quality",
            MetricType.STRING,
            "",
            s -> s.tick().inputs().sample().temperature().quality().name()));
    nothing = Collections.nCopies(signals.size(), new Object());
    born = values(null);
  }

  /** A message was made. */
  synchronized void made(Message message) {
    messages.put(message.kind(), message);
    newestMessage = message.seq();
  }

  /** A sample was made. */
  synchronized void made(Sample made) {
    sample = made;
  }

  /** What holds now, each value with the time that it is of; null where nothing was made yet. */
  synchronized List<Metric> birth() {
    bornMessage = newestMessage;
    bornTick = sample == null ? -1 : sample.tick().number();
    born = values(sample);
    told = null;
    List<Metric> all = new ArrayList<>();
    long utcMillis = (sample == null ? who.started() : sample.at().utc()).toEpochMilli();
    for (int i = 0; i < signals.size(); i++) {
      all.add(metric(signals.get(i), born.get(i), utcMillis, false));
    }
    for (Message.Kind kind : Message.Kind.values()) {
      Message message = messages.get(kind);
      all.add(
          message == null
              ? text(kind, null, who.started().toEpochMilli(), false)
              : text(kind, message.json(), message.utcMillis(), false));
    }
    return all;
  }

  /** A message as a metric. */
  synchronized Metric of(Message message) {
    boolean historical = !message.birth().equals(who.birth()) || message.seq() <= bornMessage;
    return text(message.kind(), message.json(), message.utcMillis(), historical);
  }

  /** Report by exception: a value that is what it was says nothing. */
  synchronized List<Metric> of(Batch batch) {
    List<Metric> changed = new ArrayList<>();
    for (Sample now : batch.samples()) {
      boolean historical = now.tick().number() <= bornTick;
      List<? extends @Nullable Object> before = told != null ? told : historical ? nothing : born;
      List<? extends @Nullable Object> values = values(now);
      for (int i = 0; i < signals.size(); i++) {
        if (!Objects.equals(before.get(i), values.get(i))) {
          long utcMillis = now.at().utc().toEpochMilli();
          changed.add(metric(signals.get(i), values.get(i), utcMillis, historical));
        }
      }
      told = values;
    }
    return changed;
  }

  private List<? extends @Nullable Object> values(@Nullable Sample of) {
    List<@Nullable Object> values = new ArrayList<>(signals.size());
    for (Signal signal : signals) {
      values.add(of == null ? null : signal.value().apply(of));
    }
    return values;
  }

  private static Metric metric(
      Signal signal, @Nullable Object value, long utcMillis, boolean historical) {
    return new Metric(signal.name(), signal.type(), value, utcMillis, signal.unit(), historical);
  }

  private static Metric text(
      Message.Kind kind, @Nullable String json, long utcMillis, boolean historical) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return new Metric(name, MetricType.STRING, json, utcMillis, "", historical);
  }
}
