package lissauer.simulator.tissue;

import java.util.HashMap;
import java.util.Map;

/**
 * Heat conduction, storage and perfusion on a mesh: {@code M dθ/dt = −K θ + q}, θ above the
 * temperature of the surroundings, which the outer faces are held at.
 *
 * <p>Stepped by the stiffly accurate, L-stable two-stage SDIRK of order 2 (Alexander 1977, γ = 1 −
 * 1/√2). Step sizes are meant to be few: each has a factorisation of its own, which is kept.
 */
final class HeatEquation {
  static final double GAMMA = 1 - Math.sqrt(0.5);

  private final Mesh mesh;
  private final Tissue tissue;
  private final Substances substances;
  private final double[] capacity;
  private final double[] next;
  private final double[] far;
  private final double[] diagonal;
  private final double[] sink;
  private final Map<Long, BandedCholesky> factors = new HashMap<>();

  HeatEquation(Mesh mesh, Tissue tissue, Substances substances) {
    this.mesh = mesh;
    this.tissue = tissue;
    this.substances = substances;
    int cells = mesh.cells();
    capacity = new double[cells];
    next = new double[cells];
    far = new double[cells];
    diagonal = new double[cells];
    sink = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      capacity[cell] = capacity(mesh.material[cell]) * mesh.volume[cell];
      if (mesh.material[cell] == Material.TISSUE) {
        sink[cell] = tissue.perfusionWattsPerCubicMetreKelvin() * mesh.volume[cell];
      }
    }
    couple();
  }

  /** The same mesh and substances with another perfusion; shares no factorisation. */
  HeatEquation perfused(double wattsPerCubicMetreKelvin) {
    return new HeatEquation(mesh, tissue.withPerfusion(wattsPerCubicMetreKelvin), substances);
  }

  private void couple() {
    int nr = mesh.nr;
    for (int cell = 0; cell < mesh.cells(); cell++) {
      double out = conduction(mesh.material[cell]) * mesh.outward[cell];
      double up = conduction(mesh.material[cell]) * mesh.axial[cell];
      if (cell % nr < nr - 1) {
        double in = conduction(mesh.material[cell + 1]) * mesh.inward[cell + 1];
        next[cell] = out * in / (out + in);
        diagonal[cell + 1] += next[cell];
        diagonal[cell] += next[cell];
      } else {
        sink[cell] += out;
      }
      if (cell < mesh.cells() - nr) {
        double down = conduction(mesh.material[cell + nr]) * mesh.axial[cell + nr];
        far[cell] = up * down / (up + down);
        diagonal[cell + nr] += far[cell];
        diagonal[cell] += far[cell];
      } else if (!mesh.sealedEnds) {
        sink[cell] += up;
      }
      if (cell < nr && !mesh.sealedEnds) {
        sink[cell] += up;
      }
    }
    for (int cell = 0; cell < mesh.cells(); cell++) {
      diagonal[cell] += sink[cell];
    }
  }

  private double conduction(Material material) {
    return material == Material.TISSUE
        ? tissue.conductionWattsPerMetreKelvin()
        : substances.of(material).conductionWattsPerMetreKelvin();
  }

  private double capacity(Material material) {
    return material == Material.TISSUE
        ? tissue.capacityJoulesPerCubicMetreKelvin()
        : substances.of(material).capacityJoulesPerCubicMetreKelvin();
  }

  /** Heat that perfusion takes from a cell at 1 K above blood, W/K. */
  double perfusion(int cell) {
    return mesh.material[cell] == Material.TISSUE
        ? tissue.perfusionWattsPerCubicMetreKelvin() * mesh.volume[cell]
        : 0;
  }

  /** J/K of each cell. */
  double[] capacities() {
    return capacity;
  }

  /**
   * One stage: replaces what M multiplies by the temperature at the end of an implicit Euler step
   * of γ times the step.
   *
   * @param kelvin in: temperature the stage starts from; out: solution
   * @param watts heat of each cell for {@code scale} 1
   */
  void stage(double[] kelvin, double[] watts, double scale, double stepSeconds) {
    double weight = GAMMA * stepSeconds * scale;
    for (int cell = 0; cell < kelvin.length; cell++) {
      kelvin[cell] = capacity[cell] * kelvin[cell] + weight * watts[cell];
    }
    factor(stepSeconds).solve(kelvin);
  }

  /** K θ: what leaves each cell by conduction and perfusion, in W. */
  double[] conducted(double[] kelvin) {
    double[] watts = new double[kelvin.length];
    int nr = mesh.nr;
    for (int cell = 0; cell < kelvin.length; cell++) {
      watts[cell] += diagonal[cell] * kelvin[cell];
      if (next[cell] != 0) {
        watts[cell] -= next[cell] * kelvin[cell + 1];
        watts[cell + 1] -= next[cell] * kelvin[cell];
      }
      if (far[cell] != 0) {
        watts[cell] -= far[cell] * kelvin[cell + nr];
        watts[cell + nr] -= far[cell] * kelvin[cell];
      }
    }
    return watts;
  }

  /** Sum of what leaves through the outer faces and by perfusion, in W. */
  double lostWatts(double[] kelvin) {
    double lost = 0;
    for (int cell = 0; cell < kelvin.length; cell++) {
      lost += sink[cell] * kelvin[cell];
    }
    return lost;
  }

  /** Heat stored, in J above the surroundings. */
  double storedJoules(double[] kelvin) {
    double stored = 0;
    for (int cell = 0; cell < kelvin.length; cell++) {
      stored += capacity[cell] * kelvin[cell];
    }
    return stored;
  }

  private BandedCholesky factor(double stepSeconds) {
    return factors.computeIfAbsent(
        Math.round(stepSeconds * 1e9),
        _ -> {
          double weight = GAMMA * stepSeconds;
          double[] d = new double[capacity.length];
          double[] n = new double[capacity.length];
          double[] f = new double[capacity.length];
          for (int cell = 0; cell < d.length; cell++) {
            d[cell] = capacity[cell] + weight * diagonal[cell];
            n[cell] = weight * next[cell];
            f[cell] = weight * far[cell];
          }
          return new BandedCholesky(d, n, f, mesh.nr);
        });
  }
}
