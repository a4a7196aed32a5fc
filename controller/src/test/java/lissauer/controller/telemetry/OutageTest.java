package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Tick;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Brokers go away; what must arrive arrives, in order, once for a reader who looks at the key. */
class OutageTest {
  private static final TestBench LONG = TelemetryFixture.row("nashold-spinal");

  @TempDir private Path folder;
  @TempDir private Path outbox;

  @Test
  void nothingIsLostOrOutOfOrderWhenTheBrokerIsKilledAndFrozen() throws Exception {
    campaign(3, 2);
  }

  @Test
  @Tag("slow")
  void norWhenItIsKilledTwentyTimesAndFrozenForAMinute() throws Exception {
    campaign(20, 60);
  }

  @Test
  void whatAProcessThatWasKilledLeftIsSentByTheNextUnderItsOldBirth() throws Exception {
    try (Mosquitto broker = new Mosquitto(folder)) {
      Identity first = TelemetryFixture.identity("rig");
      broker.kill();
      Outbox left = new Outbox(outbox, "2026-01-01_killed", 100, System::nanoTime);
      Scribe scribe = new Scribe(first, left, _ -> {});
      scribe.event("row-started", "then the plug was pulled", java.util.Map.of());
      left.close();
      broker.start();
      Identity second = TelemetryFixture.identity("rig");
      try (Listener listener = new Listener(broker.port, Topics.of(second).base() + "/#")) {
        try (Telemetry telemetry =
            new Telemetry(
                second, TelemetryFixture.at(broker.port), outbox, TelemetryFixture.NO_CONTROLS)) {
          TelemetryFixture.tell(telemetry);
        }
        until("the summary", () -> !listener.on("summary").isEmpty());
        List<JsonNode> events = listener.on("event").stream().map(Listener.Heard::json).toList();
        assertThat(events.getFirst().get("birth").stringValue()).isEqualTo(first.birth());
        assertThat(events.get(1).get("birth").stringValue()).isEqualTo(second.birth());
      }
    }
  }

  @Test
  void withABrokerThatNeverAnswersARowIsToldAndTheEndIsNotHeldUp() throws Exception {
    try (Mosquitto broker = new Mosquitto(folder)) {
      broker.freeze();
      Telemetry telemetry =
          new Telemetry(
              TelemetryFixture.identity(),
              TelemetryFixture.at(broker.port),
              outbox,
              TelemetryFixture.NO_CONTROLS);
      TelemetryFixture.tell(telemetry);
      telemetry.close();
      assertThat(telemetry.counts().delivered()).isZero();
      assertThat(telemetry.counts().waiting()).isGreaterThan(10);
    }
  }

  @Test
  void aLongBacklogThatTheBrokerConfirmedAndTookWithItIsSentOnceMore() throws Exception {
    takenAlong(0);
  }

  @Test
  @Tag("slow")
  void soIsWhatABrokerConfirmedThatHungBeforeItDied() throws Exception {
    takenAlong(14);
  }

  /**
   * Kills a broker that stores every 10 s right after it has confirmed a backlog, for a reader who
   * is away.
   */
  private void takenAlong(long hungSeconds) throws Exception {
    Identity who = TelemetryFixture.identity("away");
    String topic = Topics.of(who).base() + "/event";
    try (Mosquitto broker =
        new Mosquitto(
            folder, "allow_anonymous true", "autosave_on_changes false", "autosave_interval 10")) {
      try (Listener reader = new Listener(broker.port, topic)) {
        broker.store(reader.name);
      }
      Outbox backlog = new Outbox(outbox, "2026-01-01_backlog", 1000, System::nanoTime);
      Scribe scribe = new Scribe(who, backlog, _ -> {});
      for (int i = 0; i < 507; i++) {
        scribe.event("site-done", "while nobody listened", java.util.Map.of());
      }
      backlog.close();
      try (Telemetry telemetry =
          new Telemetry(
              who, TelemetryFixture.at(broker.port), outbox, TelemetryFixture.NO_CONTROLS)) {
        until("confirmed", () -> telemetry.counts().delivered() == 507);
        if (hungSeconds > 0) {
          broker.freeze();
          telemetry.ended(TelemetryFixture.end(TelemetryFixture.ROW));
          TimeUnit.SECONDS.sleep(hungSeconds);
        }
        broker.kill();
        broker.start();
        until("it is back", () -> telemetry.counts().connections() > 1);
        until("all is confirmed", () -> telemetry.counts().waiting() == 0);
      }
      try (Listener reader = new Listener(broker.port, topic)) {
        List<Long> all = LongStream.rangeClosed(1, 507).boxed().toList();
        until("every event", () -> numbers(reader).size() == all.size());
        assertThat(numbers(reader)).containsExactlyElementsOf(all);
      }
    }
  }

  /** Numbers of what was heard, in the order in which they came first. */
  private static Set<Long> numbers(Listener reader) {
    return reader.heard.stream()
        .map(message -> message.json().get("seq").longValue())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Tells rows while the broker comes and goes, and looks at what an independent reader has got.
   */
  private void campaign(int kills, long frozenSeconds) throws Exception {
    try (Mosquitto broker = new Mosquitto(folder)) {
      Identity who = TelemetryFixture.identity("long-row", LONG);
      try (Listener listener = new Listener(broker.port, Topics.of(who).base() + "/#")) {
        Telemetry telemetry =
            new Telemetry(
                who, TelemetryFixture.at(broker.port), outbox, TelemetryFixture.NO_CONTROLS);
        until("connected", () -> telemetry.counts().connections() > 0);
        int told = 0;
        int share = LONG.ticks.size() / (kills + 2);
        for (int i = 0; i < kills; i++) {
          long before = telemetry.counts().connections();
          told = some(telemetry, told, share / 2);
          broker.kill();
          told = some(telemetry, told, share / 2);
          broker.start();
          until(
              "reader and rig are back",
              () -> listener.connected() && telemetry.counts().connections() > before);
        }
        broker.freeze();
        told = some(telemetry, told, share);
        TimeUnit.SECONDS.sleep(frozenSeconds);
        broker.thaw();
        some(telemetry, told, LONG.ticks.size());
        telemetry.ended(TelemetryFixture.end(LONG));
        until("everything is out", () -> telemetry.counts().waiting() == 0);
        telemetry.close();
        until("the summary", () -> !listener.on("summary").isEmpty());
        until("no thread of ours is left", () -> threads(who) == 0);
        Counts counts = telemetry.counts();
        judge(listener, counts);
        System.out.printf(
            "telemetry campaign: %d kills, frozen %d s: %s%n", kills, frozenSeconds, counts);
      }
    }
  }

  private static long threads(Identity who) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains(TelemetrySettings.client(who)))
        .count();
  }

  private static void judge(Listener listener, Counts counts) {
    Set<Long> seen = new HashSet<>();
    List<Long> order = new ArrayList<>();
    long previous = 0;
    long doubles = 0;
    for (Listener.Heard message : listener.heard) {
      JsonNode json = message.json();
      if (!json.has("previous")) {
        continue;
      }
      if (!seen.add(json.get("seq").longValue())) {
        doubles++;
        continue;
      }
      order.add(json.get("seq").longValue());
      assertThat(json.get("previous").longValue())
          .as("order of " + message.topic())
          .isEqualTo(previous);
      previous = json.get("seq").longValue();
    }
    assertThat(order).isSorted().hasSize((int) counts.delivered());
    assertThat(counts.lostMessages()).isZero();
    assertThat(order.size()).isGreaterThan(100);
    System.out.printf("heard %d messages, %d of them twice%n", order.size(), doubles);
  }

  /** Tells some more ticks, at some thousand a second. */
  private static int some(Telemetry telemetry, int from, int count) throws InterruptedException {
    int to = Math.min(from + count, LONG.ticks.size());
    for (Tick tick : LONG.ticks.subList(from, to)) {
      telemetry.accept(tick);
      if (tick.number() % 10 == 0) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
    return to;
  }
}
