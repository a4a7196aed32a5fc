package lissauer.controller.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lissauer.hal.TemperatureSample;
import org.junit.jupiter.api.Test;

/** The order of time in a trial is that of the real loop. */
class VirtualBenchTest {
  private static final long TICK = Scenario.TICK_NANOS;

  private static Draw draw(double gain, double meter, double noise, int delay, int jitter) {
    Draw nominal = Draw.nominal(0.1, noise);
    return new Draw(
        nominal.tissue(), 20_000, gain, meter, 0.1, noise, delay, jitter, 0.002 * jitter, 0.25, 9);
  }

  private static VirtualBench bench(Draw draw, Sampling sampling) {
    return new VirtualBench(draw, KnownTip.TIPS, KnownTip.ELECTRODE.geometry(), sampling, 1);
  }

  @Test
  void aCommandActsInItsOwnTickOrSoManyLater() {
    for (int delay = 0; delay <= 2; delay++) {
      VirtualBench bench = bench(draw(1, 1, 0, delay, 0), Sampling.FIFTY_HERTZ);
      for (int tick = 0; tick < 5; tick++) {
        double before = bench.tip().tipCelsius();
        bench.pass(tick == 0 ? 0.5 : 0);
        double rise = bench.tip().tipCelsius() - before;
        assertThat(rise).isCloseTo(tick == delay ? 100 * 0.02 * 0.5 : 0, within(1e-9));
      }
    }
  }

  @Test
  void theReadingIsTheReplyOfTheTickBeforeAndEndsWhereThatTickBegan() {
    VirtualBench bench = bench(draw(0.9, 1.03, 0, 0, 0), Sampling.FIFTY_HERTZ);
    for (int tick = 0; tick < 6; tick++) {
      assertThat(bench.nanos()).isEqualTo(tick * TICK);
      assertThat(bench.reading().measuredNanos()).isEqualTo(Math.max(0, tick - 1) * TICK);
      double shown = tick < 2 ? 0 : 0.1 * (tick - 2) * 0.9 * 1.03;
      assertThat(bench.reading().powerWatts()).isCloseTo(shown, within(1e-12));
      assertThat(bench.reading().voltsRms() * bench.reading().ampsRms())
          .isCloseTo(shown, within(1e-12));
      bench.pass(0.1 * tick);
    }
  }

  @Test
  void truePowerNeverPassesTheAbsoluteCap() {
    List<Double> seen = new ArrayList<>();
    VirtualBench bench = bench(draw(1.15, 1, 0, 0, 0), Sampling.FIFTY_HERTZ);
    bench.watchedBy((_, _, watts) -> seen.add(watts));
    bench.pass(0.5);
    bench.pass(1);
    bench.pass(7);
    bench.pass(-1);
    assertThat(seen).containsExactly(0.575, 0.575, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0);
  }

  @Test
  void aCommandThatIsNoNumberEndsTheTrial() {
    VirtualBench bench = bench(draw(1, 1, 0, 0, 0), Sampling.FIFTY_HERTZ);
    assertThatThrownBy(() -> bench.pass(Double.NaN)).hasMessageContaining("asked for NaN W");
  }

  /** A straight rise of r K/s is shown as {@code r·(t − τ·(1 − e^(−t/τ)))}. */
  @Test
  void fiftyHertzSamplesAreOfThisInstantBehindTheLag() {
    VirtualBench bench = bench(draw(1, 1, 0, 0, 0), Sampling.FIFTY_HERTZ);
    for (int tick = 0; tick < 30; tick++) {
      double t = tick * 0.02;
      assertThat(bench.sample().sampledNanos()).isEqualTo(bench.nanos());
      assertThat(bench.sample().tipCelsius())
          .isCloseTo(37 + 50 * (t - 0.1 * (1 - Math.exp(-t / 0.1))), within(1e-9));
      bench.pass(0.5);
    }
  }

  /** The mean of the same over each conversion; conversions end 5 ms after a tick here. */
  @Test
  void aChipShowsTheMeanOfItsConversionAtTheNextTick() {
    VirtualBench bench = bench(draw(1, 1, 0, 0, 0), Sampling.CHIP);
    TemperatureSample first = bench.sample();
    assertThat(first.sampledNanos()).isEqualTo(5_000_000 - 100_000_000);
    int seen = 0;
    for (int tick = 0; tick < 40; tick++) {
      long ended = bench.sample().sampledNanos();
      assertThat(bench.nanos() - ended).isBetween(0L, 100_000_000L);
      assertThat((ended - 5_000_000) % 100_000_000).isZero();
      if (ended > 100_000_000) {
        seen++;
        double to = ended * 1e-9;
        double mean = (integral(to) - integral(to - 0.1)) / 0.1;
        assertThat(bench.sample().tipCelsius()).isCloseTo(37 + mean, within(1e-8));
      }
      bench.pass(0.5);
    }
    assertThat(seen).isGreaterThan(30);
  }

  private static double integral(double t) {
    return 50 * (t * t / 2 - 0.1 * t + 0.01 * (1 - Math.exp(-t / 0.1)));
  }

  @Test
  void eachConversionHasItsOwnNoise() {
    VirtualBench bench = bench(draw(1, 1, 0.1, 0, 0), Sampling.FIFTY_HERTZ);
    double sum = 0;
    double squares = 0;
    int count = 4000;
    for (int tick = 0; tick < count; tick++) {
      double error = bench.sample().tipCelsius() - 37;
      sum += error;
      squares += error * error;
      bench.pass(0);
    }
    assertThat(sum / count).isCloseTo(0, within(0.006));
    assertThat(Math.sqrt(squares / count)).isCloseTo(0.1, within(0.005));
  }

  @Test
  void jitterMovesTheDelayByATickAndTheTickByAFewMilliseconds() {
    VirtualBench bench = bench(draw(1, 1, 0, 1, 1), Sampling.FIFTY_HERTZ);
    Random random = new Random(3);
    List<Double> asked = new ArrayList<>();
    int[] delays = new int[4];
    boolean late = false;
    bench.watchedBy((_, _, _) -> {});
    for (int tick = 0; tick < 500; tick++) {
      double before = bench.tip().tipCelsius();
      long from = bench.nanos();
      asked.addFirst(random.nextDouble());
      bench.pass(asked.getFirst());
      double seconds = (bench.nanos() - from) * 1e-9;
      assertThat(seconds).isBetween(0.018, 0.022);
      late |= Math.abs(seconds - 0.02) > 1e-4;
      double watts = (bench.tip().tipCelsius() - before) / 100 / seconds;
      for (int delay = 0; delay < Math.min(4, asked.size()); delay++) {
        delays[delay] += Math.abs(watts - asked.get(delay)) < 1e-9 ? 1 : 0;
      }
    }
    assertThat(delays[0]).isBetween(100, 250);
    assertThat(delays[1]).isBetween(100, 250);
    assertThat(delays[2]).isBetween(100, 250);
    assertThat(delays[3]).isZero();
    assertThat(late).isTrue();
  }
}
