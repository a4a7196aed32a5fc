package lissauer.controller.telemetry;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lissauer.controller.safety.Guidance;
import lissauer.controller.safety.Trip;
import org.jspecify.annotations.Nullable;

/**
 * A latched trip as others see it.
 *
 * @param name what {@code ack} must name: the trip and the tick that it happened in
 * @param site its number, from 1
 */
record Alarm(String name, Trip trip, int site, Stamp since, boolean acknowledged) {
  static Alarm of(Trip trip, long tick, int site, Stamp since) {
    return new Alarm(trip.name() + "@" + tick, trip, site, since, false);
  }

  Alarm seen() {
    return new Alarm(name, trip, site, since, true);
  }

  Map<String, @Nullable Object> json() {
    Guidance guidance = Guidance.of(trip);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("alarm", name);
    json.put("trip", trip.name());
    json.put("priority", guidance.priority().name().toLowerCase(Locale.ROOT));
    json.put("what", trip.what());
    json.put("causes", guidance.causes());
    json.put("next_step", guidance.nextStep());
    json.put("site", site);
    json.put("since_clock_nanos", since.clockNanos());
    json.put("since_utc", since.utc().toString());
    json.put("acknowledged", acknowledged);
    return json;
  }
}
