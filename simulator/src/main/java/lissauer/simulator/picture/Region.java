package lissauer.simulator.picture;

/**
 * The outline of a named part of the cord in one plane.
 *
 * @param columnMillimetres first coordinate of each corner
 * @param rowMillimetres second coordinate of each corner
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record Region(String name, Role role, double[] columnMillimetres, double[] rowMillimetres) {
  /** What lesions should do with a region. */
  public enum Role {
    /** To be destroyed. */
    TARGET,
    /** To be kept. */
    SPARE,
    /** Near enough to be watched. */
    NEIGHBOUR
  }

  /** Refuses less than a triangle. */
  public Region {
    if (columnMillimetres.length < 3 || columnMillimetres.length != rowMillimetres.length) {
      throw new IllegalArgumentException(
          "region '%s' needs 3 corners or more, has %d and %d coordinates"
              .formatted(name, columnMillimetres.length, rowMillimetres.length));
    }
  }

  /** A rectangle. */
  public static Region box(
      String name,
      Role role,
      double columnFromMillimetres,
      double columnToMillimetres,
      double rowFromMillimetres,
      double rowToMillimetres) {
    return new Region(
        name,
        role,
        new double[] {
          columnFromMillimetres, columnToMillimetres, columnToMillimetres, columnFromMillimetres
        },
        new double[] {rowFromMillimetres, rowFromMillimetres, rowToMillimetres, rowToMillimetres});
  }
}
