package lissauer.controller.safety;

import lissauer.controller.safety.OutputTrip.DoseExceeded.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a site and its row have been given so far.
 *
 * @param site where the first four are counted
 */
record DoseState(
    int site,
    double rfOnSeconds,
    double siteJoules,
    double siteEquivalentMinutes,
    double siteHotSeconds,
    double rowJoules,
    double rowEquivalentMinutes,
    double rowHotSeconds) {
  static final DoseState NONE = new DoseState(-1, 0, 0, 0, 0, 0, 0, 0);

  private static final double REFERENCE_CELSIUS = 43;

  /**
   * After some more time.
   *
   * @param heatedSeconds of that, the time that RF was commanded on
   */
  DoseState after(
      int at,
      double seconds,
      double heatedSeconds,
      double watts,
      double celsius,
      double hotCelsius) {
    boolean same = at == site;
    double joules = watts > 0 ? watts * seconds : 0;
    double minutes = seconds / 60 * equivalent(celsius);
    double hotSeconds = celsius > hotCelsius ? seconds : 0;
    return new DoseState(
        at,
        (same ? rfOnSeconds : 0) + heatedSeconds,
        (same ? siteJoules : 0) + joules,
        (same ? siteEquivalentMinutes : 0) + minutes,
        (same ? siteHotSeconds : 0) + hotSeconds,
        rowJoules + joules,
        rowEquivalentMinutes + minutes,
        rowHotSeconds + hotSeconds);
  }

  /** How much faster than at 43 °C damage grows; nothing for what is no temperature. */
  private static double equivalent(double celsius) {
    if (!(celsius > 0 && celsius < 200)) {
      return 0;
    }
    double perKelvin = celsius >= REFERENCE_CELSIUS ? 0.5 : 0.25;
    return StrictMath.pow(perKelvin, REFERENCE_CELSIUS - celsius);
  }

  /** The first limit that is passed, or null. */
  @Nullable Trip failure(DoseLimits limits) {
    Trip trip = over(Kind.SITE_ENERGY, siteJoules, limits.siteJoules());
    trip = trip == null ? over(Kind.ROW_ENERGY, rowJoules, limits.rowJoules()) : trip;
    if (trip == null) {
      trip = over(Kind.SITE_THERMAL_DOSE, siteEquivalentMinutes, limits.siteEquivalentMinutes());
    }
    if (trip == null) {
      trip = over(Kind.ROW_THERMAL_DOSE, rowEquivalentMinutes, limits.rowEquivalentMinutes());
    }
    trip = trip == null ? over(Kind.SITE_HOT, siteHotSeconds, limits.siteHotSeconds()) : trip;
    return trip == null ? over(Kind.ROW_HOT, rowHotSeconds, limits.rowHotSeconds()) : trip;
  }

  private static @Nullable Trip over(Kind kind, double given, double limit) {
    return given <= limit ? null : new OutputTrip.DoseExceeded(kind, given, limit);
  }
}
