package lissauer.hal;

/**
 * What the positioner knows of the tip. Not validated: a stage that has lost itself gives NaN, and
 * the tip then never counts as being at its site.
 *
 * @param alongMillimetres read back from the stage, or confirmed by the operator
 * @param depthMillimetres likewise
 * @param settled false while it moves, or while the operator has not yet confirmed
 */
public record PositionReading(double alongMillimetres, double depthMillimetres, boolean settled) {}
