package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is worth saying of a row. */
class RowTellerTest {
  private static final String HELD = "the monitoring hold is held";
  @TempDir private Path folder;
  private final AtomicBoolean held = new AtomicBoolean();
  private final List<JsonNode> said = new ArrayList<>();

  @Test
  void aMonitoringHoldIsToldWithWhatItBlocksAndWithItsEnd() throws DeviceException {
    TestBench row = heldInTheHold();
    tell(row);
    assertThat(events()).containsSubsequence("monitoring-hold", "site-done");
    assertThat(events()).containsOnlyOnce("monitoring-hold", "monitoring-hold-over");
    JsonNode first =
        said.stream()
            .filter(json -> json.path("blocking").toString().contains(HELD))
            .findFirst()
            .orElseThrow();
    assertThat(first.get("phase").stringValue()).isEqualTo("cool");
    JsonNode ramp =
        said.stream()
            .filter(json -> json.path("phase").toString().contains("ramp"))
            .toList()
            .getLast();
    assertThat(ramp.get("site").intValue()).isEqualTo(2);
    assertThat(ramp.get("blocking")).isEmpty();
  }

  @Test
  void samplesHoldTheMonitoringHoldTheFootswitchTheRelayAsDrivenAndAges() throws DeviceException {
    TestBench row = heldInTheHold();
    assertThat(row.ticks).anyMatch(tick -> value(row, "monitoring_held", tick).equals(true));
    for (Tick tick : row.ticks) {
      assertThat(value(row, "monitoring_held", tick))
          .isEqualTo(tick.inputs().sample().monitoringHold());
      assertThat(value(row, "footswitch_pressed", tick))
          .isEqualTo(tick.inputs().sample().footswitchPressed());
      assertThat(value(row, "relay_driven_closed", tick)).isEqualTo(tick.decision().relayClosed());
      assertThat(value(row, "to_depth_millimetres", tick))
          .isEqualTo(tick.decision().tipAt().depthMillimetres());
      assertThat((double) value(row, "tip_age_seconds", tick))
          .isBetween(0.0, row.protocol.limits().sampleAgeSeconds());
      assertThat((double) value(row, "rf_age_seconds", tick))
          .isBetween(0.0, row.protocol.limits().sampleAgeSeconds());
    }
  }

  private TestBench heldInTheHold() throws DeviceException {
    TestBench row =
        new TestBench("nashold-spinal").changing(rig -> TestBench.watched(rig, held::get));
    row.onTick(
            tick -> {
              boolean begun = held.get() || tick.phase() instanceof Phase.Hold;
              held.set(begun && tick.atNanos() < 60_000_000_000L);
              if (tick.phase().site() == 1 && tick.phase() instanceof Phase.Ramp) {
                row.stop.press(StopSource.FOOTSWITCH);
              }
            })
        .run();
    return row;
  }

  private static Object value(TestBench row, String name, Tick tick) {
    Channel channel =
        Channel.of(row.protocol).stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow();
    Identity who = TelemetryFixture.identity("r", row);
    return channel.value().apply(new Sample(tick, new Stamp(tick.atNanos(), who.started()), 0));
  }

  private void tell(TestBench row) {
    Outbox outbox = new Outbox(folder, "a", 1000, System::nanoTime);
    Scribe scribe =
        new Scribe(
            TelemetryFixture.identity("r", row),
            outbox,
            message -> said.add(JsonMapper.shared().readTree(message.json())));
    RowTeller teller = new RowTeller(row.protocol.plan(), scribe);
    row.ticks.forEach(teller::accept);
    outbox.close();
  }

  private List<String> events() {
    return said.stream()
        .filter(json -> json.has("event"))
        .map(json -> json.get("event").stringValue())
        .toList();
  }
}
