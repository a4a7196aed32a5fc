package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModalPlantTest {
  private static final double[] NOMINAL_SECONDS = {0.0074, 0.220, 1.494, 13.28};
  private static final double[] NOMINAL_GAINS = {-1.00, 25.7, 63.8, 66.5};

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "L_unitstep_nom,    0.0074, 0.220, 1.494, 13.28, -1.00, 25.7, 63.8, 66.5",
    "L_unitstep_k_m30,  0.0099, 0.281, 1.805, 15.23, -1.34, 32.8, 82.8, 94.5",
    "L_unitstep_k_p30,  0.0059, 0.183, 1.294, 11.98, -0.80, 21.4, 52.1, 50.7",
    "L_unitstep_rc_m30, 0.0077, 0.206, 1.362, 12.34, -1.29, 30.9, 67.7, 61.7",
    "L_unitstep_rc_p30, 0.0072, 0.231, 1.601, 14.06, -0.82, 22.3, 60.6, 69.7",
    "L_unitstep_w_grey, 0.0078, 0.211, 1.357, 10.36, -1.03, 24.3, 60.8, 59.3"
  })
  void followsTheFiniteElementStepResponseWithinTwoPercentFrom10MillisecondsTo60Seconds(
      String reference,
      double t1,
      double t2,
      double t3,
      double t4,
      double g1,
      double g2,
      double g3,
      double g4)
      throws IOException {
    ModalPlant plant =
        new ModalPlant(parameters(new double[] {t1, t2, t3, t4}, new double[] {g1, g2, g3, g4}));
    double time = 0;
    int compared = 0;
    for (double[] row : columns("/reference/" + reference + ".csv")) {
      plant.advance(row[0] - time, 1);
      time = row[0];
      if (time >= 0.010 && time <= 60) {
        compared++;
        assertThat((plant.tipCelsius() - 37) / row[1])
            .as("at %s s", time)
            .isCloseTo(1, within(0.02));
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void isTheMatrixExponentialOfItsModesAndItsSensor() {
    double lag = 0.05;
    double watts = 0.3;
    double seconds = 0.37;
    int n = NOMINAL_SECONDS.length;
    RealMatrix system = MatrixUtils.createRealMatrix(n + 2, n + 2);
    for (int i = 0; i < n; i++) {
      system.setEntry(i, i, -1 / NOMINAL_SECONDS[i]);
      system.setEntry(i, n + 1, NOMINAL_GAINS[i] / NOMINAL_SECONDS[i]);
      system.setEntry(n, i, 1 / lag);
    }
    system.setEntry(n, n, -1 / lag);
    double[] state = new double[n + 2];
    state[n + 1] = watts;
    double[] expected =
        MatrixUtils.matrixExponential(system.scalarMultiply(seconds)).operate(state);
    ModalPlant plant = new ModalPlant(parameters(NOMINAL_SECONDS, NOMINAL_GAINS));
    plant.advance(seconds, watts);
    assertThat(plant.sensedCelsius() - 37).isCloseTo(expected[n], within(1e-9));
    double sum = expected[0] + expected[1] + expected[2] + expected[3];
    assertThat(plant.tipCelsius() - 37).isCloseTo(sum, within(1e-9));
  }

  @Test
  void givesTheSameWhetherTimePassesInOneStepOrInMany() {
    ModalPlant one = new ModalPlant(parameters(NOMINAL_SECONDS, NOMINAL_GAINS));
    ModalPlant many = new ModalPlant(parameters(NOMINAL_SECONDS, NOMINAL_GAINS));
    one.advance(15, 0.3);
    for (int i = 0; i < 1500; i++) {
      many.advance(0.01, 0.3);
    }
    assertThat(many.tipCelsius()).isCloseTo(one.tipCelsius(), within(1e-9));
    assertThat(many.sensedCelsius()).isCloseTo(one.sensedCelsius(), within(1e-9));
    assertThat(many.impedanceOhms()).isCloseTo(one.impedanceOhms(), within(1e-8));
  }

  @Test
  void aSensorExactlyAsSlowAsAModeIsNoSpecialCase() {
    double[] seconds = {0.0074, 0.05, 1.494, 13.28};
    double[] nearly = {0.0074, 0.05 * (1 + 1e-7), 1.494, 13.28};
    ModalPlant equal = new ModalPlant(parameters(seconds, NOMINAL_GAINS));
    ModalPlant near = new ModalPlant(parameters(nearly, NOMINAL_GAINS));
    equal.advance(0.1, 1);
    near.advance(0.1, 1);
    assertThat(equal.sensedCelsius()).isFinite().isCloseTo(near.sensedCelsius(), within(1e-4));
  }

  @Test
  void warmTissueConductsBetter() {
    ModalPlant plant = new ModalPlant(parameters(NOMINAL_SECONDS, NOMINAL_GAINS));
    assertThat(plant.impedanceOhms()).isEqualTo(1305);
    plant.advance(15, 0.3);
    double rise = plant.tipCelsius() - 37;
    assertThat(plant.impedanceOhms()).isCloseTo(1305 / (1 + 0.02 * 0.5 * rise), within(1e-6));
  }

  @Test
  void theNextSiteFeelsOnlyTheSlowHeatOfTheLast() {
    ModalPlant plant = new ModalPlant(parameters(NOMINAL_SECONDS, NOMINAL_GAINS));
    plant.advance(15, 0.3);
    double slow = 66.5 * 0.3 * (1 - Math.exp(-15 / 13.28));
    plant.moveBy(1);
    assertThat(plant.tipCelsius() - 37).isCloseTo(slow * 0.5, within(1e-9));
    plant.moveBy(1);
    assertThat(plant.tipCelsius() - 37).isCloseTo(slow * 0.25, within(1e-9));
  }

  private static ModalParameters parameters(double[] seconds, double[] gains) {
    List<ModalParameters.Mode> modes = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      modes.add(new ModalParameters.Mode(seconds[i], gains[i], 0.5));
    }
    return new ModalParameters(37, 1305, 0.02, 0.05, 0.5, modes);
  }

  private static List<double[]> columns(String resource) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(ModalPlantTest.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(cells -> new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])})
          .toList();
    }
  }
}
