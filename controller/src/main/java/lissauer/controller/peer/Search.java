package lissauer.controller.peer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A seeded search for the smallest value of a function of a few positive numbers, on logarithmic
 * scales: points drawn over their ranges, then the simplex of Nelder and Mead (1965) from the best.
 * It needs no gradient and always gives the same.
 */
final class Search {
  private static final int DRAWS = 150;
  private static final int MOVES = 250;
  private static final double SIMPLEX_SHARE = 0.1;

  private final ToDoubleFunction<double[]> cost;
  private final double[] least;
  private final double[] ranges;

  /** A point between 0 and 1 in each direction. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Point(double[] place, double cost) {}

  private Search(ToDoubleFunction<double[]> cost, double[] least, double[] most) {
    this.cost = cost;
    this.least = least;
    this.ranges = new double[least.length];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = StrictMath.log(most[i] / least[i]);
    }
  }

  /**
   * Searches.
   *
   * @param least of each number, above 0
   * @param most of each number
   */
  static double[] smallest(ToDoubleFunction<double[]> cost, double[] least, double[] most) {
    Search search = new Search(cost, least, most);
    return search.values(search.descend(search.draw()).place());
  }

  private Point draw() {
    Random random = new Random(1);
    Point best = null;
    for (int i = 0; i < DRAWS; i++) {
      Point point = at(random.doubles(least.length).toArray());
      best = best == null || point.cost() < best.cost() ? point : best;
    }
    return java.util.Objects.requireNonNull(best);
  }

  private Point descend(Point start) {
    int n = least.length;
    Point[] simplex = new Point[n + 1];
    simplex[0] = start;
    for (int i = 0; i < n; i++) {
      double[] place = start.place().clone();
      place[i] += place[i] < 0.5 ? SIMPLEX_SHARE : -SIMPLEX_SHARE;
      simplex[i + 1] = at(place);
    }
    for (int move = 0; move < MOVES; move++) {
      Arrays.sort(simplex, Comparator.comparingDouble(Point::cost));
      Point worst = simplex[n];
      Point mirrored = along(simplex, 1);
      if (mirrored.cost() < simplex[0].cost()) {
        Point further = along(simplex, 2);
        simplex[n] = further.cost() < mirrored.cost() ? further : mirrored;
      } else if (mirrored.cost() < simplex[n - 1].cost()) {
        simplex[n] = mirrored;
      } else {
        Point closer = along(simplex, mirrored.cost() < worst.cost() ? 0.5 : -0.5);
        if (closer.cost() < Math.min(worst.cost(), mirrored.cost())) {
          simplex[n] = closer;
        } else {
          shrink(simplex);
        }
      }
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Point::cost));
    return simplex[0];
  }

  private void shrink(Point[] simplex) {
    double[] best = simplex[0].place();
    for (int i = 1; i < simplex.length; i++) {
      double[] place = simplex[i].place().clone();
      for (int j = 0; j < place.length; j++) {
        place[j] = 0.5 * (place[j] + best[j]);
      }
      simplex[i] = at(place);
    }
  }

  /** From the worst through the middle of the others, so far beyond it. */
  private Point along(Point[] simplex, double factor) {
    int n = simplex.length - 1;
    double[] place = new double[n];
    for (int j = 0; j < n; j++) {
      double middle = 0;
      for (int i = 0; i < n; i++) {
        middle += simplex[i].place()[j] / n;
      }
      place[j] = middle + factor * (middle - simplex[n].place()[j]);
    }
    return at(place);
  }

  private Point at(double[] place) {
    double[] within = new double[place.length];
    for (int i = 0; i < within.length; i++) {
      within[i] = Math.max(0, Math.min(1, place[i]));
    }
    double value = cost.applyAsDouble(values(within));
    return new Point(within, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
  }

  private double[] values(double[] place) {
    double[] values = new double[place.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = least[i] * StrictMath.exp(place[i] * ranges[i]);
    }
    return values;
  }
}
