package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.OutputTrip;
import lissauer.controller.safety.SensorTrip;
import lissauer.hal.DeviceException;
import org.junit.jupiter.api.Test;

class BoilingRowTest {
  /**
   * On the full model: a thermocouple that suddenly reads 30 °C low makes the law heat on, until
   * steam leaves the generator's voltage no way.
   */
  @Test
  void tissueThatBoilsEndsTheRowAndTheLawStaysWithinItsCap() throws DeviceException {
    TestBench bench =
        new TestBench("nashold-spinal")
            .with(
                Map.of(
                    "plant", "full",
                    "thermocouple.fault.kind", "offset",
                    "thermocouple.fault.step_kelvin", "-30",
                    "thermocouple.fault.from_seconds", "11"));
    Tick last = bench.run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(((Phase.Tripped) last.phase()).trip())
        .isInstanceOfAny(
            OutputTrip.PowerBelowCommand.class,
            OutputTrip.ImpedanceOutside.class,
            OutputTrip.ImpedanceSpike.class,
            SensorTrip.TemperatureJump.class);
    double cap = bench.protocol.limits().powerWatts();
    assertThat(bench.ticks)
        .allMatch(tick -> tick.decision().wantedWatts() >= 0)
        .allMatch(tick -> tick.decision().wantedWatts() <= cap);
  }
}
