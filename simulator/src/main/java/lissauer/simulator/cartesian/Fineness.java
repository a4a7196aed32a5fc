package lissauer.simulator.cartesian;

/**
 * How fine grid and time steps are.
 *
 * @param tipMillimetres width of cells at the edges of the tip
 * @param rowMillimetres width of cells in the tissue that the row lesions
 * @param growthRatio by how much a cell may be wider per width of distance from there
 * @param boxMillimetres distance of the box, which is grounded and at base temperature
 * @param stepRatio length of time steps, 1 for 20 ms in the ramp and 0.1 s in the hold
 */
public record Fineness(
    double tipMillimetres,
    double rowMillimetres,
    double growthRatio,
    double boxMillimetres,
    double stepRatio) {
  /** Four cells across the tip, 0.1 mm in the row, 25 mm to the box as in the reference. */
  public static Fineness standard() {
    return new Fineness(0.0529, 0.1, 0.25, 25, 1);
  }

  /** Refuses what makes no grid. */
  public Fineness {
    if (!(tipMillimetres > 0
        && rowMillimetres >= tipMillimetres
        && growthRatio > 0
        && boxMillimetres > 3
        && stepRatio > 0)) {
      throw new IllegalArgumentException("no grid can be made of " + this);
    }
  }
}
