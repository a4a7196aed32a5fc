package lissauer.controller.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import lissauer.controller.TestBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureLawTest {
  private static final double TICK_SECONDS = 0.02;
  private static final double SET = 75;
  private static final double RAMP_SECONDS = 5;

  private final TemperatureLaw.Tuning tuning = new TestBench("nashold-spinal").protocol.tuning();
  private final TemperatureLaw law = new TemperatureLaw(tuning);
  private double peak = Double.NEGATIVE_INFINITY;
  private double worstHold;

  /** The plants of the physics study, section 4, on which this law was tuned. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nominal,  0.0074, 0.220, 1.494, 13.28, -1.00, 25.7, 63.8, 66.5",
    "k -30 %,  0.0099, 0.281, 1.805, 15.23, -1.34, 32.8, 82.8, 94.5",
    "k +30 %,  0.0059, 0.183, 1.294, 11.98, -0.80, 21.4, 52.1, 50.7",
    "grey,     0.0078, 0.211, 1.357, 10.36, -1.03, 24.3, 60.8, 59.3",
    "hot,      0.0101, 0.266, 1.665, 14.22, -1.71, 39.8, 88.6, 88.3",
    "cold,     0.0059, 0.188, 1.292, 10.48, -0.67, 17.9, 47.8, 48.9"
  })
  void theTrueTipStaysWithinOneDegreeAndNeverOvershootsByTwo(
      String name,
      double t1,
      double t2,
      double t3,
      double t4,
      double g1,
      double g2,
      double g3,
      double g4) {
    run(new double[] {t1, t2, t3, t4}, new double[] {g1, g2, g3, g4}, 0.6);
    assertThat(peak - SET).as(name).isLessThan(1);
    assertThat(worstHold).as(name).isLessThan(1);
  }

  @Test
  void neverAsksForLessThanNothingOrMoreThanTheLimit() {
    TemperatureLaw.State state = TemperatureLaw.State.restingAt(37);
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double limit = random.nextDouble();
      TemperatureLaw.Output output =
          law.step(
              state,
              new TemperatureLaw.Input(
                  0.5 * random.nextDouble(),
                  200 * random.nextDouble(),
                  37 + 50 * random.nextDouble(),
                  20 * random.nextGaussian(),
                  limit));
      assertThat(output.powerWatts()).isBetween(0.0, limit);
      state = output.state();
    }
  }

  @Test
  void aTipThatCannotFollowDoesNotWindTheCorrectionUp() {
    run(new double[] {0.0059, 0.188, 1.292, 10.48}, new double[] {-0.67, 17.9, 47.8, 48.9}, 0.3);
    TemperatureLaw.State state = TemperatureLaw.State.restingAt(37);
    for (int i = 0; i < 5000; i++) {
      state = law.step(state, new TemperatureLaw.Input(TICK_SECONDS, 50, SET, 0, 0.3)).state();
    }
    assertThat(state.correctionWatts()).isLessThan(0.3);
  }

  @Test
  void theSameStateAndInputGiveTheSameBits() {
    TemperatureLaw.State state = TemperatureLaw.State.restingAt(37.1);
    TemperatureLaw.Input input = new TemperatureLaw.Input(0.02, 37.2, 37.4, 7.6, 0.6);
    assertThat(law.step(state, input)).isEqualTo(law.step(state, input));
  }

  @Test
  void theModelInvertsItself() {
    ThermalModel model = tuning.model();
    ThermalModel.State state = model.after(ThermalModel.State.REST, 0.3, 2);
    double watts = model.requiredWatts(state, state.riseKelvin() + 0.1, 0.02);
    assertThat(model.after(state, watts, 0.02).riseKelvin())
        .isCloseTo(state.riseKelvin() + 0.1, within(1e-12));
  }

  private void run(double[] seconds, double[] gains, double limit) {
    LinearPlant plant = new LinearPlant(seconds, gains);
    Random noise = new Random(1);
    TemperatureLaw.State state = TemperatureLaw.State.restingAt(37);
    for (int i = 0; i < (RAMP_SECONDS + 15) / TICK_SECONDS; i++) {
      double time = i * TICK_SECONDS;
      boolean ramp = time < RAMP_SECONDS;
      double slope = (SET - 37) / RAMP_SECONDS;
      double measured = plant.sensedCelsius() + 0.05 * noise.nextGaussian();
      TemperatureLaw.Output output =
          law.step(
              state,
              new TemperatureLaw.Input(
                  TICK_SECONDS, measured, ramp ? 37 + slope * time : SET, ramp ? slope : 0, limit));
      state = output.state();
      plant.advance(TICK_SECONDS, output.powerWatts());
      peak = Math.max(peak, plant.tipCelsius());
      if (time > RAMP_SECONDS + 1.5) {
        worstHold = Math.max(worstHold, Math.abs(plant.tipCelsius() - SET));
      }
    }
  }
}
