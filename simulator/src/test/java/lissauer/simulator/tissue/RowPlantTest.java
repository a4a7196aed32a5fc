package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plant of a simulated rig against the finite-element reference and the study of rows. */
class RowPlantTest {
  private static final TipGeometry DREZ = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
  private static final ReducedBasis BASIS =
      new ReducedLibrary(Path.of("none"), _ -> {}).shipped(DREZ).orElseThrow();

  /**
   * Twelve shapes are 7 % off at 20 ms where the tissue holds 30 % less heat, 2 % in the nominal
   * one; the thermocouple's lag of 50 ms hides it.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nom,    1.0, 1.0, 0,     0.025",
    "k_m30,  0.7, 1.0, 0,     0.025",
    "k_p30,  1.3, 1.0, 0,     0.04",
    "rc_m30, 1.0, 0.7, 0,     0.07",
    "rc_p30, 1.0, 1.3, 0,     0.025",
    "w_grey, 1.0, 1.0, 50450, 0.025"
  })
  void followsTheFiniteElementStepResponse(
      String reference, double conduction, double capacity, double perfusion, double early)
      throws IOException {
    RowPlant plant = plant(tissue(0, 0.51 * conduction, 3.90225e6 * capacity, perfusion));
    double time = 0;
    int compared = 0;
    for (double[] row : reference("L_unitstep_" + reference)) {
      plant.advance(row[0] - time, 1);
      time = row[0];
      if (time >= 0.02 && time <= 60) {
        compared++;
        assertThat((plant.tipCelsius() - 37) / row[1])
            .as("at %s s", time)
            .isCloseTo(1, within(time < 0.05 ? early : 0.02));
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"C_w0_T75_h15, 0", "C_w0_T65_h15, 0", "C_w1_T75_h15, 10888"})
  void followsAHeldLesionFromItsPower(String reference, double perfusion) throws IOException {
    RowPlant plant = plant(tissue(0.02, 0.51, 3.90225e6, perfusion));
    double time = 0;
    double watts = 0;
    int compared = 0;
    for (double[] row : reference(reference)) {
      plant.advance(row[0] - time, (watts + row[3]) / 2);
      time = row[0];
      watts = row[3];
      if (time > 0.1 && time < 15.99) {
        compared++;
        assertThat(plant.impedanceOhms() / row[4]).as("%s s", time).isCloseTo(1, within(0.01));
        assertThat(plant.tipCelsius()).as("%s s", time).isCloseTo(row[5], within(1.0));
      }
    }
    assertThat(compared).isGreaterThan(400);
  }

  /** What the physics study found at the last of five sites, section 5. */
  @ParameterizedTest
  @CsvSource({"10, 7.9", "60, 1.6"})
  void theLastOfFiveSitesIsAsWarmAsTheStudyOfRowsSays(double gapSeconds, double kelvin) {
    RowPlant plant = plant(reference());
    for (int site = 0; site < 4; site++) {
      lesion(plant);
      pass(plant, gapSeconds);
      plant.place(at(site, 2), at(site + 1, 2));
    }
    assertThat(plant.residualKelvin()).isCloseTo(kelvin, within(0.15));
    assertThat(plant.tipCelsius()).isEqualTo(37 + plant.residualKelvin());
  }

  /** Full 3-D at the start of each site, 1 mm and 10 s apart: 1329, 1207, 1186, 1177 Ω. */
  @Test
  void residualHeatLowersTheImpedanceOfTheNextSitesAsInThreeDimensions() {
    RowPlant plant = plant(reference());
    double cold = plant.impedanceOhms();
    double[] inThreeDimensions = {1207, 1186, 1177};
    for (int site = 0; site < 3; site++) {
      lesion(plant);
      pass(plant, 10);
      plant.place(at(site, 2), at(site + 1, 2));
      assertThat(plant.impedanceOhms() / cold)
          .isCloseTo(inThreeDimensions[site] / 1329, within(0.005));
    }
  }

  @Test
  void anEarlierLesionIsFeltAtADistanceAndAlongTheElectrodeAndOnReturn() {
    RowPlant plant = plant(reference());
    lesion(plant);
    plant.place(at(0, 2), at(1, 2));
    double beside = plant.residualKelvin();
    plant.place(at(1, 2), at(3, 2));
    double further = plant.residualKelvin();
    plant.place(at(3, 2), at(0, 1));
    double above = plant.residualKelvin();
    plant.place(at(0, 1), at(0, 2));
    double back = plant.residualKelvin();
    plant.place(at(0, 2), at(500, 2));
    assertThat(plant.residualKelvin()).isZero();
    assertThat(further).isBetween(0.1, 0.25 * beside);
    assertThat(above).isGreaterThan(beside);
    assertThat(back).isBetween(37.0, 38.5);
  }

  @Test
  void givesTheSameWhetherItCoolsInOneStepOrInMany() {
    RowPlant one = plant(reference());
    RowPlant many = plant(reference());
    for (RowPlant plant : List.of(one, many)) {
      lesion(plant);
      plant.place(at(0, 2), at(1, 2));
    }
    one.advance(5, 0);
    pass(many, 5);
    assertThat(many.tipCelsius()).isCloseTo(one.tipCelsius(), within(1e-9));
    assertThat(many.impedanceOhms()).isCloseTo(one.impedanceOhms(), within(2.0));
  }

  @Test
  void theSameGivesTheSameBits() {
    RowPlant one = plant(reference());
    RowPlant two = plant(reference());
    for (RowPlant plant : List.of(one, two)) {
      lesion(plant);
      plant.place(at(0, 2), at(1, 2));
      lesion(plant);
    }
    assertThat(one.tipCelsius()).isEqualTo(two.tipCelsius());
    assertThat(one.impedanceOhms()).isEqualTo(two.impedanceOhms());
  }

  @Test
  void isTheFullModelOverTwoSites() {
    Plant reduced = plant(reference());
    Plant full = new FullRowPlant(DREZ, reference(), Contact.FULL, Resolution.STANDARD);
    double worstKelvin = 0;
    double worstOhms = 0;
    for (int i = 0; i < 150; i++) {
      double watts = i < 60 || i >= 90 ? 0.3 * Math.min(1, (i % 90 + 1) / 10.0) : 0;
      if (i == 80) {
        reduced.place(at(0, 2), at(1, 2));
        full.place(at(0, 2), at(1, 2));
      }
      reduced.advance(0.1, watts);
      full.advance(0.1, watts);
      worstKelvin = Math.max(worstKelvin, Math.abs(reduced.tipCelsius() - full.tipCelsius()));
      worstOhms = Math.max(worstOhms, Math.abs(reduced.impedanceOhms() - full.impedanceOhms()));
    }
    assertThat(full.tipCelsius()).isGreaterThan(65);
    assertThat(worstKelvin).isLessThan(0.3);
    assertThat(worstOhms).isLessThan(15);
  }

  /** 75 °C for 15 s after a ramp of 1 s. */
  private static void lesion(Plant plant) {
    double from = plant.tipCelsius();
    double sum = 0;
    for (int i = 0; i < 1600; i++) {
      double wanted = from + (75 - from) * Math.min(1, i / 100.0);
      double error = wanted - plant.tipCelsius();
      sum += 0.002 * error;
      plant.advance(0.01, Math.max(0, 0.06 * error + sum));
    }
    assertThat(plant.tipCelsius()).isCloseTo(75, within(0.3));
  }

  private static void pass(Plant plant, double seconds) {
    for (int i = 0; i < seconds * 100; i++) {
      plant.advance(0.01, 0);
    }
  }

  private static TipPosition at(double alongMillimetres, double depthMillimetres) {
    return new TipPosition(alongMillimetres, depthMillimetres);
  }

  private static RowPlant plant(Tissue tissue) {
    return new RowPlant(new ReducedModel(BASIS, tissue), DREZ);
  }

  private static Tissue reference() {
    return tissue(0.02, 0.51, 3.90225e6, 0);
  }

  private static Tissue tissue(
      double perKelvin, double conduction, double capacity, double perfusion) {
    return new Tissue(37, 0.15, perKelvin, 0, conduction, capacity, perfusion, false, 0);
  }

  private static List<double[]> reference(String name) throws IOException {
    String resource = "/reference/" + name + ".csv";
    try (InputStream in =
            Objects.requireNonNull(RowPlantTest.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble))
          .map(java.util.stream.DoubleStream::toArray)
          .toList();
    }
  }
}
