package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.hal.DeviceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of the thermocouple that a rig file asks for, and the trip that each ends in today. */
class SensorFaultRowTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "open,          tested_every=1,   InvalidSample,    0.04",
    "open,          tested_every=16,  OverTemperature,  0.04",
    "stale,         '',               StaleSample,      0.30",
    "offset,        step_kelvin=12,   OverTemperature,  0.04",
    "wrong_type,    shown_ratio=1.45, OverTemperature,  0.04",
    "cold_junction, step_kelvin=8,    OverTemperature,  0.04",
    "pick_up,       noise_kelvin=5,   OverTemperature,  0.50",
  })
  void aFaultInTheHoldEndsTheRow(String kind, String parameter, String trip, double withinSeconds)
      throws DeviceException {
    Map<String, String> rig = new LinkedHashMap<>();
    rig.put("thermocouple.fault.kind", kind);
    rig.put("thermocouple.fault.from_seconds", "14");
    if (!parameter.isEmpty()) {
      String[] halves = parameter.split("=", -1);
      rig.put("thermocouple.fault." + halves[0], halves[1]);
    }
    TestBench bench = new TestBench("nashold-spinal").with(rig);
    Tick last = bench.run();
    assertThat(last.phase()).isInstanceOf(Phase.Tripped.class);
    assertThat(((Phase.Tripped) last.phase()).trip().getClass().getSimpleName()).isEqualTo(trip);
    assertThat(last.atNanos() * 1e-9).isBetween(14.0, 14 + withinSeconds + 1e-9);
    assertThat(last.decision().command().on()).isFalse();
  }
}
