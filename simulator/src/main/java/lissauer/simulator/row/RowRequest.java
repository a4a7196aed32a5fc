package lissauer.simulator.row;

import java.util.List;
import lissauer.hal.TipPosition;
import lissauer.simulator.tissue.Drive;

/**
 * One row as tissue feels it.
 *
 * @param sites where the end of the tip is, in the order of treatment
 * @param drive what is done at each
 * @param mostWatts power that a clamp must not exceed
 * @param pause how long the tip stays after RF off
 * @param coolSeconds time after the last lesion that is still looked at
 */
public record RowRequest(
    List<TipPosition> sites, Drive drive, double mostWatts, Pause pause, double coolSeconds) {

  /**
   * When the tip moves on: once it is colder than a temperature, and not before a time.
   *
   * @param belowCelsius infinite for the time alone
   * @param leastSeconds from RF off to the next RF on
   */
  public record Pause(double belowCelsius, double leastSeconds) {}

  /** Refuses a row without sites. */
  public RowRequest {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a row needs a site");
    }
  }

  /** The same with other sites. */
  public RowRequest with(List<TipPosition> others) {
    return new RowRequest(others, drive, mostWatts, pause, coolSeconds);
  }

  /** The same with another course of heating. */
  public RowRequest with(Drive other) {
    return new RowRequest(sites, other, mostWatts, pause, coolSeconds);
  }

  /** The same with another pause. */
  public RowRequest with(Pause other) {
    return new RowRequest(sites, drive, mostWatts, other, coolSeconds);
  }
}
