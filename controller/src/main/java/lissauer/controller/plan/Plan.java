package lissauer.controller.plan;

import java.util.List;
import lissauer.controller.safety.DoseLimits;

/**
 * One row: which electrode does what, where, and within which limits.
 *
 * @param electrode name of the one electrode that makes the whole row
 * @param sites in the order of treatment
 * @param angleDegrees inclination of the electrode to the sagittal plane, medial positive; for the
 *     record and the operator, since depth is measured along the electrode
 * @param nextSiteBelowCelsius the tip must be colder than this before it moves on
 * @param tipLimitCelsius RF is cut above this
 * @param powerLimitWatts most that the law may use
 * @param bathCelsius of the tissue before any heat; NaN when the plan does not say
 * @param doseLimits RF is cut when a site or the row has been given more
 */
public record Plan(
    String name,
    String description,
    String electrode,
    Program program,
    List<Site> sites,
    double spacingMillimetres,
    double angleDegrees,
    double nextSiteBelowCelsius,
    double tipLimitCelsius,
    double powerLimitWatts,
    double bathCelsius,
    DoseLimits doseLimits) {

  /** Refuses a plan without sites, or with sites that are not numbered 1, 2, 3 and so on. */
  public Plan {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one site");
    }
    for (int i = 0; i < sites.size(); i++) {
      if (sites.get(i).number() != i + 1) {
        throw new IllegalArgumentException(
            "site " + (i + 1) + " is numbered " + sites.get(i).number());
      }
    }
  }
}
