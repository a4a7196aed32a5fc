package lissauer.hal.console;

import java.util.List;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;

/**
 * One plan as far as tissue feels it: which electrode does what, where.
 *
 * @param planName file name without its ending
 * @param sites where the end of the tip is, in the order of treatment
 * @param angleDegrees inclination of the electrode to the sagittal plane, medial positive
 * @param nextSiteBelowCelsius the tip must be colder than this before it moves on
 */
public record PlannedRow(
    String planName,
    Electrode electrode,
    List<TipPosition> sites,
    Heating heating,
    double spacingMillimetres,
    double angleDegrees,
    double nextSiteBelowCelsius) {

  /** Keeps its own copy of the sites. */
  public PlannedRow {
    sites = List.copyOf(sites);
  }

  /** The same with other sites. */
  public PlannedRow with(List<TipPosition> others) {
    return new PlannedRow(
        planName,
        electrode,
        others,
        heating,
        spacingMillimetres,
        angleDegrees,
        nextSiteBelowCelsius);
  }
}
