package lissauer.simulator.picture;

/**
 * Where the exposed tip stood at one site: x along the row, y across, z the depth.
 *
 * @param site its number or name
 * @param edgeMillimetres x, y, z of the edge of the insulation
 * @param endMillimetres x, y, z of the end of the tip
 */
@SuppressWarnings("ArrayRecordComponent") // large and shared: never compared, never changed
public record TipLine(String site, double[] edgeMillimetres, double[] endMillimetres) {

  /** Refuses anything but three coordinates. */
  public TipLine {
    if (edgeMillimetres.length != 3 || endMillimetres.length != 3) {
      throw new IllegalArgumentException("tip of site " + site + " needs x, y and z at both ends");
    }
  }
}
