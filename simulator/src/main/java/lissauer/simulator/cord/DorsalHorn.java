package lissauer.simulator.cord;

/**
 * The dorsal horn as a straight axis from the apex towards the middle of the cord, with a width at
 * each depth and with the laminae as layers.
 *
 * <p>The apex is half an ellipse, as wide as the head. The laminae follow that cap, since laminae I
 * and II are bent round the head in the cord too, and grow flatter down to the neck; below it they
 * lie straight across. Their thickness is that on the axis.
 */
final class DorsalHorn {
  /** Width across the axis at a depth below the apex. */
  record Breadth(double depthMillimetres, double widthMillimetres) {}

  private static final Part[] LAMINAE = {
    Part.LAMINA_1, Part.LAMINA_2, Part.LAMINA_3, Part.LAMINA_4, Part.LAMINA_5, Part.LAMINA_6
  };

  private final SectionPoint apex;
  private final double sine;
  private final double cosine;
  private final Breadth head;
  private final Breadth neck;
  private final Breadth base;
  private final double[] endsMillimetres;

  /**
   * A horn of the length at which the base is.
   *
   * @param angleDegrees of the axis to the sagittal plane, medially positive
   * @param thicknessesMillimetres of laminae I to VI; what is left of the horn is ventral grey
   */
  DorsalHorn(
      SectionPoint apex,
      double angleDegrees,
      Breadth head,
      Breadth neck,
      Breadth base,
      double[] thicknessesMillimetres) {
    this.apex = apex;
    this.sine = StrictMath.sin(StrictMath.toRadians(angleDegrees));
    this.cosine = StrictMath.cos(StrictMath.toRadians(angleDegrees));
    this.head = head;
    this.neck = neck;
    this.base = base;
    this.endsMillimetres = thicknessesMillimetres.clone();
    for (int i = 1; i < endsMillimetres.length; i++) {
      endsMillimetres[i] += endsMillimetres[i - 1];
    }
  }

  SectionPoint apex() {
    return apex;
  }

  /** Where the cap's sides end and the horn is as wide as the head. */
  Breadth head() {
    return head;
  }

  Breadth neck() {
    return neck;
  }

  double lengthMillimetres() {
    return base.depthMillimetres();
  }

  /** Thickness of all six laminae. */
  double laminaeMillimetres() {
    return endsMillimetres[endsMillimetres.length - 1];
  }

  /** Where the axis ends. */
  SectionPoint end() {
    return new SectionPoint(
        apex.lateralMillimetres() - base.depthMillimetres() * sine,
        apex.ventralMillimetres() + base.depthMillimetres() * cosine);
  }

  /** A corner of the base: medial with 1, lateral with −1. */
  SectionPoint baseCorner(int side) {
    double half = side * base.widthMillimetres() / 2;
    return new SectionPoint(
        end().lateralMillimetres() - half * cosine, end().ventralMillimetres() - half * sine);
  }

  /** Whether the place is in the horn; false for NaN. */
  boolean contains(double lateral, double ventral) {
    double along = along(lateral, ventral);
    return along <= base.depthMillimetres()
        && Math.abs(across(lateral, ventral)) <= halfWidth(along);
  }

  /** The lamina at a place in the horn, or the ventral grey when it is deeper than all six. */
  Part partAt(double lateral, double ventral) {
    double depth = layerDepth(along(lateral, ventral), across(lateral, ventral));
    for (int i = 0; i < endsMillimetres.length; i++) {
      if (depth <= endsMillimetres[i]) {
        return LAMINAE[i];
      }
    }
    return Part.VENTRAL_GREY;
  }

  private double along(double lateral, double ventral) {
    return (ventral - apex.ventralMillimetres()) * cosine
        - (lateral - apex.lateralMillimetres()) * sine;
  }

  private double across(double lateral, double ventral) {
    return -(lateral - apex.lateralMillimetres()) * cosine
        - (ventral - apex.ventralMillimetres()) * sine;
  }

  /** From 0 at the cap to the true depth at the neck. */
  private double layerDepth(double along, double across) {
    double neckDepth = neck.depthMillimetres();
    double cap = cap(across);
    return along < neckDepth ? (along - cap) * neckDepth / (neckDepth - cap) : along;
  }

  /** How far below the apex the horn begins, at this distance from the axis. */
  private double cap(double across) {
    double share = Math.min(1, 2 * Math.abs(across) / head.widthMillimetres());
    return head.depthMillimetres() * (1 - Math.sqrt(1 - share * share));
  }

  private double halfWidth(double along) {
    if (along < 0) {
      return -1;
    }
    if (along < head.depthMillimetres()) {
      double above = 1 - along / head.depthMillimetres();
      return head.widthMillimetres() / 2 * Math.sqrt(1 - above * above);
    }
    return along < neck.depthMillimetres()
        ? between(head, neck, along) / 2
        : between(neck, base, along) / 2;
  }

  private static double between(Breadth upper, Breadth lower, double along) {
    double share =
        (along - upper.depthMillimetres()) / (lower.depthMillimetres() - upper.depthMillimetres());
    return upper.widthMillimetres() + share * (lower.widthMillimetres() - upper.widthMillimetres());
  }
}
