package lissauer.simulator.picture;

/**
 * The edge of one piece of an electrode, as the half of its section at r ≥ 0.
 *
 * @param radialMillimetres r of each corner
 * @param axialMillimetres z of each corner, 0 at the end of the tip and rising along the shaft
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record Outline(Material material, double[] radialMillimetres, double[] axialMillimetres) {
  /** What current and heat find there. */
  public enum Material {
    METAL,
    INSULATION
  }

  /** Refuses less than a triangle. */
  public Outline {
    if (radialMillimetres.length < 3 || radialMillimetres.length != axialMillimetres.length) {
      throw new IllegalArgumentException(
          "an outline needs 3 corners or more, has %d r and %d z"
              .formatted(radialMillimetres.length, axialMillimetres.length));
    }
  }

  /** A sleeve or rod: from one radius to another, from one height to another. */
  public static Outline box(
      Material material,
      double innerMillimetres,
      double outerMillimetres,
      double fromMillimetres,
      double toMillimetres) {
    return new Outline(
        material,
        new double[] {innerMillimetres, outerMillimetres, outerMillimetres, innerMillimetres},
        new double[] {fromMillimetres, fromMillimetres, toMillimetres, toMillimetres});
  }
}
