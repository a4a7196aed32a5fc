package lissauer.controller.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.RfReading;
import lissauer.hal.TemperatureSample;
import org.junit.jupiter.api.Test;

/** Known laws on a plant known by heart give the results that pencil and paper give. */
class TrialTest {
  private static final double TOLERANCE = 1e-9;

  /** Power by tick of its own; full power is 2 K a tick here. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Script(int leadTicks, double... watts) implements Contender {
    @Override
    public String name() {
      return "script";
    }

    @Override
    public Controller start(Task task) {
      return new Controller() {
        private int tick;

        @Override
        public double watts(long nowNanos, TemperatureSample sample, RfReading reading) {
          int at = tick++ - leadTicks;
          return at >= 0 && at < watts.length ? watts[at] : 0;
        }

        @Override
        public boolean ramping() {
          return tick > leadTicks;
        }
      };
    }
  }

  private static Draw draw(double gain, int delay, double later) {
    Draw nominal = Draw.nominal(0.1, 0);
    return new Draw(nominal.tissue(), later, gain, 1, 0.1, 0, delay, 0, 0, 0, 1);
  }

  private static Outcome run(Contender contender, double ramp, Draw draw) {
    Scenario scenario = Scenario.of("known", ramp, Sampling.FIFTY_HERTZ);
    return new Trial(KnownTip.TIPS, KnownTip.ELECTRODE, contender, scenario, draw).run();
  }

  /** 20 ticks at full power: 77; then held there. */
  @Test
  void overshootIsThatOfTheTrueTip() {
    double[] watts = new double[20];
    java.util.Arrays.fill(watts, 1);
    Outcome outcome = run(new Script(0, watts), 0, draw(1, 0, 0));
    assertThat(outcome.first().overshootKelvin()).isCloseTo(2, within(TOLERANCE));
    assertThat(outcome.first().oneKelvinSeconds()).isInfinite();
    assertThat(outcome.first().heldFraction()).isZero();
    assertThat(outcome.peakTissueCelsius()).isCloseTo(79, within(TOLERANCE));
    assertThat(outcome.mostWatts()).isEqualTo(1);
  }

  /** 18 ticks: 73; 0.9 W: 74.8 for a second, then 75.05 after 1.4 s. */
  @Test
  void timesIntoTheBandsCountFromTheCommandThatBeginsTheRamp() {
    double[] watts = new double[80];
    java.util.Arrays.fill(watts, 0, 18, 1);
    watts[18] = 0.65;
    watts[70] = 0.375;
    for (int lead : new int[] {0, 50}) {
      Outcome outcome = run(new Script(lead, watts), 0, draw(1, 1, 0));
      SiteOutcome site = outcome.first();
      assertThat(site.leadSeconds()).isCloseTo(lead * 0.02, within(TOLERANCE));
      assertThat(site.oneKelvinSeconds()).isBetween(0.36, 0.40);
      assertThat(site.halfKelvinSeconds()).isBetween(71 * 0.02, 72 * 0.02 + 1e-6);
      assertThat(site.overshootKelvin()).isCloseTo(0.05, within(TOLERANCE));
      assertThat(outcome.courseKelvin()[0]).isCloseTo(-38, within(TOLERANCE));
      assertThat(outcome.courseKelvin()[10]).isCloseTo(-38 + 18, within(TOLERANCE));
    }
  }

  /** Within 0.2 K from 1.44 s on; the hold begins at 0.38 s and counts from 1.38 s to 7 s. */
  @Test
  void theHoldCountsFromOneSecondAfterItsBeginUntilPerfusionChanges() {
    double[] watts = new double[80];
    java.util.Arrays.fill(watts, 0, 18, 1);
    watts[18] = 0.65;
    watts[70] = 0.375;
    Outcome outcome = run(new Script(0, watts), 0, draw(1, 1, 4000));
    SiteOutcome site = outcome.first();
    assertThat(site.holdTicks()).isBetween(560, 564);
    assertThat(site.holdTicks() - site.heldTicks()).isBetween(4, 8);
    assertThat(site.stepKelvin()).isCloseTo(0.4 - 0.05, within(TOLERANCE));
  }

  @Test
  void aRampThatIsGivenDelaysHoldAndStep() {
    double[] watts = new double[20];
    java.util.Arrays.fill(watts, 0, 19, 1);
    Outcome outcome = run(new Script(0, watts), 5, draw(1, 0, 4000));
    assertThat(outcome.first().holdTicks()).isBetween(599, 602);
    assertThat(outcome.first().heldFraction()).isEqualTo(1);
    assertThat(outcome.boundSeconds()).isNaN();
  }

  /**
   * From 37 °C to 74 °C by 100 K/s: 0.37 s; a weak generator takes longer, a strong one not less.
   */
  @Test
  void theBoundIsFullPowerFromTheSameStateWithTheDelay() {
    assertThat(run(new Script(0), 0, draw(1, 0, 0)).boundSeconds())
        .isCloseTo(0.37, within(TOLERANCE));
    assertThat(run(new Script(0), 0, draw(1.15, 2, 0)).boundSeconds())
        .isCloseTo(0.41, within(TOLERANCE));
    assertThat(run(new Script(0), 0, draw(0.85, 0, 0)).boundSeconds())
        .isCloseTo(0.37 / 0.85, within(TOLERANCE));
  }

  @Test
  void theBoundStartsWhereAProbeLeftThePlant() {
    Contender probing =
        new Contender() {
          @Override
          public String name() {
            return "probing";
          }

          @Override
          public Controller start(Task task) {
            return new Controller() {
              private int tick;

              @Override
              public double watts(long now, TemperatureSample sample, RfReading reading) {
                return tick++ < 50 ? 0.1 : 0;
              }

              @Override
              public boolean ramping() {
                return tick > 100;
              }
            };
          }
        };
    Outcome outcome = run(probing, 0, draw(1, 0, 0));
    assertThat(outcome.first().leadSeconds()).isCloseTo(2, within(TOLERANCE));
    assertThat(outcome.boundSeconds()).isCloseTo(0.27, within(TOLERANCE));
  }

  @Test
  void aLawThatNeverBeginsIsEndedAndHasReachedNothing() {
    Outcome outcome = run(new Script(1_000_000), 0, draw(1, 0, 0));
    assertThat(outcome.first().heldFraction()).isZero();
    assertThat(outcome.first().oneKelvinSeconds()).isInfinite();
    assertThat(outcome.first().overshootKelvin()).isInfinite();
  }

  @Test
  void inARowTheTipRestsMovesOnAndTheLawIsTold() {
    List<String> told = new ArrayList<>();
    Contender contender = new Told(told);
    Scenario row = Scenario.of("row", 5, Sampling.FIFTY_HERTZ).row(4);
    Outcome outcome =
        new Trial(KnownTip.TIPS, KnownTip.ELECTRODE, contender, row, draw(1, 0, 0)).run();
    assertThat(outcome.sites()).hasSize(4);
    assertThat(outcome.sites().get(3).stepKelvin()).isNaN();
    assertThat(told).startsWith("start").endsWith("next");
    assertThat(told.stream().filter("next"::equals)).hasSize(3);
    assertThat(told.stream().filter("rest"::equals)).hasSizeBetween(147, 153);
  }

  /** A law that writes down what it is told. */
  private record Told(List<String> told) implements Contender, Controller {
    @Override
    public Controller start(Task task) {
      told.add("start");
      return this;
    }

    @Override
    public Controller next(Controller before, Task task) {
      told.add("next");
      return before;
    }

    @Override
    public double watts(long now, TemperatureSample sample, RfReading reading) {
      return sample.tipCelsius() < 44 ? 0.01 : 0;
    }

    @Override
    public void rest(long now, TemperatureSample sample, RfReading reading) {
      told.add("rest");
    }

    @Override
    public String name() {
      return "told";
    }
  }
}
