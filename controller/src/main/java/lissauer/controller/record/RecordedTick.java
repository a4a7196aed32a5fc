package lissauer.controller.record;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * One tick as a record has it, for those who look at a run instead of repeating it. What was not
 * there is NaN, or an empty text.
 *
 * @param number from 0
 * @param atNanos rig clock
 * @param seconds since the first tick of the record
 * @param contacts letters, as the header explains under {@code io}
 * @param alongMillimetres where the tip was
 * @param toAlongMillimetres where the tip was sent
 * @param phase its name
 * @param site from 1
 * @param acknowledged trip that an operator acknowledged at this tick
 * @param trip why RF was cut, as JSON, at the tick that cut it
 * @param others what this version has no name for, as JSON, by key
 */
public record RecordedTick(
    long number,
    long atNanos,
    double seconds,
    double tipCelsius,
    long tipNanos,
    double coldJunctionCelsius,
    String quality,
    double voltsRms,
    double ampsRms,
    double powerWatts,
    double impedanceOhms,
    long rfNanos,
    String contacts,
    double alongMillimetres,
    double depthMillimetres,
    double toAlongMillimetres,
    double toDepthMillimetres,
    String fault,
    String stop,
    String acknowledged,
    String phase,
    int site,
    double referenceCelsius,
    double wantedWatts,
    double commandedWatts,
    boolean relayClosed,
    String trip,
    Map<String, String> others) {

  /** {@link #others} as one object of JSON; empty when there are none. */
  public String othersJson() {
    return others.isEmpty()
        ? ""
        : others.entrySet().stream()
            .map(other -> Json.MAPPER.writeValueAsString(other.getKey()) + ":" + other.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** Whether one of the contacts was made: I, R, F, M, P or O. */
  public boolean contact(char letter) {
    return contacts.indexOf(letter) >= 0;
  }
}
