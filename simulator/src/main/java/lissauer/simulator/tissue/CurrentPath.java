package lissauer.simulator.tissue;

import java.util.ArrayList;
import java.util.List;
import lissauer.hal.TipGeometry;

/**
 * The places around a tip whose conductivity its current depends on, each with its share of the
 * resistance, so that the heat of neighbours can be weighed as the current feels it.
 *
 * <p>The tip is taken as a prolate spheroid, whose equipotentials are confocal: between two of them
 * lies a resistance in proportion to the difference of artanh(c/A), A their semi-axis along the
 * electrode, and the flux is uniform in the cosine of the spheroidal angle (Smythe, Static and
 * Dynamic Electricity, section 5.28). Six shells of equal resistance, three Gauss points along
 * each, four around.
 */
final class CurrentPath {
  private static final int SHELLS = 6;
  private static final double[] COSINES = {-Math.sqrt(0.6), 0, Math.sqrt(0.6)};
  private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};
  private static final double FLATTEST = 0.1;

  /**
   * One place, and its mirror image across the row.
   *
   * @param alongMillimetres from the axis, along the row
   * @param acrossMillimetres from the axis, across the row, to both sides
   * @param heightMillimetres above the tip's end
   * @param shareFraction of the resistance
   */
  record Place(
      double alongMillimetres,
      double acrossMillimetres,
      double heightMillimetres,
      double shareFraction) {}

  private final List<Place> places = new ArrayList<>();

  CurrentPath(TipGeometry tip) {
    double half = tip.bareMillimetres() / 2;
    double slim = Math.max(FLATTEST, 1 - square(tip.radiusMillimetres() / half));
    double focus = half * Math.sqrt(slim);
    double innermost = artanh(focus / half);
    double outermost = artanh(focus / Math.max(2 * half, tip.boxMillimetres()));
    for (int shell = 0; shell < SHELLS; shell++) {
      double middle = outermost + (innermost - outermost) * (shell + 0.5) / SHELLS;
      double axial = focus / StrictMath.tanh(middle);
      double radial = focus / StrictMath.sinh(middle);
      for (int i = 0; i < COSINES.length; i++) {
        double side = radial * Math.sqrt(1 - square(COSINES[i])) * Math.sqrt(0.5);
        double height = half + axial * COSINES[i];
        double share = WEIGHTS[i] / SHELLS / 2;
        places.add(new Place(side, side, height, share));
        places.add(new Place(-side, side, height, share));
      }
    }
  }

  List<Place> places() {
    return places;
  }

  private static double artanh(double x) {
    return 0.5 * StrictMath.log((1 + x) / (1 - x));
  }

  private static double square(double x) {
    return x * x;
  }
}
