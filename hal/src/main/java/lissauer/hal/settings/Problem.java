package lissauer.hal.settings;

/**
 * One thing that is wrong in a file, in words for the person who edits it.
 *
 * @param key the full key, {@code row.spacing_millimetres}, or empty for the file as a whole
 * @param message what is wrong, the allowed range with its unit, what to do
 */
public record Problem(Place place, String key, String message) {
  @Override
  public String toString() {
    return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
