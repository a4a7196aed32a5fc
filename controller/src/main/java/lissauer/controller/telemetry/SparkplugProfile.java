package lissauer.controller.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lissauer.controller.telemetry.SparkplugPayload.Metric;
import lissauer.controller.telemetry.SparkplugPayload.MetricType;
import lissauer.controller.telemetry.SparkplugPayload.Order;
import org.jspecify.annotations.Nullable;

/**
 * A Sparkplug B 3.0 edge node: the lab is the group, the rig the node, and the row its one device.
 *
 * <p>States, alarms, events and summaries are metrics that hold the JSON of profile {@code json};
 * what is older than the birth before it is marked historical. Sparkplug sends data with QoS 0, so
 * what is on the way when a broker dies is lost; where that matters use profile {@code json}.
 */
final class SparkplugProfile implements Profile {
  static final String DEVICE = "row";
  static final String STOP = "Control/Stop";
  private static final String REBIRTH = "Node Control/Rebirth";
  private static final String NAMESPACE = "spBv1.0/";
  private static final int SEQS = 256;

  private final Identity who;
  private final Inbox inbox;
  private final PrimaryHost host;
  private final BirthNumber number;
  private final SparkplugMetrics metrics;
  private final Rebirths rebirths = new Rebirths(System::nanoTime);
  private long seq;
  private boolean born;

  SparkplugProfile(Identity who, Inbox inbox, String primaryHost, BirthNumber number) {
    this.who = who;
    this.inbox = inbox;
    this.host = new PrimaryHost(primaryHost);
    this.number = number;
    this.metrics = new SparkplugMetrics(who);
  }

  @Override
  public void made(Message message) {
    metrics.made(message);
  }

  @Override
  public void made(Sample sample) {
    metrics.made(sample);
  }

  @Override
  public Outgoing will() {
    born = false;
    host.disconnected();
    long bdSeq = number.next();
    return new Outgoing(
        topic("NDEATH"), SparkplugPayload.of(now(), -1, true, List.of(bdSeq(bdSeq))), 1, false);
  }

  @Override
  public List<Subscription> subscriptions() {
    List<Subscription> all = new ArrayList<>();
    all.add(new Subscription(topic("NCMD"), 1));
    all.add(new Subscription(deviceTopic("DCMD"), 1));
    if (host.expected()) {
      all.add(new Subscription(NAMESPACE + "STATE/" + host.id(), 1));
    }
    return all;
  }

  @Override
  public List<Outgoing> greeting() {
    if ((born && !rebirths.due()) || !host.online()) {
      return List.of();
    }
    rebirths.given();
    born = true;
    seq = 0;
    List<Metric> node =
        List.of(
            bdSeq(number.current()),
            fixed(REBIRTH, MetricType.BOOLEAN, false),
            fixed("Properties/simulated", MetricType.BOOLEAN, who.simulated()),
            fixed("Properties/software", MetricType.STRING, who.software()),
            fixed("Properties/config_hash", MetricType.STRING, who.configHash()),
            fixed("Properties/birth", MetricType.STRING, who.birth()));
    List<Metric> device = new ArrayList<>(metrics.birth());
    device.add(fixed(STOP, MetricType.BOOLEAN, false));
    return List.of(
        new Outgoing(topic("NBIRTH"), payload(true, node), 0, false),
        new Outgoing(deviceTopic("DBIRTH"), payload(true, device), 0, false));
  }

  @Override
  public boolean open() {
    return born && !rebirths.due() && host.online();
  }

  @Override
  public boolean leaving() {
    return born && host.left();
  }

  @Override
  public Outgoing message(Message message) {
    return data(List.of(metrics.of(message)));
  }

  @Override
  public @Nullable Outgoing batch(Batch batch) {
    List<Metric> changed = metrics.of(batch);
    return changed.isEmpty() ? null : data(changed);
  }

  @Override
  public List<Outgoing> farewell() {
    return List.of(
        new Outgoing(
            topic("NDEATH"),
            SparkplugPayload.of(now(), -1, true, List.of(bdSeq(number.current()))),
            1,
            false));
  }

  @Override
  public void received(String topic, byte[] payload, boolean retained) {
    if (host.expected() && topic.equals(NAMESPACE + "STATE/" + host.id())) {
      if (!host.said(new String(payload, StandardCharsets.UTF_8))) {
        inbox.refuse("a state of the primary host that is none");
      }
      return;
    }
    try {
      List<Order> orders = SparkplugPayload.orders(payload);
      if (orders.isEmpty()) {
        inbox.refuse("a command without a metric");
      }
      for (Order order : orders) {
        obey(topic, order, retained);
      }
    } catch (IOException e) {
      inbox.refuse("a command that is no Sparkplug payload");
    }
  }

  private void obey(String topic, Order order, boolean retained) {
    boolean node = topic.equals(topic("NCMD"));
    if (node && order.name().equals(REBIRTH) && order.isTrue()) {
      rebirths.asked();
    } else if (!node && order.name().equals(STOP) && order.isTrue()) {
      inbox.received(Command.STOP, new byte[0], retained);
    } else {
      inbox.refuse("a command other than " + STOP + " = true and " + REBIRTH + " = true");
    }
  }

  private Outgoing data(List<Metric> metrics) {
    return new Outgoing(deviceTopic("DDATA"), payload(false, metrics), 0, false);
  }

  private byte[] payload(boolean births, List<Metric> metrics) {
    byte[] payload = SparkplugPayload.of(now(), seq, births, metrics);
    seq = (seq + 1) % SEQS;
    return payload;
  }

  private static Metric bdSeq(long number) {
    return fixed("bdSeq", MetricType.INT64, number);
  }

  private static Metric fixed(String name, MetricType type, Object value) {
    return new Metric(name, type, value, now(), "", false);
  }

  /** Wall clock, as a label: Sparkplug wants to know when a message was sent. */
  private static long now() {
    return System.currentTimeMillis();
  }

  private String topic(String verb) {
    return NAMESPACE + who.lab() + "/" + verb + "/" + who.rig();
  }

  private String deviceTopic(String verb) {
    return topic(verb) + "/" + DEVICE;
  }
}
