package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a connection that is not as it should be. */
class CourierTest {
  @TempDir private Path folder;
  private final Identity who = TelemetryFixture.identity();
  private final List<List<String>> unheard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aBrokerThatLetsUsHearNothingIsTroubleAndToldOnce() throws Exception {
    try (FakeBroker broker = new FakeBroker(0x80)) {
      Courier courier = courier(TelemetryFixture.at(broker.port).reach(who));
      until("the refusal", () -> !courier.trouble().isEmpty());
      assertThat(courier.trouble())
          .contains("does not let us listen to")
          .contains(Topics.of(who).command(Command.STOP));
      courier.finish(Duration.ofSeconds(3));
      assertThat(unheard)
          .containsExactly(
              List.of(Topics.of(who).command(Command.STOP), Topics.of(who).command(Command.ACK)));
    }
  }

  @Test
  void aBrokerThatLetsUsHearIsNoTrouble() throws Exception {
    try (FakeBroker broker = new FakeBroker(1)) {
      Courier courier = courier(TelemetryFixture.at(broker.port).reach(who));
      until("a connection", () -> courier.connections() > 0);
      courier.finish(Duration.ofSeconds(3));
      assertThat(courier.lastTrouble()).isEmpty();
      assertThat(unheard).isEmpty();
    }
  }

  @Test
  void thatCommandsAreUnavailableIsAnEvent() throws Exception {
    try (FakeBroker broker = new FakeBroker(0x80)) {
      Telemetry telemetry =
          new Telemetry(
              who, TelemetryFixture.at(broker.port), folder, TelemetryFixture.NO_CONTROLS);
      until("the event has left", () -> telemetry.counts().delivered() == 1);
      assertThat(telemetry.brokerTrouble()).contains("does not let us listen to");
      telemetry.close();
    }
  }

  @Test
  void whatNobodyThoughtOfIsTroubleAndTelemetryGoesOn() throws Exception {
    try (FakeBroker broker = new FakeBroker(1)) {
      AtomicInteger tries = new AtomicInteger();
      Courier.Reach reach = TelemetryFixture.at(broker.port).reach(who);
      Courier courier =
          courier((will, receiver, wake) -> {
            if (tries.incrementAndGet() == 1) {
              throw new IllegalStateException("nobody thought of this");
            }
            return reach.open(will, receiver, wake);
          });
      until("a connection", () -> courier.connections() > 0);
      assertThat(courier.lastTrouble()).contains("nobody thought of this");
      assertThat(courier.trouble()).isEmpty();
      courier.finish(Duration.ofSeconds(3));
    }
  }

  @Test
  void whatTelemetryLostIsInTheSummaryAndSamplesThatNobodyTookAreCounted() {
    Telemetry telemetry =
        new Telemetry(who, TelemetryFixture.at(1), folder, TelemetryFixture.NO_CONTROLS);
    TelemetryFixture.tell(telemetry);
    telemetry.close();
    int all = TelemetryFixture.ROW.ticks.size();
    assertThat(telemetry.counts().droppedSamples()).isEqualTo(all);
    assertThat(telemetry.counts().waitingBatches()).isZero();
    try (Outbox left = new Outbox(folder, "z", 1000, System::nanoTime)) {
      JsonNode summary = null;
      for (Message next = left.next(); next != null; next = left.next()) {
        summary = JsonMapper.shared().readTree(next.json());
      }
      assertThat(Schemas.faults("summary", summary)).isEmpty();
      long dropped = summary.get("dropped_samples").longValue();
      assertThat(dropped + summary.get("waiting_samples").longValue()).isEqualTo(all);
      assertThat(summary.get("lost_messages").longValue()).isZero();
      assertThat(summary.get("refused_commands").longValue()).isZero();
    }
  }

  private Courier courier(Courier.Reach reach) {
    Courier courier =
        new Courier(
            reach,
            new JsonProfile(who, null, () -> null),
            new Outbox(folder, "a", 100, System::nanoTime),
            new SampleQueue(10),
            new Semaphore(0),
            unheard::add);
    courier.start();
    return courier;
  }
}
