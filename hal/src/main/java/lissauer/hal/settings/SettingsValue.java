package lissauer.hal.settings;

import java.util.List;
import java.util.Map;

/** One value as it stands in a file, before anyone has said what it should be. */
public sealed interface SettingsValue {
  /** Where it stands. */
  Place place();

  /** A number; {@code text} is how it was written. NaN and infinities are kept for the reader. */
  record Numeric(double value, String text, Place place) implements SettingsValue {}

  /** A word or sentence. */
  record Text(String text, Place place) implements SettingsValue {}

  /** True or false. */
  record Flag(boolean value, Place place) implements SettingsValue {}

  /** A key without a value. */
  record Empty(Place place) implements SettingsValue {}

  /** A list. */
  record Items(List<SettingsValue> items, Place place) implements SettingsValue {}

  /** Keys with values, in the order of the file. */
  record Section(Map<String, SettingsValue> entries, Place place) implements SettingsValue {}

  /** The values of a list; of anything else, itself. */
  default List<SettingsValue> each() {
    return this instanceof Items list ? list.items() : List.of(this);
  }

  /** What this is, for an error message. */
  default String described() {
    return switch (this) {
      case Numeric number -> "the number " + number.text();
      case Text text -> "the text \"" + text.text() + "\"";
      case Flag flag -> String.valueOf(flag.value());
      case Empty _ -> "empty";
      case Items _ -> "a list";
      case Section _ -> "a section";
    };
  }
}
