package lissauer.controller.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import lissauer.controller.record.RecordedTick;

/**
 * One column of an exported table.
 *
 * @param name ends in its unit
 * @param unit as UCUM writes it; empty for what has none
 * @param put gives the tick's value to a cell
 */
public record Column(
    String name, Kind kind, String unit, String meaning, BiConsumer<RecordedTick, Cell> put) {

  /** What a column holds. */
  public enum Kind {
    /** A long. */
    INTEGER,
    /** A double. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** A string. */
    TEXT
  }

  /**
   * Every column of a tick, in the order of the tables.
   *
   * @param simulated said in every row: a table is copied without what lies beside it
   */
  public static List<Column> ofTicks(boolean simulated) {
    List<Column> columns = new ArrayList<>(OF_TICKS);
    columns.add(flag("simulated", "no real device, no tissue", _ -> simulated));
    return List.copyOf(columns);
  }

  private static final List<Column> OF_TICKS =
      List.of(
          integer("tick", "", "number of the tick", RecordedTick::number),
          number("time_seconds", "s", "since the first tick", RecordedTick::seconds),
          integer("clock_nanos", "ns", "rig clock", RecordedTick::atNanos),
          number("tip_celsius", "Cel", "tip temperature as sampled", RecordedTick::tipCelsius),
          integer("tip_clock_nanos", "ns", "rig clock of that sample", RecordedTick::tipNanos),
          number(
              "cold_junction_celsius", "Cel", "cold junction", RecordedTick::coldJunctionCelsius),
          text("quality", "quality of the sample", RecordedTick::quality),
          number("voltage_volts_rms", "V", "output voltage", RecordedTick::voltsRms),
          number("current_amperes_rms", "A", "output current", RecordedTick::ampsRms),
          number("power_watts", "W", "output power", RecordedTick::powerWatts),
          number("impedance_ohms", "Ohm", "load impedance", RecordedTick::impedanceOhms),
          integer("rf_clock_nanos", "ns", "rig clock of these four", RecordedTick::rfNanos),
          flag("interlock_closed", "as read", tick -> tick.contact('I')),
          flag("relay_closed", "as read", tick -> tick.contact('R')),
          flag("footswitch_pressed", "as read", tick -> tick.contact('F')),
          flag("monitoring_held", "as read", tick -> tick.contact('M')),
          flag("position_settled", "as read", tick -> tick.contact('P')),
          flag("output_on", "as the generator says", tick -> tick.contact('O')),
          number("along_millimetres", "mm", "tip along the row", RecordedTick::alongMillimetres),
          number(
              "depth_millimetres", "mm", "tip along the electrode", RecordedTick::depthMillimetres),
          text(
              "fault",
              "device that failed since the tick before, and how: an array of JSON",
              RecordedTick::fault),
          text("stop", "who asked for a stop", RecordedTick::stop),
          text("acknowledged", "trip that an operator acknowledged", RecordedTick::acknowledged),
          text("phase", "phase of the row", RecordedTick::phase),
          integer("site", "", "number of the site, from 1", RecordedTick::site),
          number("reference_celsius", "Cel", "set point now", RecordedTick::referenceCelsius),
          number("wanted_watts", "W", "power that the law asked for", RecordedTick::wantedWatts),
          number("commanded_watts", "W", "power commanded", RecordedTick::commandedWatts),
          flag("relay_driven_closed", "as commanded", RecordedTick::relayClosed),
          number(
              "to_along_millimetres",
              "mm",
              "where the tip is sent",
              RecordedTick::toAlongMillimetres),
          number(
              "to_depth_millimetres",
              "mm",
              "where the tip is sent",
              RecordedTick::toDepthMillimetres),
          text(
              "trip",
              "why RF was cut, at the tick that cut it: an object of JSON",
              RecordedTick::trip),
          text(
              "others",
              "what this version has no column for: an object of JSON",
              RecordedTick::othersJson));

  private static Column integer(
      String name, String unit, String meaning, ToLongFunction<RecordedTick> value) {
    return new Column(
        name, Kind.INTEGER, unit, meaning, (tick, cell) -> cell.integer(value.applyAsLong(tick)));
  }

  private static Column number(
      String name, String unit, String meaning, ToDoubleFunction<RecordedTick> value) {
    return new Column(
        name,
        Kind.NUMBER,
        unit,
        meaning,
        (tick, cell) -> {
          double number = value.applyAsDouble(tick);
          if (Double.isNaN(number)) {
            cell.none();
          } else {
            cell.number(number);
          }
        });
  }

  private static Column flag(String name, String meaning, Predicate<RecordedTick> value) {
    return new Column(name, Kind.FLAG, "", meaning, (tick, cell) -> cell.flag(value.test(tick)));
  }

  private static Column text(String name, String meaning, Function<RecordedTick, String> value) {
    return new Column(
        name,
        Kind.TEXT,
        "",
        meaning,
        (tick, cell) -> {
          String text = value.apply(tick);
          if (text.isEmpty()) {
            cell.none();
          } else {
            cell.text(text);
          }
        });
  }
}
