package lissauer.controller.config;

import lissauer.hal.settings.Settings;

/**
 * How wide a lesion the electrode makes, as a rule of thumb from its file: good enough to refuse a
 * spacing that leaves gaps, no substitute for a model of coverage.
 *
 * <p>{@code width = reference · (1 + perKelvin · (T − T₀)) · (t / t₀)^exponent}, fitted to computed
 * widths (Ω = 1, liver kinetics, at mid-tip).
 *
 * @param referenceMillimetres width at the reference
 * @param referenceCelsius T₀
 * @param referenceSeconds t₀
 * @param changePerKelvin relative change with set temperature
 * @param timeExponent growth with time
 */
record LesionWidth(
    double referenceMillimetres,
    double referenceCelsius,
    double referenceSeconds,
    double changePerKelvin,
    double timeExponent) {

  static LesionWidth from(Settings settings) {
    LesionWidth width =
        new LesionWidth(
            settings.number("reference_millimetres", 0.01, 50),
            settings.number("reference_celsius", 40, 95),
            settings.number("reference_seconds", 1, 600),
            settings.number("change_per_kelvin", 0, 1),
            settings.number("time_exponent_fraction", 0, 1));
    settings.done();
    return width;
  }

  /** Expected width; 0 where the rule leaves nothing. */
  double millimetres(double celsius, double seconds) {
    double heat = 1 + changePerKelvin * (celsius - referenceCelsius);
    double time = StrictMath.pow(seconds / referenceSeconds, timeExponent);
    return Math.max(0, referenceMillimetres * heat * time);
  }
}
