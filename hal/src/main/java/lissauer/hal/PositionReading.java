package lissauer.hal;

/**
 * What the positioner knows of the tip.
 *
 * @param position where the tip is, read back from the stage or confirmed by the operator
 * @param settled false while it moves, or while the operator has not yet confirmed
 */
public record PositionReading(TipPosition position, boolean settled) {}
