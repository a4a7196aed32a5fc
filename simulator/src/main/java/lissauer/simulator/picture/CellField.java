package lissauer.simulator.picture;

/**
 * One quantity in every cell of a {@link PlaneGrid}.
 *
 * @param name for people, such as {@code temperature}
 * @param unit of the values, such as {@code °C}; empty for a pure number
 * @param values one per cell, see {@link PlaneGrid#index}; NaN where the quantity means nothing,
 *     such as damage in metal
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record CellField(String name, String unit, double[] values) {

  /** Says so when a field and a grid do not belong together. */
  void requireOn(PlaneGrid grid) {
    if (values.length != grid.cells()) {
      throw new IllegalArgumentException(
          "field '%s' has %d values on a grid of %d x %d cells"
              .formatted(name, values.length, grid.columns(), grid.rows()));
    }
  }
}
