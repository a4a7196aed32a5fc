package lissauer.simulator.picture;

import java.util.List;

/**
 * One plane through the lesions of a row.
 *
 * @param title what plane it is, such as {@code length, y = 0 mm}
 * @param logDamage log10 of the damage integral; NaN outside tissue
 * @param contours of fields on the same grid, by law
 * @param regions outlines in this plane
 */
public record Slice(
    String title,
    PlaneGrid grid,
    CellField logDamage,
    List<Contour> contours,
    List<Region> regions) {

  /** Refuses fields of another grid. */
  public Slice {
    contours = List.copyOf(contours);
    regions = List.copyOf(regions);
    logDamage.requireOn(grid);
    contours.forEach(contour -> contour.field().requireOn(grid));
  }
}
