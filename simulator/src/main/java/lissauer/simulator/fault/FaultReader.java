package lissauer.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import lissauer.hal.settings.DidYouMean;
import lissauer.hal.settings.Settings;
import lissauer.simulator.sensor.PlannedFault;
import lissauer.simulator.sensor.SensorFault;

/** Reads one fault of a script, and refuses what makes no sense where it is. */
final class FaultReader {
  private static final String INTERMITTENT = "intermittent";
  private static final String OK = "ok";
  private static final double MOST_WATTS = 20;

  private FaultReader() {}

  /** Empty when something is wrong with it, which is noted. */
  static Optional<ScriptedFault> read(Settings fault) {
    String place = fault.choice("at", Where.keys());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Where where = Where.of(place);
    String said = kind(fault, "what", where, true);
    boolean intermittent = said.equals(INTERMITTENT);
    String kind = intermittent ? kind(fault, "of", where, false) : said;
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Malfunction what = malfunction(fault, where, kind);
    Timing timing = Timing.from(fault, intermittent);
    fault.done();
    return Optional.of(new ScriptedFault(where, kind, what, timing));
  }

  private static String kind(Settings fault, String key, Where where, boolean outer) {
    List<String> allowed = new ArrayList<>(where.kinds());
    if (outer) {
      allowed.add(INTERMITTENT);
      allowed.add(OK);
    }
    String given = fault.text(key);
    if (given.isEmpty() || allowed.contains(given)) {
      return given;
    }
    TreeSet<String> anywhere = new TreeSet<>(List.of(INTERMITTENT, OK));
    for (Where other : Where.values()) {
      anywhere.addAll(other.kinds());
    }
    String here = "; at " + where.key() + " there are: " + String.join(", ", allowed);
    fault.problem(
        key,
        anywhere.contains(given)
            ? "\"" + given + "\" makes no sense at " + where.key() + here
            : "\"" + given + "\" is no fault" + DidYouMean.hint(given, allowed) + here);
    return "";
  }

  private static Malfunction malfunction(Settings fault, Where where, String kind) {
    return switch (where) {
      case OUTPUT_STAGE -> new Malfunction.Output(output(fault, kind));
      case RELAY ->
          new Malfunction.Relay(
              kind.equals("welded") ? ContactFault.WELDED : ContactFault.NEVER_CLOSES);
      case CIRCUIT -> new Malfunction.Circuit(circuit(fault, kind));
      case THERMOCOUPLE -> thermocouple(fault, kind);
      default -> port(fault, where, kind);
    };
  }

  /** Stuck and slow are the front end's own, so that its time stamps and conversions stay right. */
  private static Malfunction thermocouple(Settings fault, String kind) {
    if (PlannedFault.KINDS.contains(kind)) {
      return new Malfunction.Sensor(PlannedFault.fault(kind, fault));
    }
    return switch (kind) {
      case "stuck" -> new Malfunction.Sensor(new SensorFault.Frozen());
      case "slow" ->
          new Malfunction.Sensor(
              new SensorFault.SlowFilter(fault.number("lag_seconds", 0.001, 60, 1)));
      default -> port(fault, Where.THERMOCOUPLE, kind);
    };
  }

  private static Malfunction port(Settings fault, Where where, String kind) {
    return switch (kind) {
      case "off" -> new Malfunction.Off();
      case "stuck" -> new Malfunction.Stuck();
      case "garbage" -> new Malfunction.Garbage();
      case "wrong" -> wrong(fault, where);
      case "slow" -> new Malfunction.Slow(fault.number("lag_seconds", 0.001, 60, 1));
      case "delayed" -> new Malfunction.Delayed(fault.number("delay_seconds", 0.001, 60, 0.5));
      default -> new Malfunction.Ok();
    };
  }

  private static Malfunction wrong(Settings fault, Where where) {
    if (where.unit().isEmpty()) {
      return new Malfunction.Wrong(1, 0);
    }
    double ratio = where == Where.POSITIONER_MOVE ? 1 : fault.number("ratio", -100, 100, 1);
    double offset = fault.number("offset_" + where.unit(), -10_000, 10_000, 0);
    if (ratio == 1 && offset == 0) {
      fault.problem("what", "wrong by what? add ratio: or offset_" + where.unit() + ":");
    }
    return new Malfunction.Wrong(ratio, offset);
  }

  private static OutputFault output(Settings fault, String kind) {
    return switch (kind) {
      case "stuck_on" -> new OutputFault.StuckOn(fault.number("power_watts", 0.001, MOST_WATTS));
      case "scaled" -> new OutputFault.Scaled(fault.number("power_ratio", 0, 100));
      case "set_by_other" -> new OutputFault.SetByOther(fault.number("power_watts", 0, MOST_WATTS));
      case "lease_ignored" -> new OutputFault.LeaseIgnored();
      default -> new OutputFault.StaysOn();
    };
  }

  private static CircuitFault circuit(Settings fault, String kind) {
    return switch (kind) {
      case "open" -> new CircuitFault.Open(fault.number("path_ohms", 100, 1e9, 1e6));
      case "short" -> new CircuitFault.Shorted(fault.number("short_ohms", 0.1, 1000, 10));
      case "withdrawn" ->
          new CircuitFault.Withdrawn(
              fault.number("impedance_ratio", 0.05, 20, 0.5),
              fault.number("heat_ratio", 0, 1, 0.5));
      default ->
          new CircuitFault.Charred(
              fault.number("impedance_ratio", 1, 1000, 3),
              fault.number("rise_seconds", 0, 60, 0.2));
    };
  }
}
