package lissauer.simulator.picture;

/**
 * Lesion outside the target, by one law, along the row.
 *
 * @param law the name of its {@link Contour}
 * @param alongMillimetres rising
 * @param spillSquareMillimetres mm³ for each mm of row, there
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record Spill(String law, double[] alongMillimetres, double[] spillSquareMillimetres) {

  /** Refuses a curve with places that have no value. */
  public Spill {
    if (alongMillimetres.length != spillSquareMillimetres.length) {
      throw new IllegalArgumentException(
          "spill by %s: %d places and %d values"
              .formatted(law, alongMillimetres.length, spillSquareMillimetres.length));
    }
  }
}
