package lissauer.controller.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.TestBench;
import lissauer.hal.Electrode;
import lissauer.hal.TipGeometry;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.ModalParameters;
import lissauer.simulator.tissue.ModalPlant;
import lissauer.simulator.tissue.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped tissue files against the reference solution. */
class TissueFilesTest {
  private static final Path REFERENCE = Path.of("..", "simulator", "src/test/resources/reference");

  @ParameterizedTest
  @CsvSource({"reference, L_unitstep_nom, 0.02", "cord, L_unitstep_w_grey, 0.15"})
  void theStepResponseIsThatOfTheReference(String tissue, String reference, double share)
      throws IOException {
    ModalPlant plant = plant(tissue);
    double time = 0;
    for (double[] row : rows(reference)) {
      plant.advance(row[0] - time, 1);
      time = row[0];
      if (time >= 0.010 && time <= 60) {
        assertThat((plant.tipCelsius() - 37) / row[1]).as("%s s", time).isCloseTo(1, within(share));
      }
    }
  }

  /**
   * Impedance against the reference run at 75 °C, driven by that run's power. The run has
   * conductivity rising with temperature, which the linear modes do not know: their tip reads up to
   * 8 °C too hot, and the impedance is what it should be all the same.
   */
  @ParameterizedTest
  @CsvSource({"C_w1_T75_h15", "C_w0_T75_h15", "C_w0_T65_h15"})
  void theImpedanceFollowsTheReferenceWithinThreePercent(String reference) throws IOException {
    ModalPlant plant = plant("cord");
    double time = 0;
    double watts = 0;
    int compared = 0;
    for (double[] row : rows(reference)) {
      plant.advance(row[0] - time, (watts + row[3]) / 2);
      time = row[0];
      watts = row[3];
      if (time > 0.5 && time < 15.9) {
        compared++;
        assertThat(plant.impedanceOhms() / row[4]).as("%s s", time).isCloseTo(1, within(0.03));
        assertThat(plant.tipCelsius() - row[5]).as("%s s", time).isBetween(-0.5, 9.0);
      }
    }
    assertThat(compared).isGreaterThan(400);
  }

  @Test
  void everyElectrodeOfEveryPlanHasAPlantInCord() {
    ConfigFolder folder = new ConfigFolder(TestBench.CONFIG);
    assertThat(folder.names("plans")).hasSize(7);
    for (String plan : folder.names("plans")) {
      String electrode = new TestBench(plan).protocol.electrode().name();
      assertThat(plant("cord", electrode).tipCelsius()).isEqualTo(37);
    }
  }

  @Test
  void everyTissueFileHasWhatTheFullModelNeeds() {
    Problems problems = new Problems();
    ConfigFolder folder = new ConfigFolder(TestBench.CONFIG);
    assertThat(folder.names("tissues")).hasSize(7);
    for (String name : folder.names("tissues")) {
      Settings file = folder.open("tissues", name, new Place("test", 0, 0), problems);
      assertThat(Tissue.from(file).conductivityPerKelvin()).as(name).isEqualTo(0.02);
      assertThat(Contact.from(file).equals(Contact.FULL)).isNotEqualTo(name.equals("csf-contact"));
      file.text("description");
      file.done();
    }
    problems.throwIfAny();
  }

  @Test
  void everyElectrodeFileCanBeSimulatedAndTheReferenceIsThatOfTheReferenceSolution() {
    Problems problems = new Problems();
    ConfigFolder folder = new ConfigFolder(TestBench.CONFIG);
    TipGeometry reference = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
    for (String name : folder.names("electrodes")) {
      Settings file = folder.open("electrodes", name, new Place("test", 0, 0), problems);
      TipGeometry geometry = Electrode.from(file).geometry();
      boolean same = name.equals("drez-reference") || name.equals("drez-spinal");
      assertThat(geometry.equals(reference)).as(name).isEqualTo(same);
    }
    problems.throwIfAny();
  }

  private static ModalPlant plant(String tissue) {
    return plant(tissue, "drez-spinal");
  }

  private static ModalPlant plant(String tissue, String electrode) {
    Problems problems = new Problems();
    ConfigFolder folder = new ConfigFolder(TestBench.CONFIG);
    ModalParameters parameters =
        ModalParameters.from(
            folder.open("tissues", tissue, new Place("test", 0, 0), problems), electrode, 0.05);
    problems.throwIfAny();
    return new ModalPlant(parameters);
  }

  private static List<double[]> rows(String name) throws IOException {
    return Files.readAllLines(REFERENCE.resolve(name + ".csv")).stream()
        .skip(1)
        .map(line -> java.util.Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble))
        .map(java.util.stream.DoubleStream::toArray)
        .toList();
  }
}
