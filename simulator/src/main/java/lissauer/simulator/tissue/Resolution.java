package lissauer.simulator.tissue;

import lissauer.hal.TipGeometry;

/**
 * How finely a lesion is computed.
 *
 * @param cornerShare smallest cell over the radius of the tip
 * @param growthRatio growth of cells with the distance from the nearest corner
 */
public record Resolution(double cornerShare, double growthRatio) {
  /** Meets the tolerances in docs/simulator.md. */
  public static final Resolution STANDARD = new Resolution(0.16, 0.16);

  private static final double LARGEST_CORNER_MILLIMETRES = 0.04;
  private static final double LARGEST_MILLIMETRES = 4;
  private static final double NEAR_SHARE = 0.75;
  private static final double FAR_FACTOR = 1.6;

  /** The same with every cell smaller by a factor. */
  public Resolution finer(double factor) {
    return new Resolution(cornerShare / factor, growthRatio / factor);
  }

  Mesh mesh(TipGeometry tip, Contact contact) {
    double relative = growthRatio / STANDARD.growthRatio;
    double corner =
        Math.min(LARGEST_CORNER_MILLIMETRES * relative, cornerShare * tip.radiusMillimetres());
    Grading grading =
        new Grading(
            corner,
            growthRatio,
            NEAR_SHARE * tip.bareMillimetres(),
            FAR_FACTOR * growthRatio,
            LARGEST_MILLIMETRES * relative);
    return ElectrodeMesh.of(tip, contact, grading);
  }
}
