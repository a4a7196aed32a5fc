package lissauer.controller.config;

import lissauer.hal.settings.Settings;

/**
 * How wide a lesion the electrode makes, as a rule of thumb from its file: good enough to refuse a
 * spacing that leaves gaps, no substitute for a model of coverage.
 *
 * <p>{@code width = reference · (1 + p₁·(T − 75)) · (t / 15)^(p₂ + p₃·(T − 75))}, fitted to
 * computed widths (Ω = 1, liver kinetics, at mid-tip) of 65 to 85 °C for 15 to 60 s within 2.2 %;
 * see simulator/provenance.
 *
 * @param referenceMillimetres width at 75 °C for 15 s
 * @param changePerKelvin p₁
 * @param timeExponent p₂
 * @param exponentPerKelvin p₃
 */
record LesionWidth(
    double referenceMillimetres,
    double changePerKelvin,
    double timeExponent,
    double exponentPerKelvin) {
  private static final double REFERENCE_CELSIUS = 75;
  private static final double REFERENCE_SECONDS = 15;

  static LesionWidth from(Settings settings) {
    LesionWidth width =
        new LesionWidth(
            settings.number("reference_millimetres", 0.01, 50),
            settings.number("change_per_kelvin", 0, 0.1),
            settings.number("time_exponent", 0, 1),
            settings.number("exponent_per_kelvin", -0.1, 0.1));
    settings.done();
    return width;
  }

  /** Expected width; 0 where the rule leaves nothing. */
  double millimetres(double celsius, double seconds) {
    double above = celsius - REFERENCE_CELSIUS;
    double heat = 1 + changePerKelvin * above;
    double exponent = timeExponent + exponentPerKelvin * above;
    double time = StrictMath.pow(seconds / REFERENCE_SECONDS, exponent);
    return Math.max(0, referenceMillimetres * heat * time);
  }
}
