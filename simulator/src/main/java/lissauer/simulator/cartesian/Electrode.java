package lissauer.simulator.cartesian;

/**
 * The round electrode as squares that cells can follow. A square of side a carries current like a
 * circle of radius 0.5902 a (its logarithmic capacity, Γ(1/4)² / (4 π^1.5)), so every radius
 * becomes a half side of 0.8472 radii. What the square has too little of, cross-section, is made up
 * in the steel's and the insulation's k and ρc, and what the thin insulation has too much of,
 * conductance through its wall, in its k.
 *
 * <p>All of the reference geometry G1 is here: bare tip z 0..2 mm, neck in insulation to 3.0,
 * shoulder to 3.05, insulated shaft to the top of the box. The end is flat.
 */
final class Electrode {
  /** What a cell is made of. */
  enum Part {
    TISSUE,
    /** Steel that touches tissue and carries the voltage. */
    TIP,
    STEEL,
    INSULATION
  }

  static final double TIP_MILLIMETRES = 2.0;
  static final double SENSOR_MILLIMETRES = 0.5;
  static final double NECK_MILLIMETRES = 3.0;
  static final double SHOULDER_MILLIMETRES = 3.05;
  private static final double WIRE_RADIUS_MILLIMETRES = 0.125;
  private static final double NECK_RADIUS_MILLIMETRES = 0.175;
  private static final double CORE_RADIUS_MILLIMETRES = 0.35;
  private static final double SHAFT_RADIUS_MILLIMETRES = 0.40;
  private static final double HALF_SIDE_RATIO = 0.5 / 0.5901702995;

  /** Cross-section of a circle over that of its square; the same for a ring. */
  static final double SECTION_RATIO = Math.PI / (4 * HALF_SIDE_RATIO * HALF_SIDE_RATIO);

  /**
   * Conductance through the wall of the neck, round over square. The square's is 4 a/t of its sides
   * and 0.54 of each corner (handbook shape factor), a inner side, t wall.
   */
  static final double WALL_RATIO =
      2
          * Math.PI
          / Math.log(NECK_RADIUS_MILLIMETRES / WIRE_RADIUS_MILLIMETRES)
          / (4 * (2 * WIRE_RADIUS_MILLIMETRES / (NECK_RADIUS_MILLIMETRES - WIRE_RADIUS_MILLIMETRES))
              + 4 * 0.54);

  private Electrode() {}

  /** Half sides of all squares, ascending; grid lines must fall on them. */
  static double[] halfSidesMillimetres() {
    return new double[] {
      WIRE_RADIUS_MILLIMETRES * HALF_SIDE_RATIO,
      NECK_RADIUS_MILLIMETRES * HALF_SIDE_RATIO,
      CORE_RADIUS_MILLIMETRES * HALF_SIDE_RATIO,
      SHAFT_RADIUS_MILLIMETRES * HALF_SIDE_RATIO
    };
  }

  /** Heights at which the section changes; grid lines must fall on them. */
  static double[] heightsMillimetres() {
    return new double[] {0, TIP_MILLIMETRES, NECK_MILLIMETRES, SHOULDER_MILLIMETRES};
  }

  /** Radius of the circle that stands for the square through a point, given from the axis. */
  static double radiusOfSquare(double xMillimetres, double yMillimetres) {
    return Math.max(Math.abs(xMillimetres), Math.abs(yMillimetres)) / HALF_SIDE_RATIO;
  }

  /** What is so far from the axis and so high. */
  static Part partAt(double radiusMillimetres, double zMillimetres) {
    double radius = radiusMillimetres;
    if (zMillimetres < 0 || radius > SHAFT_RADIUS_MILLIMETRES) {
      return Part.TISSUE;
    }
    if (zMillimetres < TIP_MILLIMETRES) {
      return radius < WIRE_RADIUS_MILLIMETRES ? Part.TIP : Part.TISSUE;
    }
    if (zMillimetres < NECK_MILLIMETRES) {
      return ring(radius, WIRE_RADIUS_MILLIMETRES, NECK_RADIUS_MILLIMETRES);
    }
    boolean shoulder = zMillimetres < SHOULDER_MILLIMETRES;
    return ring(
        radius,
        shoulder ? WIRE_RADIUS_MILLIMETRES : CORE_RADIUS_MILLIMETRES,
        SHAFT_RADIUS_MILLIMETRES);
  }

  private static Part ring(double radius, double inner, double outer) {
    if (radius < inner) {
      return Part.STEEL;
    }
    return radius < outer ? Part.INSULATION : Part.TISSUE;
  }
}
