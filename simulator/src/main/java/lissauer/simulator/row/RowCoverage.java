package lissauer.simulator.row;

import java.util.List;

/**
 * What a row covers by one law.
 *
 * @param coveredShare part of the target between the first site and the last that is destroyed, 0
 *     to 1
 * @param waistMillimetres smallest half width between the first site and the last, at half height
 *     of the bare tip; 0 in a gap
 * @param gaps stretches of the row's axis where nothing is destroyed
 * @param volumeCubicMillimetres destroyed in all, the electrode's track included
 * @param spillSquareMillimetres destroyed outside the target, which for this reaches half a spacing
 *     beyond the outer sites, for each mm of row, in mm³/mm
 * @param spillAlongSquareMillimetres the same at each column of voxels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RowCoverage(
    Criterion criterion,
    double coveredShare,
    double waistMillimetres,
    List<Stretch> gaps,
    double volumeCubicMillimetres,
    double spillSquareMillimetres,
    double[] spillAlongSquareMillimetres) {

  /** Part of a row, from its first site on. */
  public record Stretch(double fromMillimetres, double toMillimetres) {}

  /** Keeps its own copy of the gaps. */
  public RowCoverage {
    gaps = List.copyOf(gaps);
  }
}
