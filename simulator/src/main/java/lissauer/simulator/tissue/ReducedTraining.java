package lissauer.simulator.tissue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import lissauer.hal.TipGeometry;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Makes the reduced model of one electrode: runs the full model at corners of the properties of
 * tissue, takes the shapes that hold most of the energy, and projects the full model onto them.
 */
public final class ReducedTraining {
  private static final double[] CONDUCTIONS = {0.36, 0.51, 0.66};
  private static final double CAPACITY = 3.90225e6;
  private static final double PER_KELVIN = 0.02;

  /** Conduction, capacity and perfusion over the nominal ones (the last in W/(m³ K)). */
  private static final double[][] CORNERS = {
    {1, 1, 0}, {0.7, 0.7, 0}, {0.7, 1.3, 50_000}, {1.3, 0.7, 50_000}, {1.3, 1.3, 0}
  };

  private static final int EVERY = 3;
  private static final int FIELD_EVERY = 4;
  private static final int POTENTIALS = 3;
  private static final double SAMPLED_RADIUS_MILLIMETRES = 15;
  private static final double SAMPLED_BELOW_MILLIMETRES = 12;
  private static final double SAMPLED_ABOVE_TIP_MILLIMETRES = 10;

  private final TipGeometry geometry;
  private final Mesh mesh;
  private final Resolution resolution;
  private final CurrentFaces faces;
  private final List<double[]> temperatures = new ArrayList<>();
  private final List<double[]> potentials = new ArrayList<>();

  /** A training for one electrode. */
  public ReducedTraining(TipGeometry geometry, Resolution resolution) {
    this.geometry = geometry;
    this.resolution = resolution;
    this.mesh = resolution.mesh(geometry, Contact.FULL);
    this.faces = new CurrentFaces(mesh);
  }

  /** What a tissue of the training range is. */
  static Tissue tissue(double conduction, double capacity, double perfusion, double perKelvin) {
    return new Tissue(37, 0.15, perKelvin, 0, conduction, capacity, perfusion, false, 0);
  }

  /**
   * Trains.
   *
   * @param shapes of temperature, 6 to 14
   * @param news told what goes on
   */
  public ReducedBasis train(int shapes, Consumer<String> news) {
    double[] cold = coldPotential();
    for (double[] corner : CORNERS) {
      Tissue tissue =
          tissue(corner[0] * CONDUCTIONS[1], corner[1] * CAPACITY, corner[2], PER_KELVIN);
      collect(tissue, cold, new Drive.Clamp(75, 1, 15, true), 30);
      collect(tissue, cold, new Drive.Clamp(88, 0.3, 2, true), 0.5);
      collect(tissue, cold, new Drive.Power(0.02, 0.5), 0);
      news.accept(temperatures.size() + " fields taken");
    }
    HeatEquation energy = heat(tissue(CONDUCTIONS[1], CAPACITY, 10_000, 0));
    List<double[]> modes = modes(temperatures, shapes, energy::conducted);
    List<double[]> fields = new ArrayList<>(List.of(cold));
    fields.addAll(modes(potentials, POTENTIALS, this::currentOf));
    news.accept("projecting");
    return project(modes, fields, shapes);
  }

  private HeatEquation heat(Tissue tissue) {
    return new HeatEquation(mesh, tissue, Substances.USUAL);
  }

  private double[] coldPotential() {
    return new ElectricField(mesh, uniform()).potential();
  }

  private double[] uniform() {
    double[] sigma = new double[mesh.cells()];
    Arrays.fill(sigma, 1);
    return sigma;
  }

  private void collect(Tissue tissue, double[] cold, Drive drive, double coolSeconds) {
    FullModel model = new FullModel(geometry, tissue, Contact.FULL, resolution);
    ElectricField field = new ElectricField(mesh, uniform());
    int[] seen = {0};
    LesionRun run =
        new LesionRun(model, drive, coolSeconds)
            .watched(() -> {
              if (seen[0]++ % EVERY == 0) {
                temperatures.add(model.kelvin());
                if (temperatures.size() % FIELD_EVERY == 0) {
                  potentials.add(bent(field, model.kelvin(), cold));
                }
              }
            });
    run.heat().cool();
  }

  /** How warm tissue changes the potential. */
  private double[] bent(ElectricField field, double[] kelvin, double[] cold) {
    double[] sigma = uniform();
    for (int cell = 0; cell < sigma.length; cell++) {
      sigma[cell] += PER_KELVIN * kelvin[cell];
    }
    field.solve(sigma);
    double[] potential = field.potential();
    for (int cell = 0; cell < potential.length; cell++) {
      potential[cell] -= cold[cell];
    }
    return potential;
  }

  /** Current out of each cell in a field of 1 S/m whose tip is at 0 V: an energy product. */
  private double[] currentOf(double[] potential) {
    double[] current = new double[potential.length];
    for (int face = 0; face < faces.count(); face++) {
      double amps = faces.siemens(face) * faces.drop(face, potential, 0);
      faces.spread(face, amps, current);
    }
    return current;
  }

  private interface Product {
    double[] times(double[] field);
  }

  /** Shapes that hold most of the energy of the given fields (Sirovich's method of snapshots). */
  private static List<double[]> modes(List<double[]> fields, int count, Product product) {
    int n = fields.size();
    List<double[]> weighted = fields.stream().map(product::times).toList();
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      double norm = Math.sqrt(dot(fields.get(i), weighted.get(i)));
      scale[i] = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    }
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = scale[i] * scale[j] * dot(fields.get(i), weighted.get(j));
        gram[j][i] = gram[i][j];
      }
    }
    var eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(gram, false));
    List<double[]> modes = new ArrayList<>();
    for (int mode = 0; mode < count; mode++) {
      double[] vector = eigen.getEigenvector(mode).toArray();
      double[] shape = new double[fields.getFirst().length];
      for (int i = 0; i < n; i++) {
        double weight = vector[i] * scale[i] / Math.sqrt(eigen.getEigenvalue(mode));
        double[] field = fields.get(i);
        for (int cell = 0; cell < shape.length; cell++) {
          shape[cell] += weight * field[cell];
        }
      }
      modes.add(shape);
    }
    return modes;
  }

  private static double dot(double[] one, double[] two) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * two[i];
    }
    return sum;
  }

  private ReducedBasis project(List<double[]> modes, List<double[]> fields, int shapes) {
    int cells = mesh.cells();
    double[] fixed = new double[cells];
    double[] tissue = new double[cells];
    double[] capacities = heat(tissue(CONDUCTIONS[1], CAPACITY, 0, 0)).capacities();
    for (int cell = 0; cell < cells; cell++) {
      boolean living = mesh.material[cell] == Material.TISSUE;
      fixed[cell] = living ? 0 : capacities[cell];
      tissue[cell] = living ? mesh.volume[cell] : 0;
    }
    ElectricProjection electric = new ElectricProjection(faces, modes, fields);
    SampledShapes sampled =
        new SampledShapes(
            mesh,
            SAMPLED_RADIUS_MILLIMETRES,
            SAMPLED_BELOW_MILLIMETRES,
            geometry.bareMillimetres() + SAMPLED_ABOVE_TIP_MILLIMETRES);
    double[] sensor = new double[modes.size()];
    for (int i = 0; i < sensor.length; i++) {
      sensor[i] = Probe.sensor(mesh, geometry).of(modes.get(i));
    }
    double[][] mass = galerkin(modes, field -> times(tissue, field));
    return new ReducedBasis(
        provenance(shapes),
        geometry.toString(),
        CONDUCTIONS,
        galerkin(modes, field -> times(fixed, field)),
        mass,
        stiffness(modes),
        mass,
        sensor,
        electric.conductance(),
        electric.heating(),
        sampled.radiusMillimetres(),
        sampled.heightMillimetres(),
        sampled.of(living()),
        modes.stream().map(sampled::of).toArray(double[][]::new));
  }

  private double[][][] stiffness(List<double[]> modes) {
    double[][][] stiffness = new double[CONDUCTIONS.length][][];
    for (int node = 0; node < CONDUCTIONS.length; node++) {
      HeatEquation heat = heat(tissue(CONDUCTIONS[node], CAPACITY, 0, 0));
      stiffness[node] = galerkin(modes, heat::conducted);
    }
    return stiffness;
  }

  private String provenance(int shapes) {
    return shapes
        + " shapes of "
        + temperatures.size()
        + " full fields on "
        + mesh.cells()
        + " cells; k 0.36 to 0.66 W/(m K), density times heat 2.7 to 5.1 MJ/(m3 K),"
        + " perfusion 0 to 50 kW/(m3 K), to 88 °C";
  }

  private double[] living() {
    double[] living = new double[mesh.cells()];
    for (int cell = 0; cell < living.length; cell++) {
      living[cell] = mesh.material[cell] == Material.TISSUE ? 1 : 0;
    }
    return living;
  }

  private static double[] times(double[] weights, double[] field) {
    double[] result = new double[field.length];
    for (int cell = 0; cell < field.length; cell++) {
      result[cell] = weights[cell] * field[cell];
    }
    return result;
  }

  private static double[][] galerkin(List<double[]> modes, Product product) {
    double[][] matrix = new double[modes.size()][modes.size()];
    for (int j = 0; j < modes.size(); j++) {
      double[] image = product.times(modes.get(j));
      for (int i = 0; i <= j; i++) {
        matrix[i][j] = dot(modes.get(i), image);
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }
}
