package lissauer.controller.telemetry;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lissauer.controller.loop.Protocol;
import lissauer.hal.Caps;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;

/**
 * One quantity that every sample has, under the name that it has in exported records if it is
 * there.
 *
 * @param unit as UCUM writes it; empty for a flag
 * @param least smallest value while all is well; a flag has no range
 * @param most largest value while all is well; what is beyond is published all the same
 * @param digits digits behind the point that are published
 * @param value a {@link Double} or a {@link Boolean}, or null where there is none
 */
record Channel(
    String name,
    String unit,
    String meaning,
    double least,
    double most,
    int digits,
    Function<Sample, @Nullable Object> value) {

  /** Coldest and hottest that any thermocouple type reads (IEC 60584-1). */
  private static final double COLDEST_CELSIUS = -270;

  private static final double HOTTEST_CELSIUS = 1820;
  private static final double FARTHEST_MILLIMETRES = 1000;
  private static final double MOST_JOULES = 100_000;

  /** Whether it is true or false instead of a number. */
  boolean flag() {
    return digits < 0;
  }

  /** The step between two published values. */
  double precision() {
    return Math.pow(10, -digits);
  }

  /** The channels of a rig with these caps, in the order of a sample. */
  static List<Channel> of(Protocol protocol) {
    return Stream.of(
            temperatures(), output(protocol), law(protocol), place(), flags(), ages(protocol))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Channel> temperatures() {
    return List.of(
        number(
            "tip_celsius",
            "Cel",
            "tip temperature as sampled",
            COLDEST_CELSIUS,
            HOTTEST_CELSIUS,
            3,
            s -> temperature(s).tipCelsius()),
        number(
            "cold_junction_celsius",
            "Cel",
            "cold junction",
            -55,
            125,
            3,
            s -> temperature(s).coldJunctionCelsius()),
        number(
            "reference_celsius",
            "Cel",
            "set point now",
            0,
            Caps.MAX_TIP_CELSIUS,
            3,
            s -> s.tick().decision().referenceCelsius()));
  }

  private static List<Channel> output(Protocol protocol) {
    Caps caps = protocol.electrode().caps();
    double watts = caps.absoluteWatts();
    return List.of(
        number("power_watts", "W", "output power", 0, watts, 5, s -> rf(s).powerWatts()),
        number(
            "voltage_volts_rms",
            "V",
            "output voltage",
            0,
            caps.voltsRms(),
            4,
            s -> rf(s).voltsRms()),
        number(
            "current_amperes_rms",
            "A",
            "output current",
            0,
            caps.ampsRms(),
            6,
            s -> rf(s).ampsRms()),
        number(
            "impedance_ohms",
            "Ohm",
            "load impedance",
            0,
            protocol.limits().impedance().maximumOhms(),
            2,
            s -> rf(s).impedanceOhms()),
        number(
            "energy_joules",
            "J",
            "output energy since the row began",
            0,
            MOST_JOULES,
            4,
            Sample::energyJoules));
  }

  private static List<Channel> law(Protocol protocol) {
    double watts = protocol.electrode().caps().absoluteWatts();
    return List.of(
        number(
            "wanted_watts",
            "W",
            "power that the law asked for",
            0,
            watts,
            5,
            s -> s.tick().decision().wantedWatts()),
        number(
            "commanded_watts",
            "W",
            "power commanded",
            0,
            watts,
            5,
            s -> s.tick().decision().command().powerWatts()));
  }

  private static List<Channel> place() {
    return List.of(
        number(
            "along_millimetres",
            "mm",
            "tip along the row",
            -FARTHEST_MILLIMETRES,
            FARTHEST_MILLIMETRES,
            3,
            s -> rig(s).position().alongMillimetres()),
        number(
            "depth_millimetres",
            "mm",
            "tip along the electrode",
            -FARTHEST_MILLIMETRES,
            FARTHEST_MILLIMETRES,
            3,
            s -> rig(s).position().depthMillimetres()),
        number(
            "to_along_millimetres",
            "mm",
            "where the tip is sent along the row",
            -FARTHEST_MILLIMETRES,
            FARTHEST_MILLIMETRES,
            3,
            s -> s.tick().decision().tipAt().alongMillimetres()),
        number(
            "to_depth_millimetres",
            "mm",
            "where the tip is sent along the electrode",
            -FARTHEST_MILLIMETRES,
            FARTHEST_MILLIMETRES,
            3,
            s -> s.tick().decision().tipAt().depthMillimetres()));
  }

  private static List<Channel> flags() {
    return List.of(
        flag("interlock_closed", "as read", s -> rig(s).interlockClosed()),
        flag("relay_closed", "as read", s -> rig(s).relayClosed()),
        flag("relay_driven_closed", "as commanded", s -> s.tick().decision().relayClosed()),
        flag("footswitch_pressed", "as read", s -> rig(s).footswitchPressed()),
        flag("monitoring_held", "as read", s -> rig(s).monitoringHold()),
        flag("output_on", "as the generator says", s -> rf(s).outputOn()));
  }

  private static List<Channel> ages(Protocol protocol) {
    double oldest = protocol.limits().sampleAgeSeconds();
    return List.of(
        number(
            "tip_age_seconds",
            "s",
            "age of the temperature sample at the tick",
            0,
            oldest,
            4,
            s -> age(s, temperature(s).sampledNanos())),
        number(
            "rf_age_seconds",
            "s",
            "age of the generator's reading at the tick",
            0,
            oldest,
            4,
            s -> age(s, rf(s).measuredNanos())));
  }

  private static double age(Sample sample, long nanos) {
    return (sample.tick().atNanos() - nanos) * 1e-9;
  }

  private static RigSample rig(Sample sample) {
    return sample.tick().inputs().sample();
  }

  private static TemperatureSample temperature(Sample sample) {
    return rig(sample).temperature();
  }

  private static RfReading rf(Sample sample) {
    return sample.tick().inputs().rf();
  }

  private static Channel number(
      String name,
      String unit,
      String meaning,
      double least,
      double most,
      int digits,
      ToDoubleFunction<Sample> value) {
    double scale = Math.pow(10, digits);
    return new Channel(
        name, unit, meaning, least, most, digits, s -> rounded(value.applyAsDouble(s), scale));
  }

  private static Channel flag(String name, String meaning, Predicate<Sample> value) {
    return new Channel(name, "", meaning, Double.NaN, Double.NaN, -1, value::test);
  }

  private static @Nullable Double rounded(double value, double scale) {
    return Double.isFinite(value) ? (Double) (Math.rint(value * scale) / scale) : null;
  }
}
