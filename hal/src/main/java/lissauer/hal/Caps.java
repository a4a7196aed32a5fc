package lissauer.hal;

import lissauer.hal.settings.Settings;

/**
 * The most that an electrode may ever be given: written into the generator before it is armed, and
 * above what any plan can ask for.
 *
 * <p>The DREZ tip weighs half a milligram: a stuck 1 W takes it from 75 to 100 °C in 0.27 s and 2 W
 * in 0.09 s, so these numbers and not the thermocouple keep it from boiling.
 *
 * @param controlWatts what the control law may use, 0.01 to {@code absoluteWatts}
 * @param absoluteWatts what the generator may ever put out, to 20 W
 * @param voltsRms to 100 V
 * @param ampsRms to 1 A
 * @param tipCelsius highest tip temperature, to 95 °C: boiling and popping begin near 100 °C
 *     (Haines and Verow 1990, doi:10.1161/01.cir.82.3.1034)
 * @param rfOnSeconds longest RF time at one site, to 600 s
 */
public record Caps(
    double controlWatts,
    double absoluteWatts,
    double voltsRms,
    double ampsRms,
    double tipCelsius,
    double rfOnSeconds) {
  /** Ceiling that is compiled in; no file can raise it. */
  public static final double MAX_WATTS = 20;

  /** Ceiling that is compiled in; no file can raise it. */
  public static final double MAX_VOLTS_RMS = 100;

  /** Ceiling that is compiled in; no file can raise it. */
  public static final double MAX_AMPS_RMS = 1;

  /** Ceiling that is compiled in; no file can raise it. */
  public static final double MAX_TIP_CELSIUS = 95;

  /** Ceiling that is compiled in; no file can raise it. */
  public static final double MAX_RF_ON_SECONDS = 600;

  /** Refuses caps above the compiled-in ceilings. */
  public Caps {
    require("absolute power", absoluteWatts, MAX_WATTS, "W");
    require("control power", controlWatts, absoluteWatts, "W");
    require("voltage", voltsRms, MAX_VOLTS_RMS, "V");
    require("current", ampsRms, MAX_AMPS_RMS, "A");
    require("tip temperature", tipCelsius, MAX_TIP_CELSIUS, "°C");
    require("RF time", rfOnSeconds, MAX_RF_ON_SECONDS, "s");
  }

  /** Reads the {@code caps:} of an electrode file. */
  static Caps from(Settings settings) {
    double absoluteWatts = settings.number("absolute_watts", 0.01, MAX_WATTS);
    Caps caps =
        new Caps(
            settings.number("control_watts", 0.01, absoluteWatts),
            absoluteWatts,
            settings.number("volts_rms", 0.1, MAX_VOLTS_RMS),
            settings.number("amps_rms", 0.0001, MAX_AMPS_RMS),
            settings.number("tip_celsius", 45, MAX_TIP_CELSIUS),
            settings.number("rf_on_seconds", 0.1, MAX_RF_ON_SECONDS));
    settings.done();
    return caps;
  }

  private static void require(String what, double value, double most, String unit) {
    if (!(value > 0 && value <= most)) {
      throw new IllegalArgumentException(
          what + " must be above 0 and at most " + most + " " + unit + ", was " + value);
    }
  }
}
