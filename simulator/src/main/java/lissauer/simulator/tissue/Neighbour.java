package lissauer.simulator.tissue;

import lissauer.hal.TipGeometry;
import lissauer.hal.TipPosition;

/**
 * A place near a tip, seen from where the tip was before: distance from its axis then, at least its
 * own radius, and height above its end then.
 */
record Neighbour(double radiusMillimetres, double heightMillimetres) {
  static Neighbour of(
      TipGeometry tip, TipPosition there, TipPosition here, CurrentPath.Place place) {
    double along = here.alongMillimetres() - there.alongMillimetres() + place.alongMillimetres();
    double radius = StrictMath.hypot(along, place.acrossMillimetres());
    double deeper = there.depthMillimetres() - here.depthMillimetres();
    return new Neighbour(
        Math.max(tip.radiusMillimetres(), radius), deeper + place.heightMillimetres());
  }

  /** The thermocouple's place. */
  static CurrentPath.Place sensor(TipGeometry tip) {
    return new CurrentPath.Place(0, 0, tip.sensorMillimetres(), 1);
  }

  /** Whether it lies in the modelled tissue of the other tip. */
  boolean within(TipGeometry tip) {
    return radiusMillimetres < tip.boxMillimetres()
        && heightMillimetres < tip.aboveMillimetres()
        && heightMillimetres > -tip.belowMillimetres();
  }
}
