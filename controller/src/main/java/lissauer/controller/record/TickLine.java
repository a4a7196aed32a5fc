package lissauer.controller.record;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal, taken apart while it is read: an hour of ticks has 180,000 of them, and a
 * tree of objects for each is what an export would mostly be doing.
 */
final class TickLine {
  private static final double NONE = Double.NaN;

  private boolean numbered;
  private boolean timed;
  private long number;
  private long atNanos;
  private double tipCelsius = NONE;
  private long tipNanos;
  private double coldJunctionCelsius = NONE;
  private String quality = "GOOD";
  private double voltsRms = NONE;
  private double ampsRms = NONE;
  private double powerWatts = NONE;
  private double impedanceOhms = NONE;
  private long rfNanos;
  private String contacts = "";
  private double[] atMillimetres = {NONE, NONE};
  private double @Nullable [] toMillimetres;
  private String fault = "";
  private String stop = "";
  private String acknowledged = "";
  private String phase = "";
  private int site;
  private double referenceCelsius = NONE;
  private double wantedWatts = NONE;
  private double commandedWatts = NONE;
  private boolean relayClosed;
  private String trip = "";
  private Map<String, String> others = Map.of();

  private TickLine() {}

  /**
   * Reads one line.
   *
   * @return null when it is the end of a record and no tick
   * @throws IllegalArgumentException if it has no number or no time
   */
  static @Nullable TickLine of(HashChain.Line object, TickCursor cursor) {
    TickLine line = new TickLine();
    TickCursor json = cursor.begin(object.bytes(), object.length());
    for (String key = json.next(); !key.isEmpty(); key = json.next()) {
      if (!line.take(key, json)) {
        return null;
      }
    }
    if (!line.numbered || !line.timed) {
      throw new IllegalArgumentException("no tick: \"n\" or \"t_ns\" is missing");
    }
    return line;
  }

  long atNanos() {
    return atNanos;
  }

  /** Where the tip is sent from now on: along the row, depth; null where that has not changed. */
  double @Nullable [] toMillimetres() {
    return toMillimetres;
  }

  /** The whole tick. */
  RecordedTick tick(long firstNanos, double[] sentToMillimetres) {
    return new RecordedTick(
        number,
        atNanos,
        (atNanos - firstNanos) * 1e-9,
        tipCelsius,
        tipNanos,
        coldJunctionCelsius,
        quality,
        voltsRms,
        ampsRms,
        powerWatts,
        impedanceOhms,
        rfNanos,
        contacts,
        atMillimetres[0],
        atMillimetres[1],
        sentToMillimetres[0],
        sentToMillimetres[1],
        fault,
        stop,
        acknowledged,
        phase,
        site,
        referenceCelsius,
        wantedWatts,
        commandedWatts,
        relayClosed,
        trip,
        others);
  }

  /** Whether the line can still be a tick. */
  private boolean take(String key, TickCursor json) {
    switch (key) {
      case "n", "t_ns", "tip_ns", "rf_ns", "site" -> integer(key, json.integer());
      case "tip_c", "cj_c", "v", "i", "p", "z", "ref_c", "want_w", "cmd_w" ->
          number(key, json.number());
      case "at_mm", "to_mm" -> pair(key, json.pair());
      case "relay" -> relayClosed = json.flag();
      case "q", "io", "phase", "stop", "ack" -> text(key, json.text());
      case "fault" -> fault = json.any();
      case "trip" -> trip = json.any();
      case "end" -> {
        return false;
      }
      default -> {
        others = others.isEmpty() ? new TreeMap<>() : others;
        others.put(key, json.any());
      }
    }
    return true;
  }

  private void integer(String key, long value) {
    switch (key) {
      case "n" -> {
        number = value;
        numbered = true;
      }
      case "t_ns" -> {
        atNanos = value;
        timed = true;
      }
      case "tip_ns" -> tipNanos = value;
      case "rf_ns" -> rfNanos = value;
      default -> site = Math.toIntExact(value);
    }
  }

  private void number(String key, double value) {
    switch (key) {
      case "tip_c" -> tipCelsius = value;
      case "cj_c" -> coldJunctionCelsius = value;
      case "v" -> voltsRms = value;
      case "i" -> ampsRms = value;
      case "p" -> powerWatts = value;
      case "z" -> impedanceOhms = value;
      case "ref_c" -> referenceCelsius = value;
      case "want_w" -> wantedWatts = value;
      default -> commandedWatts = value;
    }
  }

  private void pair(String key, double[] value) {
    if (key.equals("at_mm")) {
      atMillimetres = value;
    } else {
      toMillimetres = value;
    }
  }

  private void text(String key, String value) {
    switch (key) {
      case "q" -> quality = value;
      case "io" -> contacts = value;
      case "phase" -> phase = value;
      case "stop" -> stop = value;
      default -> acknowledged = value;
    }
  }
}
