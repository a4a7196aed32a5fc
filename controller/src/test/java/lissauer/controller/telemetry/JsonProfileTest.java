package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.ROW;
import static lissauer.controller.telemetry.TelemetryFixture.at;
import static lissauer.controller.telemetry.TelemetryFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lissauer.controller.broker.EmbeddedBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole row as others see it, on the broker that comes along. */
class JsonProfileTest {
  private static EmbeddedBroker broker;
  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = new EmbeddedBroker();
    broker.start();
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
  }

  @Test
  void everyMessageIsAsItsSchemaSaysAndNothingIsLeftUndescribed() throws Exception {
    List<Listener.Heard> heard = row(TelemetryFixture.identity());
    Set<String> kinds = new HashSet<>();
    for (Listener.Heard message : heard) {
      kinds.add(message.last());
      assertThat(Schemas.faults(message.last(), message.json())).as(message.topic()).isEmpty();
    }
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "status", "birth", "state", "telemetry", "alarm", "event", "summary");
  }

  @Test
  void statusAndBirthSayWhenTheyAreOfAndALossOnlySinceWhenTheRigWasThere() {
    Identity who = TelemetryFixture.identity();
    JsonProfile profile = new JsonProfile(who, null, () -> null);
    JsonNode early = json(profile.greeting().getFirst());
    assertThat(early.get("utc").stringValue()).isEqualTo(who.started().toString());
    assertThat(early.get("clock_nanos").isNull()).isTrue();
    Stamp stamp = new Stamp(7_000_000_000L, who.started().plusSeconds(7));
    profile.made(new Sample(ROW.ticks.getFirst(), stamp, 0));
    JsonNode lost = json(profile.will());
    assertThat(lost.has("utc")).isFalse();
    assertThat(lost.has("clock_nanos")).isFalse();
    assertThat(lost.get("connected_utc").stringValue()).isEqualTo("2026-11-22T00:00:07Z");
    assertThat(lost.get("connected_clock_nanos").longValue()).isEqualTo(stamp.clockNanos());
    List<JsonNode> said =
        Stream.concat(profile.greeting().stream(), profile.farewell().stream())
            .map(JsonProfileTest::json)
            .toList();
    assertThat(said).hasSize(3);
    for (JsonNode json : said) {
      assertThat(json.get("utc").stringValue()).isEqualTo("2026-11-22T00:00:07Z");
      assertThat(json.get("clock_nanos").longValue()).isEqualTo(stamp.clockNanos());
    }
    assertThat(Schemas.faults("status", lost)).isEmpty();
    assertThat(Schemas.faults("status", early)).isEmpty();
  }

  private static JsonNode json(Outgoing out) {
    return tools.jackson.databind.json.JsonMapper.shared().readTree(out.payload());
  }

  @Test
  void aSchemaNoticesAWrongMessage() {
    JsonNode wrong =
        tools.jackson.databind.json.JsonMapper.shared().readTree("{\"status\":\"on\"}");
    assertThat(Schemas.faults("status", wrong)).isNotEmpty();
  }

  @Test
  void everyTickIsInTheSamplesOnceAndInOrder() throws Exception {
    List<Long> ticks = new ArrayList<>();
    for (Listener.Heard message : row(TelemetryFixture.identity())) {
      if (message.last().equals("telemetry")) {
        message.json().get("samples").values().forEach(s -> ticks.add(s.get("tick").longValue()));
      }
    }
    assertThat(ticks).isEqualTo(ROW.ticks.stream().map(tick -> tick.number()).toList());
  }

  @Test
  void numbersAreUniqueAndTheChainOfWhatMustArriveHasNoGap() throws Exception {
    Set<Long> numbers = new HashSet<>();
    long last = 0;
    int messages = 0;
    for (Listener.Heard message : row(TelemetryFixture.identity())) {
      JsonNode json = message.json();
      if (json.has("seq")) {
        assertThat(numbers.add(json.get("seq").longValue())).isTrue();
      }
      if (json.has("previous")) {
        assertThat(json.get("previous").longValue()).isEqualTo(last);
        last = json.get("seq").longValue();
        messages++;
      }
    }
    assertThat(messages).isGreaterThan(10);
  }

  @Test
  void theBirthNamesEveryQuantityOfASampleWithTheUnitOfTheSchema() throws Exception {
    List<Listener.Heard> heard = row(TelemetryFixture.identity());
    JsonNode birth = only(heard, "birth").getFirst();
    JsonNode described = Schemas.document("telemetry").at("/properties/samples/items/properties");
    Map<String, String> channels = new HashMap<>();
    birth
        .get("channels")
        .values()
        .forEach(c ->
            channels.put(
                c.get("name").stringValue(),
                c.get("unit").isNull() ? "" : c.get("unit").stringValue()));
    channels.forEach((name, unit) ->
        assertThat(described.at("/" + name + "/x-ucum").asString("")).as(name).isEqualTo(unit));
    Set<String> envelope = Set.of("tick", "clock_nanos", "utc", "phase", "site", "quality");
    Set<String> all = new HashSet<>(channels.keySet());
    all.addAll(envelope);
    assertThat(described.propertyNames()).containsExactlyInAnyOrderElementsOf(all);
    assertThat(birth.get("simulated").booleanValue()).isTrue();
  }

  @Test
  void theSummaryHoldsTheHeadOfTheRecordAndEverySite() throws Exception {
    JsonNode summary = only(row(TelemetryFixture.identity()), "summary").getFirst();
    assertThat(summary.get("record_head").stringValue()).isEqualTo("a".repeat(64));
    assertThat(summary.get("sites").size()).isEqualTo(ROW.protocol.plan().sites().size());
    assertThat(summary.get("ticks").longValue()).isEqualTo(ROW.ticks.size());
  }

  @Test
  void whoComesLateFindsStatusBirthStateAndAlarms() throws Exception {
    Identity who = TelemetryFixture.identity();
    row(who);
    try (Listener late = new Listener(broker.port(), Topics.of(who).base() + "/+")) {
      until("what was kept", () -> late.heard.size() >= 4);
      assertThat(late.heard).allMatch(Listener.Heard::retained);
      assertThat(late.heard.stream().map(Listener.Heard::last))
          .containsExactlyInAnyOrder("status", "birth", "state", "alarm");
      // Artemis at times publishes the last will although goodbye was said: its own race.
      assertThat(late.on("status").getFirst().json().get("status").stringValue())
          .isIn("offline", "lost");
      assertThat(late.on("state").getFirst().json().get("phase").stringValue())
          .isEqualTo("row done");
    }
  }

  @Test
  void aStopFromOutsideArrivesAndARetainedOneDoesNot() throws Exception {
    Identity who = TelemetryFixture.identity();
    AtomicInteger stops = new AtomicInteger();
    Telemetry.Controls controls = new Telemetry.Controls(stops::incrementAndGet, _ -> {});
    String stop = Topics.of(who).command(Command.STOP);
    try (Listener other = new Listener(broker.port(), Topics.of(who).base() + "/event")) {
      other.say(stop, new byte[0], false);
      other.say(stop, new byte[] {1}, true);
      try (Telemetry telemetry = new Telemetry(who, at(broker.port()), folder, controls)) {
        until("the kept stop is refused", () -> telemetry.counts().refusedCommands() == 1);
        assertThat(stops.get()).isZero();
        other.say(stop, "what ever".getBytes(java.nio.charset.StandardCharsets.UTF_8), false);
        until("the stop", () -> stops.get() == 1);
      }
      other.say(stop, new byte[0], true);
    }
  }

  private List<JsonNode> only(List<Listener.Heard> heard, String last) {
    return heard.stream().filter(h -> h.last().equals(last)).map(Listener.Heard::json).toList();
  }

  private List<Listener.Heard> row(Identity who) throws Exception {
    try (Listener listener = new Listener(broker.port(), Topics.of(who).base() + "/#")) {
      try (Telemetry telemetry =
          new Telemetry(who, at(broker.port()), folder, TelemetryFixture.NO_CONTROLS)) {
        TelemetryFixture.tellAndDeliver(telemetry);
      }
      until(
          "goodbye",
          () ->
              listener.on("status").stream()
                  .anyMatch(h -> h.json().get("status").stringValue().equals("offline")));
      return listener.heard;
    }
  }
}
