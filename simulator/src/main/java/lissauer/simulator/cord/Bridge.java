package lissauer.simulator.cord;

/**
 * The grey between the base of the dorsal horn and the widest part of the ventral grey, so that no
 * white is left between them: two triangles, since the four corners need not be convex.
 */
record Bridge(
    SectionPoint baseMedial,
    SectionPoint baseLateral,
    SectionPoint greyMedial,
    SectionPoint greyLateral) {
  static Bridge between(DorsalHorn horn, Ellipse grey) {
    double middle = grey.lateralMillimetres();
    double half = grey.transverseMillimetres() / 2;
    double ventral = grey.ventralMillimetres();
    return new Bridge(
        horn.baseCorner(1),
        horn.baseCorner(-1),
        new SectionPoint(middle - half, ventral),
        new SectionPoint(middle + half, ventral));
  }

  /** Whether the place is between them; false for NaN. */
  boolean contains(double lateral, double ventral) {
    SectionPoint place = new SectionPoint(lateral, ventral);
    return within(baseMedial, baseLateral, greyMedial, place)
        || within(baseLateral, greyLateral, greyMedial, place);
  }

  private static boolean within(
      SectionPoint one, SectionPoint two, SectionPoint three, SectionPoint place) {
    double first = side(one, two, place);
    double second = side(two, three, place);
    double third = side(three, one, place);
    return (first >= 0 && second >= 0 && third >= 0) || (first <= 0 && second <= 0 && third <= 0);
  }

  /** Positive on one side of the line, negative on the other. */
  private static double side(SectionPoint from, SectionPoint to, SectionPoint place) {
    return (to.lateralMillimetres() - from.lateralMillimetres())
            * (place.ventralMillimetres() - from.ventralMillimetres())
        - (to.ventralMillimetres() - from.ventralMillimetres())
            * (place.lateralMillimetres() - from.lateralMillimetres());
  }
}
