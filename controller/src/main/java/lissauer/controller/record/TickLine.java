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
  static @Nullable TickLine of(HashChain.Line object) {
    TickLine line = new TickLine();
    TickCursor json = new TickCursor(object.bytes(), object.length());
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
      case "n" -> {
        number = json.integer();
        numbered = true;
      }
      case "t_ns" -> {
        atNanos = json.integer();
        timed = true;
      }
      case "end" -> {
        return false;
      }
      case "tip_ns" -> tipNanos = json.integer();
      case "rf_ns" -> rfNanos = json.integer();
      case "site" -> site = Math.toIntExact(json.integer());
      case "relay" -> relayClosed = json.flag();
      case "at_mm" -> atMillimetres = json.pair();
      case "to_mm" -> toMillimetres = json.pair();
      default -> {
        if (!takeNumber(key, json) && !takeText(key, json)) {
          others = others.isEmpty() ? new TreeMap<>() : others;
          others.put(key, json.any());
        }
      }
    }
    return true;
  }

  private boolean takeNumber(String key, TickCursor json) {
    switch (key) {
      case "tip_c" -> tipCelsius = json.number();
      case "cj_c" -> coldJunctionCelsius = json.number();
      case "v" -> voltsRms = json.number();
      case "i" -> ampsRms = json.number();
      case "p" -> powerWatts = json.number();
      case "z" -> impedanceOhms = json.number();
      case "ref_c" -> referenceCelsius = json.number();
      case "want_w" -> wantedWatts = json.number();
      case "cmd_w" -> commandedWatts = json.number();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean takeText(String key, TickCursor json) {
    switch (key) {
      case "q" -> quality = json.text();
      case "io" -> contacts = json.text();
      case "phase" -> phase = json.text();
      case "stop" -> stop = json.text();
      case "ack" -> acknowledged = json.text();
      case "fault" -> fault = json.any();
      case "trip" -> trip = json.any();
      default -> {
        return false;
      }
    }
    return true;
  }
}
