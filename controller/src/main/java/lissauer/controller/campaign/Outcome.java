package lissauer.controller.campaign;

import java.util.List;

/**
 * What one trial gave.
 *
 * @param sites in the order of treatment
 * @param peakTissueCelsius hottest tissue at any time
 * @param mostWatts highest true power
 * @param mostAskedWatts highest command
 * @param boundSeconds in which full power would have taken this plant, from where the ramp began,
 *     to 1 K below the set point, with its delay; NaN for a ramp that is given
 * @param courseKelvin true tip above the set point at the first site, every tick from the begin of
 *     the ramp
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Outcome(
    List<SiteOutcome> sites,
    double peakTissueCelsius,
    double mostWatts,
    double mostAskedWatts,
    double boundSeconds,
    double[] courseKelvin) {
  /** The first or only site. */
  public SiteOutcome first() {
    return sites.getFirst();
  }

  /** Time into 1 K over the bound. */
  public double boundRatio() {
    return first().oneKelvinSeconds() / boundSeconds;
  }
}
