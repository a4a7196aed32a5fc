package lissauer.simulator.row;

import java.util.List;
import lissauer.simulator.cord.Region;

/**
 * What one region of the section gets between the ends of the row.
 *
 * @param sectionSquareMillimetres its area within the computed window
 * @param destroyedShare part destroyed, by each {@link Criterion} in turn
 * @param highestMinutes highest CEM43 in it
 * @param warmedShare part with CEM43 of 1 min or more, where the blood-brain barrier may open
 *     (Yarmolenko 2011)
 */
public record RegionDose(
    Region region,
    double sectionSquareMillimetres,
    List<Double> destroyedShare,
    double highestMinutes,
    double warmedShare) {
  /** Keeps its own copy. */
  public RegionDose {
    destroyedShare = List.copyOf(destroyedShare);
  }
}
