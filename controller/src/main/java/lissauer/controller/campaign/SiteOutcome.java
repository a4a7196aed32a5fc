package lissauer.controller.campaign;

/**
 * What the true tip did at one site; times from the command that began the ramp.
 *
 * @param leadSeconds before that command, spent on a probe
 * @param overshootKelvin most above the set point, until perfusion changed
 * @param oneKelvinSeconds until within 1 K of the set point for good, that is until perfusion
 *     changed; infinite when it never was
 * @param halfKelvinSeconds the same for 0.5 K
 * @param holdTicks steps of 10 ms that count as hold: from {@link Trial#ALLOWANCE_SECONDS} after
 *     the first at which the ramp was over and the tip no more than 1 K below the set point, until
 *     perfusion changed
 * @param heldTicks of them, those within 0.2 K of the set point
 * @param stepKelvin furthest from the set point after perfusion changed; NaN where it did not
 */
public record SiteOutcome(
    double leadSeconds,
    double overshootKelvin,
    double oneKelvinSeconds,
    double halfKelvinSeconds,
    int holdTicks,
    int heldTicks,
    double stepKelvin) {
  /** Share of the hold within 0.2 K; 0 where there was none. */
  public double heldFraction() {
    return holdTicks == 0 ? 0 : (double) heldTicks / holdTicks;
  }
}
