package lissauer.simulator.cord;

/** An ellipse along the axes of the section: the cord itself, the ventral grey, a tract. */
record Ellipse(
    double lateralMillimetres,
    double ventralMillimetres,
    double transverseMillimetres,
    double anteroposteriorMillimetres) {
  private static final int RIM_POINTS = 90;

  /** False for NaN. */
  boolean contains(double lateral, double ventral) {
    double across = 2 * (lateral - lateralMillimetres) / transverseMillimetres;
    double down = 2 * (ventral - ventralMillimetres) / anteroposteriorMillimetres;
    return across * across + down * down <= 1;
  }

  /** The same with every diameter shorter by twice the thickness: what lies inside a rind. */
  Ellipse inside(double thicknessMillimetres) {
    return new Ellipse(
        lateralMillimetres,
        ventralMillimetres,
        transverseMillimetres - 2 * thicknessMillimetres,
        anteroposteriorMillimetres - 2 * thicknessMillimetres);
  }

  /** Where a line straight down from the surgeon meets the surface; NaN beside the ellipse. */
  double dorsalSurfaceMillimetres(double lateral) {
    double across = 2 * (lateral - lateralMillimetres) / transverseMillimetres;
    return ventralMillimetres - anteroposteriorMillimetres / 2 * Math.sqrt(1 - across * across);
  }

  /** Whether the other lies wholly in this one. */
  boolean encloses(Ellipse other) {
    for (int i = 0; i < RIM_POINTS; i++) {
      double angle = 2 * Math.PI * i / RIM_POINTS;
      double lateral =
          other.lateralMillimetres + other.transverseMillimetres / 2 * StrictMath.cos(angle);
      double ventral =
          other.ventralMillimetres + other.anteroposteriorMillimetres / 2 * StrictMath.sin(angle);
      if (!contains(lateral, ventral)) {
        return false;
      }
    }
    return true;
  }
}
