package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.ROW;
import static lissauer.controller.telemetry.TelemetryFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a Sparkplug host sees, read with the classes that Eclipse Tahu generated from the protocol.
 */
class SparkplugProfileTest {
  @TempDir private static Path brokerFolder;
  private static Mosquitto broker;
  @TempDir private Path folder;
  private final Identity who = TelemetryFixture.identity();
  private final AtomicInteger stops = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    broker = new Mosquitto(brokerFolder);
  }

  @AfterAll
  static void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void aNodeIsBornItsDeviceAfterItAndNumbersGoRound() throws Exception {
    try (Listener host = host()) {
      try (Telemetry telemetry = node("")) {
        TelemetryFixture.tellAndDeliver(telemetry);
      }
      until("death", () -> !of(host, "NDEATH").isEmpty());
      assertThat(verb(host.heard.get(0))).isEqualTo("NBIRTH");
      assertThat(verb(host.heard.get(1))).isEqualTo("DBIRTH");
      assertThat(verb(host.heard.getLast())).isEqualTo("NDEATH");
      long expected = 0;
      for (Listener.Heard heard : host.heard.subList(0, host.heard.size() - 1)) {
        assertThat(payload(heard).getSeq()).as(heard.topic()).isEqualTo(expected);
        expected = (expected + 1) % 256;
      }
      assertThat(host.heard).hasSizeGreaterThan(260);
      assertThat(payload(host.heard.getLast()).hasSeq()).isFalse();
      assertThat(host.heard).noneMatch(Listener.Heard::retained);
    }
  }

  @Test
  void birthsNameEveryMetricWithTypeAndUnitAndDataNothingThatWasNotBorn() throws Exception {
    try (Listener host = host()) {
      try (Telemetry telemetry = node("")) {
        TelemetryFixture.tellAndDeliver(telemetry);
      }
      until("death", () -> !of(host, "NDEATH").isEmpty());
      Map<String, Payload.Metric> born = metrics(payload(of(host, "DBIRTH").getFirst()));
      assertThat(born.values())
          .allMatch(Payload.Metric::hasDatatype)
          .allMatch(Payload.Metric::hasTimestamp);
      assertThat(born.get("tip_celsius").getDatatype()).isEqualTo(10);
      assertThat(born.get("tip_celsius").getProperties().getKeys(0)).isEqualTo("engUnit");
      assertThat(born.get("tip_celsius").getProperties().getValues(0).getStringValue())
          .isEqualTo("Cel");
      Map<String, Payload.Metric> node = metrics(payload(of(host, "NBIRTH").getFirst()));
      assertThat(node.get("Node Control/Rebirth").getBooleanValue()).isFalse();
      assertThat(node.get("Properties/simulated").getBooleanValue()).isTrue();
      for (Listener.Heard data : of(host, "DDATA")) {
        long last = 0;
        for (Payload.Metric metric : payload(data).getMetricsList()) {
          assertThat(born).containsKey(metric.getName());
          assertThat(metric.getTimestamp()).isGreaterThanOrEqualTo(last);
          last = metric.getTimestamp();
        }
      }
    }
  }

  @Test
  void valuesAreThoseOfTheTicks() throws Exception {
    List<Double> told = new ArrayList<>();
    try (Listener host = host()) {
      try (Telemetry telemetry = node("")) {
        TelemetryFixture.tellAndDeliver(telemetry);
      }
      until("death", () -> !of(host, "NDEATH").isEmpty());
      for (Listener.Heard data : of(host, "DDATA")) {
        payload(data).getMetricsList().stream()
            .filter(metric -> metric.getName().equals("tip_celsius"))
            .forEach(metric -> told.add(metric.getDoubleValue()));
      }
    }
    List<Double> seen = new ArrayList<>();
    ROW.ticks.forEach(tick -> {
      double tip = Math.rint(tick.inputs().sample().temperature().tipCelsius() * 1000) / 1000;
      if (seen.isEmpty() || seen.getLast() != tip) {
        seen.add(tip);
      }
    });
    assertThat(told).isEqualTo(seen);
  }

  @Test
  void bdSeqRisesWithEveryConnectionOverRestartsAndIsThatOfTheDeath() throws Exception {
    List<Long> births = new ArrayList<>();
    List<Long> deaths = new ArrayList<>();
    try (Listener host = host()) {
      for (int i = 0; i < 3; i++) {
        int before = of(host, "NDEATH").size();
        try (Telemetry telemetry = node("")) {
          until("birth", () -> telemetry.counts().connections() > 0);
        }
        until("death", () -> of(host, "NDEATH").size() > before);
      }
      for (Listener.Heard birth : of(host, "NBIRTH")) {
        births.add(metrics(payload(birth)).get("bdSeq").getLongValue());
      }
      for (Listener.Heard death : of(host, "NDEATH")) {
        deaths.add(payload(death).getMetrics(0).getLongValue());
      }
    }
    assertThat(births).containsExactly(0L, 1L, 2L);
    assertThat(deaths).isEqualTo(births);
  }

  @Test
  void aRebirthIsGivenWithTheSameBdSeqAndOtherCommandsButStopAreRefused() throws Exception {
    try (Listener host = host();
        Telemetry telemetry = node("")) {
      until("birth", () -> of(host, "DBIRTH").size() == 1);
      host.say("spBv1.0/test/NCMD/" + who.rig(), order("Node Control/Rebirth", true), false);
      until("rebirth", () -> of(host, "DBIRTH").size() == 2);
      List<Listener.Heard> births = of(host, "NBIRTH");
      assertThat(metrics(payload(births.get(1))).get("bdSeq").getLongValue())
          .isEqualTo(metrics(payload(births.get(0))).get("bdSeq").getLongValue());
      String device = "spBv1.0/test/DCMD/" + who.rig() + "/row";
      host.say(device, order("Control/Stop", false), false);
      host.say(device, order("commanded_watts", true), false);
      host.say(device, "nonsense".getBytes(StandardCharsets.UTF_8), false);
      until("refusals", () -> telemetry.counts().refusedCommands() == 3);
      assertThat(stops.get()).isZero();
      host.say(device, order("Control/Stop", true), false);
      until("the stop", () -> stops.get() == 1);
    }
  }

  @Test
  void aHostThatObeysTheMarkOfHistoryKnowsHowARowStandsThatTrippedBeforeTheBrokerWasThere()
      throws Exception {
    TestBench tripped = new TestBench("cordotomy").with(Map.of("faults", "thermocouple-open"));
    Tick last = tripped.run();
    CountDownLatch over = new CountDownLatch(1);
    try (Listener host = host()) {
      try (Telemetry telemetry = node("", over)) {
        tripped.ticks.forEach(telemetry);
        over.countDown();
        until("all is told", () -> telemetry.counts().connections() == 1 && idle(telemetry));
      }
      until("death", () -> !of(host, "NDEATH").isEmpty());
      Map<String, Payload.Metric> born = metrics(payload(of(host, "DBIRTH").getFirst()));
      assertThat(born.get("state").getStringValue()).contains("\"phase\":\"tripped\"");
      assertThat(born.get("alarm").getStringValue())
          .contains(((Phase.Tripped) last.phase()).trip().name());
      assertThat(born.get("phase").getStringValue()).isEqualTo("tripped");
      assertThat(born.get("tick").getLongValue()).isEqualTo(last.number());
      List<Payload.Metric> later = new ArrayList<>();
      for (Listener.Heard data : of(host, "DDATA")) {
        later.addAll(payload(data).getMetricsList());
      }
      assertThat(later).isNotEmpty().allMatch(Payload.Metric::getIsHistorical);
    }
  }

  private static boolean idle(Telemetry telemetry) {
    Counts counts = telemetry.counts();
    return counts.waiting() == 0 && counts.waitingBatches() == 0;
  }

  @Test
  void aFloodOfRequestsForRebirthGetsOneASecond() throws Exception {
    try (Listener host = host();
        Telemetry _ = node("")) {
      until("birth", () -> of(host, "DBIRTH").size() == 1);
      String command = "spBv1.0/test/NCMD/" + who.rig();
      for (int i = 0; i < 100; i++) {
        host.say(command, order("Node Control/Rebirth", true), false);
      }
      until("they were answered", () -> of(host, "DBIRTH").size() > 1);
      assertThat(of(host, "DBIRTH")).hasSizeLessThan(20);
    }
  }

  @Test
  void nothingIsSaidUntilThePrimaryHostIsOnlineAndTheNodeLeavesWithIt() throws Exception {
    String state = "spBv1.0/STATE/scada-" + who.rig();
    try (Listener host = host()) {
      host.say(state, state(false, 5), true);
      try (Telemetry telemetry = node("scada-" + who.rig())) {
        until("connected", () -> telemetry.counts().connections() > 0);
        ROW.ticks.subList(0, 100).forEach(telemetry);
        assertThat(of(host, "NBIRTH")).isEmpty();
        host.say(state, state(true, 7), true);
        until("birth", () -> of(host, "DBIRTH").size() == 1);
        host.say(state, state(false, 6), true);
        host.say(state, state(false, 8), true);
        host.say(state, state(false, 8), true);
        until("death", () -> of(host, "NDEATH").size() == 1);
        until("back", () -> telemetry.counts().connections() > 1);
        host.say(state, state(true, 9), true);
        until("born again", () -> of(host, "DBIRTH").size() == 2);
      }
      host.say(state, new byte[0], true);
    }
  }

  private Telemetry node(String primaryHost) {
    return node(primaryHost, new CountDownLatch(0));
  }

  /** A node whose broker is there once {@code reachable} is open. */
  private Telemetry node(String primaryHost, CountDownLatch reachable) {
    TelemetrySettings settings =
        new TelemetrySettings(
            true,
            "test",
            new BrokerAddress("127.0.0.1", broker.port, false),
            Login.NONE,
            true,
            primaryHost,
            () -> await(reachable));
    return new Telemetry(
        who, settings, folder, new Telemetry.Controls(stops::incrementAndGet, _ -> {}));
  }

  private static void await(CountDownLatch reachable) {
    try {
      reachable.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Listener host() {
    return new Listener(broker.port, "spBv1.0/test/+/" + who.rig() + "/#");
  }

  private static String verb(Listener.Heard heard) {
    return heard.topic().split("/", -1)[2];
  }

  private static List<Listener.Heard> of(Listener host, String verb) {
    return host.heard.stream().filter(heard -> verb(heard).equals(verb)).toList();
  }

  private static Payload payload(Listener.Heard heard) throws InvalidProtocolBufferException {
    return Payload.parseFrom(heard.payload());
  }

  private static Map<String, Payload.Metric> metrics(Payload payload) {
    Map<String, Payload.Metric> metrics = new HashMap<>();
    payload.getMetricsList().forEach(metric -> metrics.put(metric.getName(), metric));
    return metrics;
  }

  private static byte[] order(String name, boolean value) {
    return Payload.newBuilder()
        .setTimestamp(1)
        .addMetrics(
            Payload.Metric.newBuilder().setName(name).setDatatype(11).setBooleanValue(value))
        .build()
        .toByteArray();
  }

  private static byte[] state(boolean online, long timestamp) {
    return ("{\"online\":" + online + ",\"timestamp\":" + timestamp + "}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
