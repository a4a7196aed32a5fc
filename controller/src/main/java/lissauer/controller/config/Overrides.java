package lissauer.controller.config;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Secrets;
import lissauer.hal.settings.SettingsValue;

/** Puts {@code --set section.key=value} over what a file says. */
final class Overrides {
  private Overrides() {}

  static SettingsValue.Section put(
      SettingsValue.Section section, String key, String value, Problems problems) {
    Place place = new Place("--set " + key + "=" + Secrets.masked(key, value), 0, 0);
    return put(section, key, value, place, problems);
  }

  private static SettingsValue.Section put(
      SettingsValue.Section section, String key, String value, Place place, Problems problems) {
    Map<String, SettingsValue> entries = new LinkedHashMap<>(section.entries());
    int dot = key.indexOf('.');
    if (dot < 0) {
      entries.put(key, YamlFile.word(value, place, problems));
    } else {
      String head = key.substring(0, dot);
      SettingsValue.Section inner =
          entries.get(head) instanceof SettingsValue.Section existing
              ? existing
              : new SettingsValue.Section(Map.of(), place);
      entries.put(head, put(inner, key.substring(dot + 1), value, place, problems));
    }
    return new SettingsValue.Section(entries, section.place());
  }
}
