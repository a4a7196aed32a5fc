package lissauer.controller.safety;

/**
 * The most that one site and one row may get, so that no mishap of control, however slow, becomes a
 * lesion much larger than planned.
 *
 * @param siteJoules measured at the generator
 * @param siteEquivalentMinutes thermal dose at the tip: cumulative equivalent minutes at 43 °C
 *     (Sapareto and Dewey 1984, doi:10.1016/0360-3016(84)90379-1)
 * @param hotCelsius time above this is counted
 * @param siteHotSeconds longest such time at one site
 */
public record DoseLimits(
    double siteJoules,
    double rowJoules,
    double siteEquivalentMinutes,
    double rowEquivalentMinutes,
    double hotCelsius,
    double siteHotSeconds,
    double rowHotSeconds) {

  /** Refuses a limit that limits nothing. */
  public DoseLimits {
    Limits.positive("site energy", siteJoules);
    Limits.positive("row energy", rowJoules);
    Limits.positive("site thermal dose", siteEquivalentMinutes);
    Limits.positive("row thermal dose", rowEquivalentMinutes);
    Limits.positive("counted temperature", hotCelsius);
    Limits.positive("site hot time", siteHotSeconds);
    Limits.positive("row hot time", rowHotSeconds);
  }
}
