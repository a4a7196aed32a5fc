package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Program;
import lissauer.hal.DeviceException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped plans with a set temperature, on the reduced model, noise and residual heat. */
class ThermalPlansTest {
  private static final double SETTLED_SECONDS = 1.5;

  @ParameterizedTest
  @ValueSource(
      strings = {"nashold-spinal", "nucleus-caudalis", "deep-row", "dorsal-rhizotomy", "cordotomy"})
  void holdsWithinHalfADegreeAndStaysBelowItsPower(String plan) throws DeviceException {
    TestBench bench = new TestBench(plan);
    assertThat(bench.run().phase()).isInstanceOf(Phase.RowDone.class);
    double set = ((Program.Thermal) bench.protocol.plan().program()).setCelsius();
    double hottest = 0;
    double worstKelvin = 0;
    double mostWatts = 0;
    for (Tick tick : bench.ticks) {
      mostWatts = Math.max(mostWatts, tick.decision().command().powerWatts());
      double celsius = tick.inputs().sample().temperature().tipCelsius();
      hottest = Math.max(hottest, celsius);
      double seconds = (tick.atNanos() - tick.phase().sinceNanos()) * 1e-9;
      if (tick.phase() instanceof Phase.Hold && seconds > SETTLED_SECONDS) {
        worstKelvin = Math.max(worstKelvin, Math.abs(celsius - set));
      }
    }
    assertThat(hottest - set).isLessThan(0.5);
    assertThat(worstKelvin).isLessThan(0.5);
    assertThat(mostWatts).isLessThan(0.95 * bench.protocol.electrode().caps().controlWatts());
  }
}
