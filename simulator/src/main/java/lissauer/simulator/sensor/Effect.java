package lissauer.simulator.sensor;

import java.util.Optional;

/**
 * How faults act on the signal, stage by stage; faults that are present together add up.
 *
 * @param riseFraction share of the tip's rise that the junction feels
 * @param lagSeconds of the junction, where that is more than its own
 * @param shownRatio kelvin shown for each one between cold and hot junction
 * @param offsetKelvin added to what is shown
 * @param noiseKelvin standard deviation, added to the front end's own
 * @param coldJunctionKelvin by which the cold junction's sensor is wrong
 * @param open when no junction is connected
 * @param frozen when the converter repeats its codes
 * @param stale when no new sample arrives
 */
record Effect(
    double riseFraction,
    double lagSeconds,
    double shownRatio,
    double offsetKelvin,
    double noiseKelvin,
    double coldJunctionKelvin,
    Optional<SensorFault.Open> open,
    boolean frozen,
    boolean stale) {

  static final Effect NONE = new Effect(1, 0, 1, 0, 0, 0, Optional.empty(), false, false);

  /**
   * What one fault does.
   *
   * @param sinceNanos since it was injected
   * @param rfOn whether RF is at the tip
   */
  static Effect of(SensorFault fault, long sinceNanos, boolean rfOn) {
    return switch (fault) {
      case SensorFault.Open open -> new Effect(1, 0, 1, 0, 0, 0, Optional.of(open), false, false);
      case SensorFault.Shorted() -> scaled(0);
      case SensorFault.Reversed() -> scaled(-1);
      case SensorFault.WrongType(double ratio) -> scaled(ratio);
      case SensorFault.Detached(double share, double lag) -> slow(share, lag);
      case SensorFault.Offset(double kelvin) -> shifted(kelvin, 0, 0);
      case SensorFault.Drift(double perSecond) -> shifted(perSecond * sinceNanos * 1e-9, 0, 0);
      case SensorFault.PickUp(double step, double noise) -> rfOn ? shifted(step, noise, 0) : NONE;
      case SensorFault.SlowFilter(double lag) -> slow(1, lag);
      case SensorFault.Frozen() -> new Effect(1, 0, 1, 0, 0, 0, Optional.empty(), true, false);
      case SensorFault.Stale() -> new Effect(1, 0, 1, 0, 0, 0, Optional.empty(), false, true);
      case SensorFault.ColdJunctionStep(double kelvin) -> shifted(0, 0, kelvin);
      case SensorFault.Intermittent(SensorFault inner, double period, double duty) ->
          sinceNanos % Math.round(period * 1e9) < Math.round(duty * period * 1e9)
              ? of(inner, sinceNanos, rfOn)
              : NONE;
    };
  }

  /** Both at once. */
  Effect and(Effect other) {
    return new Effect(
        riseFraction * other.riseFraction,
        Math.max(lagSeconds, other.lagSeconds),
        shownRatio * other.shownRatio,
        offsetKelvin + other.offsetKelvin,
        Math.sqrt(noiseKelvin * noiseKelvin + other.noiseKelvin * other.noiseKelvin),
        coldJunctionKelvin + other.coldJunctionKelvin,
        open.or(() -> other.open),
        frozen || other.frozen,
        stale || other.stale);
  }

  private static Effect scaled(double ratio) {
    return new Effect(1, 0, ratio, 0, 0, 0, Optional.empty(), false, false);
  }

  private static Effect slow(double share, double lag) {
    return new Effect(share, lag, 1, 0, 0, 0, Optional.empty(), false, false);
  }

  private static Effect shifted(double kelvin, double noise, double coldJunction) {
    return new Effect(1, 0, 1, kelvin, noise, coldJunction, Optional.empty(), false, false);
  }
}
