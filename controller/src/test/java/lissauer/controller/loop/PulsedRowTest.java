package lissauer.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lissauer.controller.TestBench;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Program;
import lissauer.hal.DeviceException;
import lissauer.hal.TemperatureSample;
import org.junit.jupiter.api.Test;

class PulsedRowTest {
  private final TestBench bench = new TestBench("pulsed-rhizotomy");

  @Test
  void aBurstHasThePowerOfItsVoltage() throws DeviceException {
    double volts = ((Program.Pulsed) bench.protocol.plan().program()).voltsRms();
    List<Double> bursts = burstWatts();
    assertThat(bursts).hasSize(240);
    assertThat(bursts.getFirst())
        .as("over the magnitude of an impedance with some displacement current")
        .isBetween(volts * volts / 465, volts * volts / 450);
  }

  @Test
  void burstsWeakenSoThatTheTipStaysBelowItsCeiling() throws DeviceException {
    AtomicBoolean hot = new AtomicBoolean();
    bench.onTick(tick -> hot.set(tick.phase() instanceof Phase.Hold));
    bench.changing(rig ->
        TestBench.with(
            rig,
            () -> {
              TemperatureSample read = rig.thermocouple().read();
              return new TemperatureSample(
                  read.sampledNanos(),
                  read.tipCelsius() + (hot.get() ? 3 : 0),
                  read.coldJunctionCelsius(),
                  read.quality());
            }));
    List<Double> bursts = burstWatts();
    assertThat(bursts.getLast()).isLessThan(0.7 * bursts.getFirst());
    assertThat(bench.ticks.getLast().phase()).isInstanceOf(Phase.RowDone.class);
    double hottest =
        bench.ticks.stream()
            .mapToDouble(tick -> tick.inputs().sample().temperature().tipCelsius())
            .max()
            .orElseThrow();
    assertThat(hottest).as("with noise").isLessThan(42.8);
  }

  private List<Double> burstWatts() throws DeviceException {
    bench.run();
    return bench.ticks.stream()
        .map(tick -> tick.decision().command().powerWatts())
        .filter(watts -> watts > 0)
        .toList();
  }
}
