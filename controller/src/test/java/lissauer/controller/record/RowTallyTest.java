package lissauer.controller.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lissauer.controller.TestBench;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceException;
import lissauer.hal.RfCommand;
import lissauer.hal.RfGenerator;
import lissauer.hal.RfReading;
import org.junit.jupiter.api.Test;

class RowTallyTest {
  private final TestBench bench = new TestBench("nashold-spinal");

  @Test
  void aSoundRowIsCompleteAtEverySite() throws DeviceException {
    RowTally tally = tally();
    assertThat(tally.results()).hasSize(20);
    assertThat(tally.results())
        .allSatisfy(site -> {
          assertThat(site.verdict()).isEqualTo(Verdict.COMPLETE);
          assertThat(site.holdSeconds()).isCloseTo(15, within(0.1));
          assertThat(site.inBandFraction()).isEqualTo(1);
          assertThat(site.overshootKelvin()).isBetween(0.0, 2.0);
          assertThat(site.afterOhms()).isLessThan(site.beforeOhms());
        });
  }

  @Test
  void energyIsTheTimeIntegralOfMeasuredPower() throws DeviceException {
    RowTally tally = tally();
    double joules = 0;
    for (Tick tick : bench.ticks) {
      if (tick.phase().site() == 0) {
        joules += tick.inputs().rf().powerWatts() * 0.02;
      }
    }
    assertThat(tally.results().getFirst().energyJoules()).isCloseTo(joules, within(1e-6));
  }

  @Test
  void aSensorThatIsTooNoisyIsOutOfBand() throws DeviceException {
    bench.with(Map.of("thermocouple.noise_kelvin", "0.8"));
    assertThat(tally().results()).extracting(SiteResult::verdict).contains(Verdict.OUT_OF_BAND);
  }

  @Test
  void constantPowerThatGaveTooLittleIsNotComplete() throws DeviceException {
    TestBench weak = new TestBench("low-power-coagulation");
    weak.changing(rig -> TestBench.with(rig, new WeakGenerator(rig.generator(), 0.7)));
    weak.run();
    RowTally tally = new RowTally(weak.protocol.plan());
    weak.ticks.forEach(tally);
    assertThat(tally.results())
        .hasSize(3)
        .allSatisfy(site -> assertThat(site.verdict()).isEqualTo(Verdict.OUT_OF_BAND));
  }

  /** Gives and reads only a share of what it is told. */
  private record WeakGenerator(RfGenerator generator, double fraction) implements RfGenerator {
    @Override
    public RfReading exchange(RfCommand command) throws DeviceException {
      return generator.exchange(
          new RfCommand(fraction * command.powerWatts(), command.leaseNanos()));
    }

    @Override
    public void close() {
      generator.close();
    }
  }

  @Test
  void aStoppedSiteIsIncomplete() throws DeviceException {
    bench.onTick(tick -> {
      if (tick.phase() instanceof Phase.Hold && tick.phase().site() == 1) {
        bench.stop.press(StopSource.TERMINAL);
      }
    });
    assertThat(tally().results())
        .extracting(SiteResult::verdict)
        .containsExactly(Verdict.COMPLETE, Verdict.INCOMPLETE);
  }

  private RowTally tally() throws DeviceException {
    bench.run();
    RowTally tally = new RowTally(bench.protocol.plan());
    bench.ticks.forEach(tally);
    return tally;
  }
}
