package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What may come in from outside, which is little. */
class InboxTest {
  @TempDir private Path folder;
  private final List<String> done = new ArrayList<>();
  private final Identity who = TelemetryFixture.identity("r");
  private long nanos;
  private Outbox outbox;
  private Inbox inbox;

  @BeforeEach
  void open() {
    outbox = new Outbox(folder, "a", 1000, System::nanoTime);
    Scribe scribe = new Scribe(who, outbox, _ -> {});
    inbox =
        new Inbox(
            () -> done.add("stop"),
            name -> name.equals("StaleSample@7") && done.add("ack " + name),
            scribe,
            () -> nanos);
  }

  @Test
  void theTopicsListenedToAreStopAndAcknowledgeAndNoOther() {
    JsonProfile json = new JsonProfile(who, inbox, () -> null);
    assertThat(json.subscriptions())
        .containsExactly(
            new Subscription("lissauer/v1/test/r/cmd/stop", 1),
            new Subscription("lissauer/v1/test/r/cmd/ack", 1));
    SparkplugProfile sparkplug = new SparkplugProfile(who, inbox, "scada", new BirthNumber(folder));
    assertThat(sparkplug.subscriptions())
        .containsExactly(
            new Subscription("spBv1.0/test/NCMD/r", 1),
            new Subscription("spBv1.0/test/DCMD/r/row", 1),
            new Subscription("spBv1.0/STATE/scada", 1));
  }

  @Test
  void whateverComesInNothingButStopAndAcknowledgementHappens() {
    List<Profile> profiles =
        List.of(
            new JsonProfile(who, inbox, () -> null),
            new SparkplugProfile(who, inbox, "scada", new BirthNumber(folder)));
    Random random = new Random(1);
    for (Profile profile : profiles) {
      for (Subscription subscription : profile.subscriptions()) {
        for (int i = 0; i < 2000; i++) {
          byte[] payload = new byte[random.nextInt(40)];
          random.nextBytes(payload);
          nanos += TimeUnit.SECONDS.toNanos(2);
          profile.received(subscription.topic(), payload, random.nextBoolean());
        }
      }
    }
    assertThat(new TreeSet<>(done)).containsExactly("stop");
  }

  @Test
  void emptySparkplugCommandsAndStatesThatAreNoneAreRefusedAndTold() {
    Profile sparkplug = new SparkplugProfile(who, inbox, "scada", new BirthNumber(folder));
    List<String> topics = sparkplug.subscriptions().stream().map(Subscription::topic).toList();
    topics.forEach(topic -> sparkplug.received(topic, new byte[0], false));
    String state = topics.getLast();
    sparkplug.received(state, bytes("ONLINE"), false);
    sparkplug.received(state, bytes("{\"online\":true}"), false);
    assertThat(inbox.refused()).isEqualTo(5);
    assertThat(outbox.waiting()).isEqualTo(1);
    sparkplug.received(state, bytes("{\"online\":true,\"timestamp\":2}"), false);
    sparkplug.received(state, bytes("{\"online\":false,\"timestamp\":1}"), false);
    assertThat(inbox.refused()).isEqualTo(5);
  }

  @Test
  void aStopIsTakenWhateverStandsInItAndHoweverOften() {
    for (int i = 0; i < 100; i++) {
      inbox.received(Command.STOP, new byte[i], false);
    }
    assertThat(done).hasSize(100);
    assertThat(inbox.refused()).isZero();
  }

  @Test
  void aRetainedCommandIsRefused() {
    inbox.received(Command.STOP, new byte[0], true);
    inbox.received(Command.ACK, bytes("{\"alarm\":\"StaleSample@7\"}"), true);
    assertThat(done).isEmpty();
    assertThat(inbox.refused()).isEqualTo(2);
  }

  @Test
  void anAcknowledgementMustNameTheLatchedAlarm() {
    ack("{\"alarm\":\"StaleSample@7\"}");
    ack("{\"alarm\":\"StaleSample@8\"}");
    assertThat(done).containsExactly("ack StaleSample@7");
    assertThat(inbox.refused()).isEqualTo(1);
  }

  @Test
  void whatIsNoAcknowledgementIsRefused() {
    ack("");
    ack("null");
    ack("[]");
    ack("{\"alarm\":7}");
    ack("{\"alarm\":\"StaleSample@7\",\"arm\":true}");
    ack("{\"alarm\":\"StaleSample@7\"");
    ack("{\"alarm\":\"" + "x".repeat(600) + "\"}");
    assertThat(done).isEmpty();
    assertThat(inbox.refused()).isEqualTo(7);
  }

  @Test
  void aFloodOfAcknowledgementsIsRefusedAndToldOnceASecond() {
    nanos += TimeUnit.SECONDS.toNanos(5);
    for (int i = 0; i < 500; i++) {
      inbox.received(Command.ACK, bytes("{\"alarm\":\"x\"}"), false);
    }
    assertThat(inbox.refused()).isEqualTo(500);
    assertThat(outbox.waiting()).isEqualTo(1);
  }

  @Test
  void aRefusalDoesNotHideThatAStopCameInOrAnAlarmWasAcknowledged() {
    inbox.refuse("nonsense");
    inbox.received(Command.STOP, new byte[0], false);
    inbox.received(Command.ACK, bytes("{\"alarm\":\"StaleSample@7\"}"), false);
    assertThat(events()).containsExactly("command-refused", "stop-received", "alarm-acknowledged");
  }

  @Test
  void junkDoesNotKeepOutTheAcknowledgementThatIsMeant() {
    nanos += TimeUnit.SECONDS.toNanos(5);
    for (int i = 0; i < 50; i++) {
      inbox.received(Command.ACK, bytes("junk"), false);
      inbox.received(Command.ACK, bytes("{\"alarm\":\"x\"}"), false);
    }
    inbox.received(Command.ACK, bytes("{\"alarm\":\"StaleSample@7\"}"), false);
    assertThat(done).containsExactly("ack StaleSample@7");
  }

  @Test
  void anAcknowledgementIsTakenFiveTimesASecondAtMost() {
    nanos += TimeUnit.SECONDS.toNanos(5);
    for (int i = 0; i < 100; i++) {
      inbox.received(Command.ACK, bytes("{\"alarm\":\"StaleSample@7\"}"), false);
      nanos += TimeUnit.MILLISECONDS.toNanos(10);
    }
    assertThat(done).hasSize(5);
    assertThat(inbox.refused()).isEqualTo(95);
  }

  private List<String> events() {
    List<String> events = new ArrayList<>();
    for (Message told = outbox.next(); told != null; told = outbox.next()) {
      events.add(JsonMapper.shared().readTree(told.json()).get("event").stringValue());
    }
    return events;
  }

  private void ack(String text) {
    nanos += TimeUnit.SECONDS.toNanos(2);
    inbox.received(Command.ACK, bytes(text), false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
