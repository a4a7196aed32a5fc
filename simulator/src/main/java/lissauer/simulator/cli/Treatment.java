package lissauer.simulator.cli;

import static lissauer.simulator.cli.OptionNumbers.show;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.simulator.tissue.Drive;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the tissue.
 *
 * @param plan whose program this is, or null
 */
record Treatment(Drive drive, double coolSeconds, @Nullable String plan) {

  /** In words. */
  String text() {
    String from = plan == null ? "" : " (program of " + plan + ")";
    return heating() + from + ", then " + show(coolSeconds) + " s of cooling";
  }

  /** The part with RF on, in words. */
  String heating() {
    return switch (drive) {
      case Drive.Voltage it -> show(it.voltsRms()) + " V for " + show(it.onSeconds()) + " s";
      case Drive.Power it -> show(it.powerWatts()) + " W for " + show(it.onSeconds()) + " s";
      case Drive.Clamp it ->
          "%s °C for %s s after a %s ramp of %s s"
              .formatted(
                  show(it.setCelsius()),
                  show(it.holdSeconds()),
                  it.smooth() ? "raised-cosine" : "straight",
                  show(it.rampSeconds()));
      case Drive.Bursts it ->
          "%s V in bursts of %s s at %s Hz for %s s"
              .formatted(
                  show(it.voltsRms()),
                  show(it.burstSeconds()),
                  show(it.rateHertz()),
                  show(it.onSeconds()));
    };
  }

  /** For programs; keys carry their units as those of plans do. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    switch (drive) {
      case Drive.Voltage it -> {
        json.put("kind", "constant_voltage");
        json.put("volts_rms", it.voltsRms());
        json.put("hold_seconds", it.onSeconds());
      }
      case Drive.Power it -> {
        json.put("kind", "constant_power");
        json.put("power_watts", it.powerWatts());
        json.put("hold_seconds", it.onSeconds());
      }
      case Drive.Clamp it -> {
        json.put("kind", "thermal");
        json.put("set_celsius", it.setCelsius());
        json.put("ramp", it.smooth() ? "raised_cosine" : "straight");
        json.put("ramp_seconds", it.rampSeconds());
        json.put("hold_seconds", it.holdSeconds());
      }
      case Drive.Bursts it -> {
        json.put("kind", "pulsed");
        json.put("volts_rms", it.voltsRms());
        json.put("burst_seconds", it.burstSeconds());
        json.put("rate_hertz", it.rateHertz());
        json.put("hold_seconds", it.onSeconds());
      }
    }
    json.put("cool_seconds", coolSeconds);
    json.put("plan", plan);
    return json;
  }
}
