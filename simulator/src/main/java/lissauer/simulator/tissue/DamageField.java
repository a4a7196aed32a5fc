package lissauer.simulator.tissue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Damage of every tissue cell by every law, and the hottest each has been.
 *
 * <p>Over a step the temperature is taken as a straight line and the rate integrated by Simpson's
 * rule, good to 1e-3 even where a step doubles the rate.
 */
final class DamageField {
  private static final DamageLaw[] LAWS = DamageLaw.values();

  private final int[] cells;
  private final double[][] sum;
  private final Map<DamageLaw, double[]> byLaw = new EnumMap<>(DamageLaw.class);
  private final double[] before;
  private final double[][] rateBefore;
  private final double[] hottest;

  DamageField(Mesh mesh, double baseCelsius) {
    int count = mesh.cells();
    int[] found = new int[count];
    int tissue = 0;
    for (int cell = 0; cell < count; cell++) {
      if (mesh.material[cell] == Material.TISSUE) {
        found[tissue++] = cell;
      }
    }
    cells = Arrays.copyOf(found, tissue);
    sum = new double[LAWS.length][count];
    for (int law = 0; law < LAWS.length; law++) {
      byLaw.put(LAWS[law], sum[law]);
    }
    rateBefore = new double[LAWS.length][count];
    before = new double[count];
    hottest = new double[count];
    Arrays.fill(before, baseCelsius);
    Arrays.fill(hottest, baseCelsius);
  }

  /**
   * Adds one step.
   *
   * @param kelvin temperature of each cell at its end, above {@code baseCelsius}
   */
  void add(double[] kelvin, double baseCelsius, double seconds) {
    for (int cell : cells) {
      double celsius = baseCelsius + kelvin[cell];
      double old = before[cell];
      before[cell] = celsius;
      if (celsius > DamageLaw.LOWEST_CELSIUS || old > DamageLaw.LOWEST_CELSIUS) {
        hottest[cell] = Math.max(hottest[cell], celsius);
        double middle = 0.5 * (old + celsius);
        for (int law = 0; law < LAWS.length; law++) {
          double rate = LAWS[law].rate(celsius);
          sum[law][cell] +=
              seconds / 6 * (rateBefore[law][cell] + 4 * LAWS[law].rate(middle) + rate);
          rateBefore[law][cell] = rate;
        }
      }
    }
  }

  /** Ω, or minutes for CEM43, of each cell of the mesh; 0 outside tissue. */
  double[] of(DamageLaw law) {
    return Objects.requireNonNull(byLaw.get(law));
  }

  /** Highest temperature so far, °C. */
  double[] hottestCelsius() {
    return hottest;
  }
}
