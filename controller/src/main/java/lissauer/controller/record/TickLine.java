package lissauer.controller.record;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One line of a journal, taken apart while it is read: an hour of ticks has 180,000 of them, and a
 * tree of objects for each is what an export would mostly be doing.
 */
final class TickLine {
  private static final double NONE = Double.NaN;

  private boolean numbered;
  private boolean timed;
  private boolean tick = true;
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
    try (JsonParser json = Json.MAPPER.createParser(object.bytes(), 0, object.length())) {
      json.nextToken();
      for (String key = json.nextName(); key != null && line.tick; key = json.nextName()) {
        json.nextToken();
        line.take(key, json);
      }
    }
    if (!line.tick) {
      return null;
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
        phase,
        site,
        referenceCelsius,
        wantedWatts,
        commandedWatts,
        relayClosed,
        trip,
        others);
  }

  private void take(String key, JsonParser json) {
    switch (key) {
      case "n" -> {
        number = json.getLongValue();
        numbered = true;
      }
      case "t_ns" -> {
        atNanos = json.getLongValue();
        timed = true;
      }
      case "end" -> tick = false;
      case "tip_ns" -> tipNanos = json.getLongValue();
      case "rf_ns" -> rfNanos = json.getLongValue();
      case "site" -> site = json.getIntValue();
      case "relay" -> relayClosed = json.getBooleanValue();
      case "at_mm" -> atMillimetres = pair(json);
      case "to_mm" -> toMillimetres = pair(json);
      default -> {
        if (!takeNumber(key, json) && !takeText(key, json)) {
          others = others.isEmpty() ? new TreeMap<>() : others;
          others.put(key, raw(json));
        }
      }
    }
  }

  private boolean takeNumber(String key, JsonParser json) {
    switch (key) {
      case "tip_c" -> tipCelsius = number(json);
      case "cj_c" -> coldJunctionCelsius = number(json);
      case "v" -> voltsRms = number(json);
      case "i" -> ampsRms = number(json);
      case "p" -> powerWatts = number(json);
      case "z" -> impedanceOhms = number(json);
      case "ref_c" -> referenceCelsius = number(json);
      case "want_w" -> wantedWatts = number(json);
      case "cmd_w" -> commandedWatts = number(json);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean takeText(String key, JsonParser json) {
    switch (key) {
      case "q" -> quality = json.getString();
      case "io" -> contacts = json.getString();
      case "phase" -> phase = json.getString();
      case "stop" -> stop = json.getString();
      case "fault" -> fault = raw(json);
      case "trip" -> trip = raw(json);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String raw(JsonParser json) {
    return json.readValueAsTree().toString();
  }

  private static double[] pair(JsonParser json) {
    double[] pair = {NONE, NONE};
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (index < pair.length) {
        pair[index++] = number(json);
      }
    }
    return pair;
  }

  /** A number as it was written; what JSON has no number for stands in quotes. */
  private static double number(JsonParser json) {
    return json.currentToken().isNumeric()
        ? json.getDoubleValue()
        : Double.parseDouble(json.getString());
  }
}
