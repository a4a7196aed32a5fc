package lissauer.controller.record;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.controller.loop.Decision;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.safety.Inputs;
import lissauer.controller.safety.StopSource;
import lissauer.hal.DeviceFault;
import lissauer.hal.PositionReading;
import lissauer.hal.Quality;
import lissauer.hal.RfReading;
import lissauer.hal.RigSample;
import lissauer.hal.TemperatureSample;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * One tick as one flat line of JSON, and back.
 *
 * <p>Numbers are written with as many digits as bring back the same double, so that a replay is
 * exact. What is not there is left out: a reference while nothing is heated, an impedance that
 * cannot be measured.
 */
final class TickJson {
  private TickJson() {}

  /** Meaning and unit of every key, for the header. */
  static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("n", "tick number");
    columns.put("t_ns", "rig clock, ns");
    columns.put("tip_c", "tip temperature as sampled, Cel");
    columns.put("tip_ns", "rig clock when it was sampled, ns");
    columns.put("cj_c", "cold junction, Cel");
    columns.put("q", "quality of the sample, when it is not GOOD");
    columns.put("v", "output voltage, V (rms)");
    columns.put("i", "output current, A (rms)");
    columns.put("p", "output power, W");
    columns.put("z", "load impedance, Ohm");
    columns.put("rf_ns", "rig clock when these were measured, ns");
    columns.put(
        "io",
        "I interlock closed, R relay closed, F footswitch down, M monitoring hold, P position"
            + " settled, O output on");
    columns.put("at_mm", "tip along the row and depth, mm");
    columns.put("fault", "device that failed since the tick before, and how");
    columns.put("stop", "who asked for a stop");
    columns.put("ack", "trip that an operator acknowledged");
    columns.put("phase", "phase of the row");
    columns.put("site", "site number, from 1");
    columns.put("ref_c", "reference temperature, Cel");
    columns.put("want_w", "power that the law asked for, W");
    columns.put("cmd_w", "power commanded, W");
    columns.put("relay", "true while the relay is driven closed");
    columns.put("to_mm", "where the tip is sent: along the row and depth, mm");
    columns.put("trip", "why RF was cut, at the tick that cut it");
    return columns;
  }

  /** One tick as a line, without the line break; {@code before} decides what has changed. */
  static String line(Tick tick, @Nullable Tick before) {
    StringWriter text = new StringWriter(400);
    try (JsonGenerator json = Json.MAPPER.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberProperty("n", tick.number());
      json.writeNumberProperty("t_ns", tick.atNanos());
      write(tick.inputs(), json);
      write(tick.decision(), before == null ? null : before.decision(), json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(Inputs inputs, JsonGenerator json) {
    TemperatureSample temperature = inputs.sample().temperature();
    number("tip_c", temperature.tipCelsius(), json);
    json.writeNumberProperty("tip_ns", temperature.sampledNanos());
    number("cj_c", temperature.coldJunctionCelsius(), json);
    if (temperature.quality() != Quality.GOOD) {
      json.writeStringProperty("q", temperature.quality().name());
    }
    RfReading rf = inputs.rf();
    number("v", rf.voltsRms(), json);
    number("i", rf.ampsRms(), json);
    number("p", rf.powerWatts(), json);
    number("z", rf.impedanceOhms(), json);
    json.writeNumberProperty("rf_ns", rf.measuredNanos());
    json.writeStringProperty("io", contacts(inputs));
    PositionReading at = inputs.sample().position();
    position("at_mm", at.alongMillimetres(), at.depthMillimetres(), json);
    if (inputs.fault() != null) {
      json.writeName("fault");
      json.writeStartArray();
      json.writeString(inputs.fault().device());
      json.writeString(inputs.fault().message());
      json.writeEndArray();
    }
    if (inputs.stop() != null) {
      json.writeStringProperty("stop", inputs.stop().name());
    }
    if (inputs.acknowledged() != null) {
      json.writeStringProperty("ack", inputs.acknowledged());
    }
  }

  private static void write(Decision now, @Nullable Decision before, JsonGenerator json) {
    json.writeStringProperty("phase", now.phase().label());
    json.writeNumberProperty("site", now.phase().site() + 1);
    number("ref_c", now.referenceCelsius(), json);
    number("want_w", now.wantedWatts(), json);
    json.writeNumberProperty("cmd_w", now.command().powerWatts());
    json.writeBooleanProperty("relay", now.relayClosed());
    if (before == null || !now.tipAt().equals(before.tipAt())) {
      position("to_mm", now.tipAt().alongMillimetres(), now.tipAt().depthMillimetres(), json);
    }
    if (now.phase() instanceof Phase.Tripped tripped
        && !(before != null && before.phase() instanceof Phase.Tripped)) {
      json.writeName("trip");
      json.writeRawValue(Json.MAPPER.writeValueAsString(tripped.trip()));
    }
  }

  /** The inputs of a line that {@link #line} wrote. */
  static Inputs inputs(JsonNode line) {
    String contacts = line.required("io").stringValue();
    TemperatureSample temperature =
        new TemperatureSample(
            line.required("tip_ns").longValue(),
            number(line, "tip_c"),
            number(line, "cj_c"),
            line.has("q") ? Quality.valueOf(line.get("q").stringValue()) : Quality.GOOD);
    JsonNode at = line.required("at_mm");
    PositionReading position =
        new PositionReading(
            Double.parseDouble(at.get(0).asString()),
            Double.parseDouble(at.get(1).asString()),
            contacts.contains("P"));
    RfReading rf =
        new RfReading(
            line.required("rf_ns").longValue(),
            number(line, "v"),
            number(line, "i"),
            number(line, "p"),
            number(line, "z"),
            contacts.contains("O"));
    JsonNode fault = line.get("fault");
    return new Inputs(
        new RigSample(
            temperature,
            contacts.contains("I"),
            contacts.contains("R"),
            contacts.contains("F"),
            contacts.contains("M"),
            position),
        rf,
        fault == null
            ? null
            : new DeviceFault(fault.get(0).stringValue(), fault.get(1).stringValue()),
        line.has("stop") ? StopSource.valueOf(line.get("stop").stringValue()) : null,
        line.has("ack") ? line.get("ack").stringValue() : null);
  }

  private static String contacts(Inputs inputs) {
    StringBuilder letters = new StringBuilder(5);
    letters.append(inputs.sample().interlockClosed() ? "I" : "");
    letters.append(inputs.sample().relayClosed() ? "R" : "");
    letters.append(inputs.sample().footswitchPressed() ? "F" : "");
    letters.append(inputs.sample().monitoringHold() ? "M" : "");
    letters.append(inputs.sample().position().settled() ? "P" : "");
    letters.append(inputs.rf().outputOn() ? "O" : "");
    return letters.toString();
  }

  private static void position(String key, double along, double depth, JsonGenerator json) {
    json.writeName(key);
    json.writeStartArray();
    json.writeNumber(along);
    json.writeNumber(depth);
    json.writeEndArray();
  }

  private static void number(String key, double value, JsonGenerator json) {
    if (!Double.isNaN(value)) {
      json.writeNumberProperty(key, value);
    }
  }

  static double number(JsonNode line, String key) {
    JsonNode value = line.get(key);
    return value == null ? Double.NaN : number(value);
  }

  /** A number as it was written; what JSON has no number for stands in quotes. */
  static double number(JsonNode value) {
    return value.isNumber() ? value.doubleValue() : Double.parseDouble(value.asString("NaN"));
  }
}
