package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final Mesh MESH = Resolution.STANDARD.mesh(Setups.DREZ, Contact.FULL);
  private static final Sampler SAMPLER = new Sampler(MESH);

  /** A field of radius and height in mm, at the centres of the cells; not a number in metal. */
  static double[] field(Mesh mesh, DoubleBinaryOperator of) {
    double[] field = new double[mesh.cells()];
    for (int cell = 0; cell < field.length; cell++) {
      double r = mesh.centreR[cell % mesh.nr] * 1e3;
      double z = mesh.centreZ[cell / mesh.nr] * 1e3;
      field[cell] = mesh.material[cell] == Material.TISSUE ? of.applyAsDouble(r, z) : Double.NaN;
    }
    return field;
  }

  @Test
  void aFieldThatFallsWithTheLogarithmOfTheRadiusIsReadExactly() {
    double[] field = field(MESH, (r, z) -> 10 - 7 * Math.log(r));
    for (double r = 0.14; r < 20; r *= 1.07) {
      for (double z : new double[] {0.1, 0.77, 1, 1.9}) {
        double exact = 10 - 7 * Math.log(r);
        assertThat(SAMPLER.value(field, r, z)).as("%s, %s", r, z).isCloseTo(exact, within(1e-9));
      }
    }
  }

  @Test
  void aFieldThatIsStraightInHeightIsReadExactlyBelowAndBesideTheTip() {
    double[] field = field(MESH, (r, z) -> 3 + 2 * z);
    for (double z = -20; z < -0.1; z += 0.313) {
      assertThat(SAMPLER.value(field, 0, z)).isCloseTo(3 + 2 * z, within(1e-9));
    }
    for (double z = -20; z < 22; z += 0.313) {
      assertThat(SAMPLER.value(field, 0.6, z)).isCloseTo(3 + 2 * z, within(1e-9));
    }
  }

  /**
   * A Gaussian of 1 mm has the curvature of a lesion's edge. Measured 0.00014 on its flanks, 0.0055
   * at its summit, which is not let above the cells around it.
   */
  @Test
  void aSmoothFieldIsReadToTenThousandthsButAtItsSummit() {
    DoubleBinaryOperator gauss = (r, z) -> Math.exp(-r * r - (z - 1) * (z - 1));
    double[] field = field(MESH, gauss);
    double flanks = 0;
    double summit = 0;
    for (double r = 0.2; r < 2.5; r += 0.017) {
      for (double z = -0.5; z < 2.5; z += 0.113) {
        double off = Math.abs(SAMPLER.value(field, r, z) - gauss.applyAsDouble(r, z));
        boolean high = Math.abs(z - 1) < 0.2;
        summit = high ? Math.max(summit, off) : summit;
        flanks = high ? flanks : Math.max(flanks, off);
      }
    }
    assertThat(flanks).isLessThan(3e-4);
    assertThat(summit).isLessThan(0.007);
  }

  @Test
  void nothingOfTheMetalIsRead() {
    double[] field = field(MESH, (r, z) -> 1);
    for (double z = 0.02; z < 1.98; z += 0.049) {
      assertThat(SAMPLER.value(field, 0.126, z)).as("height %s", z).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void aStepIsNotOvershot() {
    double[] field = field(MESH, (r, z) -> r < 0.9 ? 5 : -5);
    for (double r = 0.2; r < 3; r += 0.013) {
      assertThat(SAMPLER.value(field, r, 1)).isBetween(-5.0, 5.0);
    }
  }
}
