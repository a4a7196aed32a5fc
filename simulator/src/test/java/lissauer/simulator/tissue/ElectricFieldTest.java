package lissauer.simulator.tissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The field against a network of resistors that is written down and solved apart from it. */
class ElectricFieldTest {
  private static final double METAL = 1e7;
  private static final double NOTHING = 1e-12;

  @ParameterizedTest(name = "mesh {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void currentAndHeatAreThoseOfTheSameNetworkOfResistors(int seed) {
    Random random = new Random(seed);
    Mesh mesh = mesh(random);
    double[] sigma = conductivities(mesh, random);
    ElectricField field = new ElectricField(mesh, sigma);
    holds(mesh, sigma, field);
    for (int cell = 0; cell < sigma.length; cell++) {
      sigma[cell] *= Math.pow(10, random.nextDouble() - 0.5);
    }
    field.solve(sigma);
    holds(mesh, sigma, field);
  }

  private static void holds(Mesh mesh, double[] sigma, ElectricField field) {
    double[] heat = new double[mesh.cells()];
    double amps = network(mesh, sigma, heat);
    assertThat(field.conductanceSiemens()).isCloseTo(amps, withPercentage(1e-3));
    assertThat(Arrays.stream(field.heatShare()).sum()).isCloseTo(1, within(1e-12));
    for (int cell = 0; cell < heat.length; cell++) {
      assertThat(field.heatShare()[cell] * amps).isCloseTo(heat[cell], within(1e-4 * amps));
    }
  }

  @Test
  void theSameConductivityAgainNeedsNoIteration() {
    Mesh mesh = Resolution.STANDARD.finer(0.4).mesh(Setups.DREZ, Contact.FULL);
    double[] sigma = new double[mesh.cells()];
    Arrays.fill(sigma, 0.15);
    ElectricField field = new ElectricField(mesh, sigma);
    double before = field.conductanceSiemens();
    assertThat(field.solve(sigma)).isLessThanOrEqualTo(1);
    Arrays.fill(sigma, 0.30);
    field.solve(sigma);
    assertThat(field.conductanceSiemens()).isCloseTo(2 * before, withPercentage(1e-6));
  }

  /** A wire with insulation above it, fluid at the top and a bubble, in cells of random size. */
  private static Mesh mesh(Random random) {
    return new Mesh(
        faces(8, 0, random),
        faces(14, -4e-3, random),
        (r, z) -> {
          if (z > 0 && r < 1.2e-3) {
            return z < 3e-3 || r < 0.6e-3 ? Material.METAL : Material.INSULATION;
          }
          if (Math.abs(r - 3e-3) + Math.abs(z) < 1e-3) {
            return Material.AIR;
          }
          return z > 4e-3 ? Material.FLUID : Material.TISSUE;
        },
        false);
  }

  private static double[] faces(int cells, double from, Random random) {
    double[] faces = new double[cells + 1];
    faces[0] = from;
    for (int i = 1; i <= cells; i++) {
      faces[i] = faces[i - 1] + 0.4e-3 + 0.6e-3 * random.nextDouble();
    }
    return faces;
  }

  private static double[] conductivities(Mesh mesh, Random random) {
    double[] sigma = new double[mesh.cells()];
    for (int cell = 0; cell < sigma.length; cell++) {
      boolean tissue = mesh.material[cell] == Material.TISSUE;
      sigma[cell] = tissue ? 0.05 + 0.3 * random.nextDouble() : 0;
    }
    return sigma;
  }

  private static double conductivity(Mesh mesh, double[] sigma, int cell) {
    return switch (mesh.material[cell]) {
      case TISSUE -> sigma[cell];
      case FLUID -> 2;
      case METAL -> METAL;
      case INSULATION, AIR -> NOTHING;
    };
  }

  /** Every half of a cell is a resistor; returns the current at 1 V and the heat of each cell. */
  private static double network(Mesh mesh, double[] sigma, double[] heat) {
    int cells = mesh.cells();
    RealMatrix matrix = new Array2DRowRealMatrix(cells, cells);
    double[] right = new double[cells];
    forEachPair(mesh, sigma, (one, two, g1, g2) -> join(matrix, one, two, g1 * g2 / (g1 + g2)));
    forEachOuter(mesh, sigma, (cell, g) -> matrix.addToEntry(cell, cell, g));
    for (int cell = 0; cell < cells; cell++) {
      if (mesh.material[cell] == Material.METAL) {
        matrix.setRow(cell, new double[cells]);
        matrix.setEntry(cell, cell, 1);
        right[cell] = 1;
      }
    }
    double[] volts =
        new LUDecomposition(matrix, 1e-30).getSolver().solve(new ArrayRealVector(right)).toArray();
    double[] amps = new double[1];
    forEachPair(
        mesh,
        sigma,
        (one, two, g1, g2) -> {
          double current = (volts[one] - volts[two]) * g1 * g2 / (g1 + g2);
          heat[one] += current * current / g1;
          heat[two] += current * current / g2;
        });
    forEachOuter(
        mesh,
        sigma,
        (cell, g) -> {
          boolean metal = mesh.material[cell] == Material.METAL;
          amps[0] += metal ? 0 : g * volts[cell];
          heat[cell] += metal ? 0 : g * volts[cell] * volts[cell];
        });
    return amps[0];
  }

  private static void join(RealMatrix matrix, int one, int two, double g) {
    matrix.addToEntry(one, one, g);
    matrix.addToEntry(two, two, g);
    matrix.addToEntry(one, two, -g);
    matrix.addToEntry(two, one, -g);
  }

  private static void forEachPair(Mesh mesh, double[] sigma, Pair pair) {
    for (int j = 0; j < mesh.nz; j++) {
      for (int i = 0; i < mesh.nr; i++) {
        int cell = j * mesh.nr + i;
        double own = conductivity(mesh, sigma, cell);
        if (i + 1 < mesh.nr) {
          double other = conductivity(mesh, sigma, cell + 1);
          pair.of(cell, cell + 1, own * mesh.outward[cell], other * mesh.inward[cell + 1]);
        }
        if (j + 1 < mesh.nz) {
          int above = cell + mesh.nr;
          double other = conductivity(mesh, sigma, above);
          pair.of(cell, above, own * mesh.axial[cell], other * mesh.axial[above]);
        }
      }
    }
  }

  private static void forEachOuter(Mesh mesh, double[] sigma, Outer outer) {
    for (int cell = 0; cell < mesh.cells(); cell++) {
      double own = conductivity(mesh, sigma, cell);
      if (cell % mesh.nr == mesh.nr - 1) {
        outer.of(cell, own * mesh.outward[cell]);
      }
      if (cell < mesh.nr || cell >= mesh.cells() - mesh.nr) {
        outer.of(cell, own * mesh.axial[cell]);
      }
    }
  }

  /** Two cells and the conductances of the halves between their centres. */
  @FunctionalInterface
  private interface Pair {
    void of(int one, int two, double g1, double g2);
  }

  /** A cell at the edge and the conductance of its outer half. */
  @FunctionalInterface
  private interface Outer {
    void of(int cell, double conductance);
  }
}
