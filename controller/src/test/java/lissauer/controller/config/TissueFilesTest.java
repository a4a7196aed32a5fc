package lissauer.controller.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lissauer.controller.TestBench;
import lissauer.hal.Electrode;
import lissauer.hal.TipGeometry;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.simulator.tissue.Contact;
import lissauer.simulator.tissue.ReducedBasis;
import lissauer.simulator.tissue.ReducedLibrary;
import lissauer.simulator.tissue.ReducedModel;
import lissauer.simulator.tissue.RowPlant;
import lissauer.simulator.tissue.Tissue;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** The shipped tissue and electrode files, as the simulator reads them. */
class TissueFilesTest {
  private static final ReducedLibrary LIBRARY = new ReducedLibrary(Path.of("none"), _ -> {});

  private final ConfigFolder folder = new ConfigFolder(TestBench.CONFIG);
  private final Problems problems = new Problems();

  /** How {@code lissauer reduce} makes what is missing is in simulator/README.md. */
  @Test
  void everyElectrodeFileHasASoundReducedModel() {
    for (String name : folder.names("electrodes")) {
      TipGeometry geometry = geometry(name);
      ReducedBasis basis =
          LIBRARY
              .shipped(geometry)
              .orElseThrow(() -> new AssertionError("make one: lissauer reduce -e " + name));
      assertThat(basis.geometry()).isEqualTo(geometry.toString());
      assertThat(basis.size()).isEqualTo(ReducedLibrary.SHAPES);
      assertSound(basis.fixedMass(), basis.tissueMass());
      assertSound(basis.perfusion());
      for (double[][] stiffness : basis.stiffness()) {
        assertSound(stiffness);
      }
    }
  }

  @Test
  void everyElectrodeOfEveryPlanIsAtRestInCord() {
    assertThat(folder.names("plans")).hasSizeGreaterThan(6);
    for (String plan : folder.names("plans")) {
      Electrode electrode = new TestBench(plan).protocol.electrode();
      Tissue cord = Tissue.from(open("tissues", "cord"));
      ReducedModel model = new ReducedModel(LIBRARY.basis(electrode.geometry()), cord);
      RowPlant plant = new RowPlant(model, electrode.geometry());
      plant.advance(10, 0);
      assertThat(plant.tipCelsius()).isEqualTo(37);
      assertThat(plant.impedanceOhms())
          .isBetween(
              electrode.impedance().startMinimumOhms(), electrode.impedance().startMaximumOhms());
    }
  }

  @Test
  void everyTissueFileHasWhatTheFullModelNeeds() {
    assertThat(folder.names("tissues")).hasSize(7);
    for (String name : folder.names("tissues")) {
      Settings file = open("tissues", name);
      assertThat(Tissue.from(file).conductivityPerKelvin()).as(name).isEqualTo(0.02);
      assertThat(Contact.from(file).equals(Contact.FULL)).isNotEqualTo(name.equals("csf-contact"));
      file.text("description");
      file.done();
    }
    problems.throwIfAny();
  }

  @Test
  void everyElectrodeFileCanBeSimulatedAndTheReferenceIsThatOfTheReferenceSolution() {
    TipGeometry reference = new TipGeometry(0.125, 2, 1, 0.05, 0.35, 0.5, 25, 24, 26);
    for (String name : folder.names("electrodes")) {
      TipGeometry geometry = geometry(name);
      boolean same = name.equals("drez-reference") || name.equals("drez-spinal");
      assertThat(geometry.equals(reference)).as(name).isEqualTo(same);
    }
  }

  private TipGeometry geometry(String electrode) {
    TipGeometry geometry = Electrode.from(open("electrodes", electrode)).geometry();
    problems.throwIfAny();
    return geometry;
  }

  private Settings open(String kind, String name) {
    return folder.open(kind, name, new Place("test", 0, 0), problems);
  }

  /** Finite, symmetric, and positive definite in sum. */
  private static void assertSound(double[][]... matrices) {
    int size = ReducedLibrary.SHAPES;
    RealMatrix sum = MatrixUtils.createRealMatrix(size, size);
    for (double[][] matrix : matrices) {
      sum = sum.add(MatrixUtils.createRealMatrix(matrix));
    }
    assertThat(sum.getNorm1()).isFinite();
    double least = new EigenDecompositionSymmetric(sum, 1e-12, true).getEigenvalue(size - 1);
    assertThat(least).isPositive();
    assertThat(sum.subtract(sum.transpose()).getNorm1()).isLessThan(1e-12 * sum.getNorm1());
  }
}
