package lissauer.controller.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import lissauer.hal.console.VirtualTissue;
import org.junit.jupiter.api.Test;

/** The plants of a campaign are those that the design names. */
class DrawTest {
  private static final Scenario USUAL = Scenario.of("usual", 5, Sampling.CHIP);

  @Test
  void everyPropertyFillsItsRangeEvenly() {
    even(draw -> draw.tissue().conductionWattsPerMetreKelvin() / 0.51, 0.7, 1.3);
    even(draw -> draw.tissue().capacityJoulesPerCubicMetreKelvin() / 3.90225e6, 0.7, 1.3);
    even(draw -> draw.tissue().perfusionWattsPerCubicMetreKelvin(), 0, 45_000);
    even(Draw::laterPerfusionWattsPerCubicMetreKelvin, 0, 45_000);
    even(Draw::gainRatio, 0.85, 1.15);
    even(Draw::lagSeconds, 0.05, 0.25);
    even(Draw::phaseFraction, 0, 1);
    even(draw -> draw.delayTicks() + 0.5, 0, 3);
  }

  @Test
  void neighbouringSeedsHaveNothingInCommon() {
    double product = 0;
    int count = 2000;
    for (long seed = 1; seed <= count; seed++) {
      product += (gain(seed) - 1) * (gain(seed + 1) - 1);
    }
    assertThat(product / count / (0.3 * 0.3 / 12)).isCloseTo(0, within(0.07));
  }

  @Test
  void onlyHarshTrialsAreOffInModesMeterDelayAndPeriod() {
    Draw usual = Draw.of(7, USUAL);
    Draw harsh = Draw.of(7, USUAL.harsher());
    assertThat(usual.meterRatio()).isEqualTo(1);
    assertThat(usual.jitterTicks()).isZero();
    assertThat(usual.latenessSeconds()).isZero();
    assertThat(usual.tissue().model()).isEqualTo(new VirtualTissue.Reduced(0, mode(usual)));
    assertThat(harsh.meterRatio()).isBetween(0.97, 1.03).isNotEqualTo(1);
    assertThat(harsh.jitterTicks()).isEqualTo(1);
    assertThat(harsh.latenessSeconds()).isPositive();
    assertThat(harsh.tissue().model()).isEqualTo(new VirtualTissue.Reduced(0.05, mode(harsh)));
    assertThat(harsh.gainRatio()).isEqualTo(usual.gainRatio());
  }

  @Test
  void aScenarioMaySetTheLagAndTheModel() {
    assertThat(Draw.of(3, USUAL.withLag(0.1)).lagSeconds()).isEqualTo(0.1);
    assertThat(Draw.of(3, USUAL.onFullModel()).tissue().model())
        .isEqualTo(new VirtualTissue.Full());
    assertThat(USUAL.withLag(0.1).task(KnownTip.ELECTRODE).sensorLagSeconds()).isEqualTo(0.1);
    assertThat(USUAL.task(KnownTip.ELECTRODE).sensorLagSeconds()).isEqualTo(0.15);
    assertThat(USUAL.task(KnownTip.ELECTRODE).conversionSeconds()).isEqualTo(0.1);
  }

  private static long mode(Draw draw) {
    return ((VirtualTissue.Reduced) draw.tissue().model()).seed();
  }

  private static double gain(long seed) {
    return Draw.of(seed, USUAL).gainRatio();
  }

  private static void even(ToDoubleFunction<Draw> property, double least, double most) {
    double[] shares =
        LongStream.rangeClosed(1, 2000)
            .mapToDouble(seed -> property.applyAsDouble(Draw.of(seed, USUAL)))
            .map(value -> (value - least) / (most - least))
            .sorted()
            .toArray();
    assertThat(shares[0]).isBetween(0.0, 0.17);
    assertThat(shares[1999]).isBetween(0.83, 1.0);
    assertThat(shares[1000]).isCloseTo(0.5, within(0.04));
    assertThat(shares[500]).isCloseTo(0.25, within(0.09));
    assertThat(shares[1500]).isCloseTo(0.75, within(0.09));
  }
}
