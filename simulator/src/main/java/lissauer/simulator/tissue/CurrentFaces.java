package lissauer.simulator.tissue;

import java.util.Arrays;

/**
 * Every face that current crosses, with its conductance at 1 S/m and how it and its heat depend on
 * the two cells, to first order in the difference of their conductivities. The reduced model is
 * projected from these.
 */
final class CurrentFaces {
  /** Neighbour of a face between tissue and the tip at 1 V, or the grounded outside. */
  static final int TIP = -1;

  static final int GROUND = -2;

  private final Mesh mesh;
  private int count;
  private int[] one;
  private int[] two;
  private double[] siemens;
  private double[] firstShare;

  CurrentFaces(Mesh mesh) {
    this.mesh = mesh;
    int most = 3 * mesh.cells();
    one = new int[most];
    two = new int[most];
    siemens = new double[most];
    firstShare = new double[most];
    for (int cell = 0; cell < mesh.cells(); cell++) {
      collect(cell);
    }
    one = Arrays.copyOf(one, count);
    two = Arrays.copyOf(two, count);
    siemens = Arrays.copyOf(siemens, count);
    firstShare = Arrays.copyOf(firstShare, count);
  }

  private void collect(int cell) {
    int nr = mesh.nr;
    boolean last = cell % nr == nr - 1;
    boolean top = cell >= mesh.cells() - nr;
    if (last) {
      outside(cell, mesh.outward[cell]);
    } else {
      between(cell, cell + 1, mesh.outward[cell], mesh.inward[cell + 1]);
    }
    if (top) {
      outside(cell, mesh.axial[cell]);
    } else {
      between(cell, cell + nr, mesh.axial[cell], mesh.axial[cell + nr]);
    }
    if (cell < nr) {
      outside(cell, mesh.axial[cell]);
    }
  }

  private void outside(int cell, double half) {
    if (mesh.material[cell] == Material.TISSUE) {
      add(cell, GROUND, half, 1);
    }
  }

  private void between(int cell, int other, double half, double otherHalf) {
    Material here = mesh.material[cell];
    Material there = mesh.material[other];
    if (here == Material.TISSUE && there == Material.TISSUE) {
      double sum = half + otherHalf;
      add(cell, other, half * otherHalf / sum, otherHalf / sum);
    } else if (here == Material.TISSUE && there == Material.METAL) {
      add(cell, TIP, half, 1);
    } else if (here == Material.METAL && there == Material.TISSUE) {
      add(other, TIP, otherHalf, 1);
    }
  }

  private void add(int cell, int other, double conductance, double share) {
    one[count] = cell;
    two[count] = other;
    siemens[count] = conductance;
    firstShare[count] = share;
    count++;
  }

  int count() {
    return count;
  }

  /** Conductance of a face at 1 S/m. */
  double siemens(int face) {
    return siemens[face];
  }

  /** Mean of a cell field on a face, weighted as conductance and heat are. */
  double mean(int face, double[] field) {
    double first = field[one[face]];
    return two[face] < 0
        ? first
        : firstShare[face] * first + (1 - firstShare[face]) * field[two[face]];
  }

  /**
   * Drop of a potential over a face.
   *
   * @param atTip its value on the tip
   */
  double drop(int face, double[] potential, double atTip) {
    int other = two[face];
    double there = other >= 0 ? potential[other] : other == TIP ? atTip : 0;
    return there - potential[one[face]];
  }

  /** Adds what crosses a face from the first cell's side to both cells' balances. */
  void spread(int face, double amps, double[] balance) {
    balance[one[face]] -= amps;
    if (two[face] >= 0) {
      balance[two[face]] += amps;
    }
  }
}
