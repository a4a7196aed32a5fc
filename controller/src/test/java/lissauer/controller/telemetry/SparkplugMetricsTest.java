package lissauer.controller.telemetry;

import static lissauer.controller.telemetry.TelemetryFixture.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lissauer.controller.loop.Tick;
import lissauer.controller.telemetry.SparkplugPayload.Metric;
import org.junit.jupiter.api.Test;

/** Which values a host takes for true now, and which for history. */
class SparkplugMetricsTest {
  private static final long MADE_MILLIS = 1_000;
  private final Identity who = TelemetryFixture.identity();
  private final SparkplugMetrics metrics = new SparkplugMetrics(who);

  @Test
  void aBirthHoldsWhatHoldsNowWithItsOwnTimeBeforeAnythingOfItWasSent() {
    metrics.made(message(Message.Kind.STATE, 1));
    metrics.made(message(Message.Kind.ALARM, 2));
    metrics.made(message(Message.Kind.STATE, 3));
    Sample sample = sample(100);
    metrics.made(sample);
    Map<String, Metric> born = named(metrics.birth());
    assertThat(born.get("state").value()).isEqualTo("{\"seq\":3}");
    assertThat(born.get("alarm").value()).isEqualTo("{\"seq\":2}");
    assertThat(born.get("alarm").utcMillis()).isEqualTo(MADE_MILLIS);
    assertThat(born.get("summary").value()).isNull();
    assertThat(born.get("tick").value()).isEqualTo(100L);
    assertThat(born.get("tip_celsius").value()).isNotNull();
    assertThat(born.get("phase").value()).isEqualTo(sample.tick().phase().label());
    assertThat(born.get("tip_celsius").utcMillis()).isEqualTo(sample.at().utc().toEpochMilli());
    assertThat(born.values()).noneMatch(Metric::historical);
  }

  @Test
  void messagesMadeBeforeTheBirthAreHistoricalAndLaterOnesNotWhateverTheClocksSay() {
    Message early = message(Message.Kind.STATE, 7);
    metrics.made(early);
    assertThat(metrics.birth()).isNotEmpty();
    Message late = message(Message.Kind.STATE, 8);
    metrics.made(late);
    assertThat(metrics.of(early).historical()).isTrue();
    assertThat(metrics.of(late).historical()).isFalse();
    Message ofAnotherStart = new Message(Message.Kind.STATE, "row", "x", 99, MADE_MILLIS, "{}");
    assertThat(metrics.of(ofAnotherStart).historical()).isTrue();
  }

  @Test
  void aBatchAcrossABirthIsHistoricalUpToItAndLiveAfterIt() {
    List<Sample> samples =
        IntStream.range(1000, 1010).mapToObj(SparkplugMetricsTest::sample).toList();
    samples.subList(0, 5).forEach(metrics::made);
    assertThat(metrics.birth()).isNotEmpty();
    samples.subList(5, 10).forEach(metrics::made);
    List<Metric> ticks =
        metrics.of(new Batch(1, samples)).stream().filter(m -> m.name().equals("tick")).toList();
    assertThat(ticks.stream().filter(Metric::historical).map(Metric::value))
        .containsExactly(1000L, 1001L, 1002L, 1003L, 1004L);
    assertThat(ticks.stream().filter(m -> !m.historical()).map(Metric::value))
        .containsExactly(1005L, 1006L, 1007L, 1008L, 1009L);
  }

  @Test
  void theFirstSampleAfterABirthTellsOnlyWhatChangedAndTheFirstHeldBackOneEverything() {
    Sample before = sample(1000);
    metrics.made(before);
    List<Metric> born = metrics.birth();
    Sample after = sample(1001);
    assertThat(names(metrics.of(new Batch(1, List.of(after)))))
        .contains("tick")
        .doesNotContain("site");
    metrics.made(after);
    assertThat(metrics.birth()).hasSameSizeAs(born);
    assertThat(names(metrics.of(new Batch(2, List.of(after)))))
        .hasSize(born.size() - Message.Kind.values().length);
  }

  private static List<String> names(List<Metric> metrics) {
    return metrics.stream().map(Metric::name).toList();
  }

  private Message message(Message.Kind kind, long seq) {
    return new Message(kind, "row", who.birth(), seq, MADE_MILLIS, "{\"seq\":" + seq + "}");
  }

  private static Sample sample(int number) {
    Tick tick = ROW.ticks.get(number);
    return new Sample(
        tick, new Stamp(tick.atNanos(), java.time.Instant.EPOCH.plusMillis(number)), 0);
  }

  private static Map<String, Metric> named(List<Metric> metrics) {
    return new ArrayList<>(metrics)
        .stream().collect(Collectors.toMap(Metric::name, metric -> metric));
  }
}
