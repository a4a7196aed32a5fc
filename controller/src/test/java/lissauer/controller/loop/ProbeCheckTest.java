package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.control.Probe;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.SensorTrip;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeCheckTest {
  private static Probe.Finding finding(double lag, double rise, double residual) {
    return new Probe.Finding(1, 1, lag, rise, 10, residual, 0.02, 0, 1);
  }

  @Test
  void whatIsExpectedPasses() {
    assertThat(ProbeCheck.failure(finding(0.25, 6, 0.1))).isNull();
    assertThat(ProbeCheck.failure(finding(0.5, 25, 1))).isNull();
    assertThat(ProbeCheck.failure(finding(0.01, 4, 0.03))).isNull();
  }

  @Test
  void whatIsNotIsRefused() {
    assertThat(ProbeCheck.failure(null)).isInstanceOf(SensorTrip.ProbeUnseen.class);
    assertThat(ProbeCheck.failure(finding(0.1, 3.9, 0.1))).isInstanceOf(SensorTrip.ProbeRise.class);
    assertThat(ProbeCheck.failure(finding(0.1, 25.1, 0.1)))
        .isInstanceOf(SensorTrip.ProbeRise.class);
    assertThat(ProbeCheck.failure(finding(0.1, -8, 0.1))).isInstanceOf(SensorTrip.ProbeRise.class);
    assertThat(ProbeCheck.failure(finding(0.1, Double.NaN, 0.1)))
        .isInstanceOf(SensorTrip.ProbeRise.class);
    assertThat(ProbeCheck.failure(finding(0.51, 10, 0.1)))
        .isInstanceOf(SensorTrip.SensorSluggish.class);
    assertThat(ProbeCheck.failure(finding(Double.NaN, 10, 0.1)))
        .isInstanceOf(SensorTrip.SensorSluggish.class);
    assertThat(ProbeCheck.failure(finding(0.1, 10, 1.01)))
        .isInstanceOf(SensorTrip.ProbeUnexplained.class);
    assertThat(ProbeCheck.failure(finding(0.1, 10, Double.NaN)))
        .isInstanceOf(SensorTrip.ProbeUnexplained.class);
  }

  /** Before the first ramp, and so before anything gets hot. */
  @ParameterizedTest
  @ValueSource(strings = {"short", "reversed", "detached", "slow_filter", "frozen"})
  void aBrokenThermocoupleIsFoundByTheProbe(String kind) throws DeviceException {
    TestBench bench =
        new TestBench("nashold-spinal")
            .with(Map.of("thermocouple.fault.kind", kind, "thermocouple.fault.from_seconds", "0"));
    Tick last = bench.run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(bench.ticks).noneMatch(tick -> tick.phase() instanceof Phase.Hold);
    assertThat(bench.ticks).allMatch(tick -> !(tick.decision().command().powerWatts() > 0.15));
  }
}
