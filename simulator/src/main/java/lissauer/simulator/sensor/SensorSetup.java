package lissauer.simulator.sensor;

import java.util.Optional;
import lissauer.hal.settings.Settings;

/**
 * How one thermocouple and its front end behave when nothing has broken, and what is to break.
 *
 * <p>Where the junction sits along the tip is not here: that belongs to the electrode, and the
 * plant gives the true temperature at that place.
 */
public record SensorSetup(
    Junction junction,
    Interference interference,
    Converter converter,
    ColdJunction coldJunction,
    Optional<PlannedFault> fault) {

  /**
   * The wires and their amplifier.
   *
   * @param lagSeconds first-order lag of junction and filter
   * @param gainErrorFraction of the distance from the cold junction
   * @param driftKelvinPerSecond since the rig opened
   */
  public record Junction(
      double lagSeconds,
      double offsetKelvin,
      double gainErrorFraction,
      double driftKelvinPerSecond) {
    /** Refuses a junction without lag; a real one has mass. */
    public Junction {
      Ranges.within(lagSeconds, 0.001, 600, "lag in seconds");
      Ranges.within(offsetKelvin, -1000, 1000, "offset in kelvin");
      Ranges.within(gainErrorFraction, -0.9, 9, "gain error");
      Ranges.within(driftKelvinPerSecond, -100, 100, "drift in kelvin per second");
    }
  }

  /**
   * What does not come from the tip's temperature.
   *
   * @param noiseKelvin standard deviation, white
   * @param pickUpKelvinPerVolt shift for each volt (rms) of RF at the tip, which the amplifier
   *     rectifies behind the lag of the junction
   * @param pickUpNoiseKelvin standard deviation that RF adds
   */
  public record Interference(
      double noiseKelvin, double pickUpKelvinPerVolt, double pickUpNoiseKelvin) {
    /** Refuses what is no number. */
    public Interference {
      Ranges.within(noiseKelvin, 0, 1000, "noise in kelvin");
      Ranges.within(pickUpKelvinPerVolt, -100, 100, "pick-up in kelvin per volt");
      Ranges.within(pickUpNoiseKelvin, 0, 1000, "pick-up noise in kelvin");
    }
  }

  /**
   * The converter and the way to its reader.
   *
   * @param periodSeconds from the end of one conversion to the end of the next
   * @param conversionSeconds over which one conversion averages before it ends; 0 for a converter
   *     that takes the value of an instant
   * @param latencySeconds from the end of a conversion, whose time a sample carries, until it can
   *     be read
   * @param resolutionKelvin one step
   * @param coldJunctionResolutionKelvin one step of the cold junction's own sensor
   */
  public record Converter(
      double periodSeconds,
      double conversionSeconds,
      double latencySeconds,
      double resolutionKelvin,
      double coldJunctionResolutionKelvin) {
    /** Refuses a conversion that takes longer than the way to the next. */
    public Converter {
      Ranges.within(periodSeconds, 0.001, 10, "period in seconds");
      Ranges.within(conversionSeconds, 0, periodSeconds, "conversion in seconds");
      Ranges.within(latencySeconds, 0, 10, "latency in seconds");
      Ranges.within(resolutionKelvin, 1e-6, 10, "resolution in kelvin");
      Ranges.within(coldJunctionResolutionKelvin, 1e-6, 10, "resolution in kelvin");
    }
  }

  /**
   * The temperature at the connector, which its own sensor measures and adds.
   *
   * @param startCelsius when the rig opens
   */
  public record ColdJunction(double startCelsius, double driftKelvinPerSecond) {
    /** Refuses what is no number. */
    public ColdJunction {
      Ranges.within(startCelsius, -100, 200, "cold junction in °C");
      Ranges.within(driftKelvinPerSecond, -100, 100, "drift in kelvin per second");
    }
  }

  /** Reads the section {@code thermocouple} of a rig file. */
  public static SensorSetup from(Settings settings) {
    SensorSetup setup =
        new SensorSetup(
            new Junction(
                settings.number("lag_seconds", 0.001, 1),
                settings.number("offset_kelvin", -50, 50, 0),
                settings.number("gain_error_fraction", -0.9, 2, 0),
                settings.number("drift_kelvin_per_second", -1, 1, 0)),
            new Interference(
                settings.number("noise_kelvin", 0, 5),
                settings.number("pick_up_kelvin_per_volt", -5, 5, 0),
                settings.number("pick_up_noise_kelvin", 0, 20, 0)),
            converter(settings),
            new ColdJunction(
                settings.number("cold_junction_celsius", -20, 60),
                settings.number("cold_junction_drift_kelvin_per_second", -5, 5, 0)),
            settings.has("fault")
                ? Optional.of(PlannedFault.from(settings.section("fault")))
                : Optional.empty());
    settings.done();
    return setup;
  }

  private static Converter converter(Settings settings) {
    double period = settings.number("period_seconds", 0.005, 0.25);
    return new Converter(
        period,
        settings.number("conversion_seconds", 0, period, 0),
        settings.number("latency_seconds", 0, 0.5, 0),
        settings.number("resolution_kelvin", 0.0001, 1),
        settings.number("cold_junction_resolution_kelvin", 0.0001, 1, 0.015625));
  }
}
