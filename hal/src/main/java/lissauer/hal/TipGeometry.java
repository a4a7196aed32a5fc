package lissauer.hal;

import lissauer.hal.settings.Settings;

/**
 * Shape of an electrode around its axis: a blunt metal tip, a thinly insulated neck, and a shaft
 * with a shoulder where one is given.
 *
 * @param radiusMillimetres of the bare tip
 * @param bareMillimetres length of the bare tip
 * @param neckMillimetres length of the insulated part as thin as the tip, up to the shoulder;
 *     infinite without a shoulder
 * @param insulationMillimetres thickness of the insulation, on neck and shaft
 * @param shaftRadiusMillimetres of the shaft's metal
 * @param sensorMillimetres where the thermocouple sits, from the end of the tip, on the axis
 * @param boxMillimetres radius of the tissue around it, held at body temperature and 0 V outside
 * @param belowMillimetres tissue below the end of the tip
 * @param aboveMillimetres tissue above the end of the tip
 */
public record TipGeometry(
    double radiusMillimetres,
    double bareMillimetres,
    double neckMillimetres,
    double insulationMillimetres,
    double shaftRadiusMillimetres,
    double sensorMillimetres,
    double boxMillimetres,
    double belowMillimetres,
    double aboveMillimetres) {

  /** Refuses shapes whose parts do not fit into each other. */
  public TipGeometry {
    if (!(radiusMillimetres > 0 && bareMillimetres > 0 && insulationMillimetres > 0)) {
      throw new IllegalArgumentException("tip and insulation must be larger than 0 mm");
    }
    if (!(sensorMillimetres > 0 && sensorMillimetres < bareMillimetres)) {
      throw new IllegalArgumentException(
          "the thermocouple must sit inside the bare tip, was " + sensorMillimetres + " mm");
    }
    if (!(shaftRadiusMillimetres >= radiusMillimetres + insulationMillimetres
        || Double.isInfinite(neckMillimetres))) {
      throw new IllegalArgumentException("the shaft must be thicker than neck and insulation");
    }
  }

  /** Whether the electrode widens to a shaft within the modelled tissue. */
  public boolean shouldered() {
    return Double.isFinite(neckMillimetres);
  }

  /** From the tip's end to the shoulder. */
  public double shoulderMillimetres() {
    return bareMillimetres + neckMillimetres;
  }

  /** Reads the section {@code geometry} of an electrode file, which may be left out. */
  static TipGeometry from(
      Settings electrode,
      double radiusMillimetres,
      double bareMillimetres,
      double thinMillimetres) {
    Settings shape =
        electrode.has("geometry") ? electrode.section("geometry") : electrode.nothing("geometry");
    double insulation = shape.number("insulation_millimetres", 0.005, 1, 0.05);
    double thinnest = radiusMillimetres + insulation;
    double shaft = shape.number("shaft_radius_millimetres", thinnest, 20, Math.max(0.35, thinnest));
    double sensor =
        shape.number(
            "sensor_millimetres",
            0.01 * bareMillimetres,
            0.99 * bareMillimetres,
            Math.min(0.5, bareMillimetres / 4));
    double room = Math.max(2 * bareMillimetres, shaft + insulation + 1);
    double box = shape.number("medium_millimetres", room, 200, medium(bareMillimetres));
    double below = shape.number("below_millimetres", 1, 200, box - bareMillimetres / 2);
    double thin = bareMillimetres + thinMillimetres;
    double above =
        shape.number(
            "above_millimetres",
            Math.max(2 * bareMillimetres, thin + 2),
            250,
            Math.max(thin + 2, box + bareMillimetres / 2));
    double neck =
        shape.number("neck_millimetres", 0.05, above - thin - 1, Double.POSITIVE_INFINITY);
    shape.done();
    return new TipGeometry(
        radiusMillimetres,
        bareMillimetres,
        neck + thinMillimetres,
        insulation,
        shaft,
        sensor,
        box,
        below,
        above);
  }

  /** Far enough away to change nothing but a few ohms of resistance. */
  private static double medium(double bareMillimetres) {
    return bareMillimetres <= 3 ? 25 : Math.max(40, 2 * bareMillimetres);
  }
}
