package lissauer.controller.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  private static final double DT = 0.02;

  private final Calibration calibration = new Calibration(0.125, 2, 12, 0.05);

  /** The linear plants of the physics study, section 4, seen through 100 ms of lag and noise. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nominal,  0.0074, 0.220, 1.494, 13.28, -1.00, 25.7, 63.8, 66.5",
    "k -30 %,  0.0099, 0.281, 1.805, 15.23, -1.34, 32.8, 82.8, 94.5",
    "k +30 %,  0.0059, 0.183, 1.294, 11.98, -0.80, 21.4, 52.1, 50.7",
    "cold,     0.0059, 0.188, 1.292, 10.48, -0.67, 17.9, 47.8, 48.9"
  })
  void aRecordedWeakStepGivesBackItsPlant(
      String name,
      double t1,
      double t2,
      double t3,
      double t4,
      double g1,
      double g2,
      double g3,
      double g4) {
    LinearPlant plant =
        new LinearPlant(new double[] {t1, t2, t3, t4}, new double[] {g1, g2, g3, g4});
    Random noise = new Random(1);
    List<Double> kelvin = new ArrayList<>();
    double watts = 0.01;
    for (int i = 0; i < 1000; i++) {
      plant.advance(DT, watts);
      kelvin.add(plant.sensedCelsius() - 37 + 0.005 * noise.nextGaussian());
    }
    Calibration.Result result =
        calibration.of(List.of(heating(kelvin, watts, new Calibration.Recorded(0.005, true))));
    LinearPlant again =
        new LinearPlant(new double[] {t1, t2, t3, t4}, new double[] {g1, g2, g3, g4});
    double[] state = TipModel.atRest(result.ladder());
    TipModel model = new TipModel(result.ladder());
    for (int i = 0; i < 1000; i++) {
      again.advance(DT, watts);
      model.advance(state, DT, watts);
      if (i * DT > 0.1) {
        double truth = again.tipCelsius() - 37;
        assertThat(state[TipModel.TIP])
            .as("%s after %.2f s", name, i * DT)
            .isCloseTo(truth, within(0.02 * truth + 0.01));
      }
    }
    assertThat(result.lagSeconds()).isCloseTo(0.05, within(0.02));
  }

  @Test
  void aLadderIsFoundAgainFromItsOwnStepsInTwoTissues() {
    Ladder truth =
        new Ladder(
            7e-4,
            3e-4,
            List.of(0.3, 3.0, 20.0, 200.0),
            List.of(150.0, 15.0, 25.0, 30.0, 60.0),
            List.of(0.3, 0.35, 0.1, 0.25),
            12,
            0.05);
    List<Calibration.Heating> heatings = new ArrayList<>();
    for (double[] tissue : new double[][] {{1, 1}, {0.7, 1.3}, {1.3, 0.8}}) {
      for (double watts : new double[] {0.05, 0.3}) {
        heatings.add(own(truth, tissue[0], tissue[1], watts));
      }
    }
    Calibration.Result result = calibration.of(heatings);
    assertThat(result.worstFraction()).isLessThan(0.003);
    for (double seconds : new double[] {0.1, 0.5, 2, 10, 20}) {
      assertThat(result.ladder().stepKelvin(0.2, seconds))
          .isCloseTo(
              truth.stepKelvin(0.2, seconds), within(0.005 * truth.stepKelvin(0.2, seconds)));
    }
    assertThat(result.ladder().metalJoulesPerKelvin()).isCloseTo(7e-4, within(1.4e-4));
  }

  @Test
  void withoutDataGeometrySpeaks() {
    Ladder expected = calibration.expected();
    assertThat(expected.resistanceFractions().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(expected.stepKelvin(0.1, 20)).isBetween(5.0, 40.0);
  }

  private static Calibration.Heating own(
      Ladder truth, double conduction, double capacity, double watts) {
    double[] state = TipModel.atRest(truth);
    state[TipModel.LN_CONDUCTION] = Math.log(conduction);
    state[TipModel.LN_CAPACITY] = Math.log(capacity);
    TipModel model = new TipModel(truth);
    List<Double> kelvin = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      model.advance(state, DT, watts);
      kelvin.add(state[TipModel.TIP]);
    }
    return heating(kelvin, watts, new Calibration.Modelled(conduction, capacity, 10_888));
  }

  private static Calibration.Heating heating(
      List<Double> kelvin, double watts, Calibration.Tissue tissue) {
    double[] seconds = new double[kelvin.size()];
    double[] power = new double[kelvin.size()];
    java.util.Arrays.fill(seconds, DT);
    java.util.Arrays.fill(power, watts);
    return new Calibration.Heating(
        tissue, seconds, power, kelvin.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
