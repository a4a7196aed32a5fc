package lissauer.hal;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;

/** A section of a rig file, from lines {@code key: value} with two spaces a level. */
public final class RigFile {
  private RigFile() {}

  public static Settings of(Problems problems, String text) {
    Map<String, SettingsValue> top = new LinkedHashMap<>();
    Map<String, SettingsValue> inner = top;
    Map<String, SettingsValue> innermost = top;
    int number = 0;
    for (String line : text.lines().toList()) {
      Place place = new Place("rig.yaml", ++number, 1);
      int level = (line.length() - line.stripLeading().length()) / 2;
      String[] parts = line.strip().split(": *", 2);
      Map<String, SettingsValue> into = level == 0 ? top : level == 1 ? inner : innermost;
      if (parts[1].isEmpty()) {
        Map<String, SettingsValue> section = new LinkedHashMap<>();
        into.put(parts[0], new SettingsValue.Section(section, place));
        inner = level == 0 ? section : inner;
        innermost = section;
      } else {
        into.put(parts[0], value(parts[1], place));
      }
    }
    return new Settings(
        "rig",
        new SettingsValue.Section(top, new Place("rig.yaml", 1, 1)),
        problems,
        (_, _, _, _) -> {
          throw new AssertionError("no other file");
        });
  }

  private static SettingsValue value(String text, Place place) {
    return text.matches("-?[0-9.]+")
        ? new SettingsValue.Numeric(Double.parseDouble(text), text, place)
        : new SettingsValue.Text(text, place);
  }
}
