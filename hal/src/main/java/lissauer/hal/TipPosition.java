package lissauer.hal;

/**
 * Where the end of the tip is.
 *
 * @param alongMillimetres along the row, 0 at its first site, positive in the direction of the row
 * @param depthMillimetres below the surface, along the electrode
 */
public record TipPosition(double alongMillimetres, double depthMillimetres) {
  /** Refuses coordinates that are not finite. */
  public TipPosition {
    if (!(Math.abs(alongMillimetres) <= 1000 && Math.abs(depthMillimetres) <= 1000)) {
      throw new IllegalArgumentException(
          "position must be within 1000 mm, was " + alongMillimetres + ", " + depthMillimetres);
    }
  }
}
