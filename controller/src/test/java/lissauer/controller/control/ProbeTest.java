package lissauer.controller.control;

import static lissauer.controller.control.LawBench.tip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.05, 0, 1, 1",
    "0.7, 1.3, 0.1, 1, 1, 0.85",
    "1.3, 0.7, 0.2, 2, 1, 1.15",
    "0.8, 0.8, 0.25, 3, 5, 1",
    "1.2, 1.2, 0.15, 0, 5, 0.9"
  })
  void aProbeFindsTissueLagDelayAndGain(
      double conduction, double capacity, double lag, int delay, int period, double gain) {
    LawBench bench = new LawBench(7, tip(conduction, capacity, 10_888), 1);
    bench.lagSeconds = lag;
    bench.delayTicks = delay;
    bench.periodTicks = period;
    bench.gain = gain;
    Probe.Finding finding = bench.probe().finding();
    double slack = period == 1 ? 0.08 : 0.16;
    assertThat(finding.conductionRatio()).isCloseTo(conduction, within(slack * conduction));
    assertThat(finding.capacityRatio()).isCloseTo(capacity, within(slack * capacity));
    assertThat(finding.lagSeconds()).isCloseTo(lag, within(0.015 + 0.1 * lag));
    assertThat(finding.delayTicks()).isEqualTo(delay);
    assertThat(finding.outputRatio()).isCloseTo(gain, within(0.01));
    assertThat(finding.periodSeconds()).isCloseTo(period * 0.02, within(0.002));
    assertThat(finding.residualKelvin()).isBetween(0.05, 0.15);
  }

  @Test
  void aProbeHeatsTheTipByAboutTenKelvinAndNoMore() {
    LawBench bench = new LawBench(1, tip(1, 1, 10_888), 1);
    Probe.Finding finding = bench.probe().finding();
    assertThat(finding.riseKelvin()).isBetween(8.0, 12.0);
    assertThat(finding.expectedRiseKelvin()).isCloseTo(finding.riseKelvin(), within(0.6));
  }

  @Test
  void aShortedThermocoupleShowsAsARiseThatIsMissing() {
    LawBench bench = new LawBench(1, tip(1, 1, 10_888), 1);
    bench.contact = false;
    assertThat(bench.probe().finding()).satisfies(f -> assertThat(f.riseKelvin()).isLessThan(2));
  }
}
