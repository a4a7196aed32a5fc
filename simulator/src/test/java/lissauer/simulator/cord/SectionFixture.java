package lissauer.simulator.cord;

import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;

/** A section file in memory, much like {@code cord-c6.yaml}, for tests to change. */
final class SectionFixture {
  private static final Place PLACE = new Place("section.yaml", 1, 1);

  private final Map<String, Object> top = new LinkedHashMap<>();

  SectionFixture() {
    put("description", "Cervical cord");
    put("cord.transverse_millimetres", 12.5);
    put("cord.anteroposterior_millimetres", 7.5);
    put("dorsolateral_sulcus.from_midline_millimetres", 3.6);
    put("lissauer_tract.width_millimetres", 1.0);
    put("dorsal_horn.apex.from_midline_millimetres", 3.0);
    put("dorsal_horn.apex.depth_millimetres", 1.3);
    put("dorsal_horn.angle_degrees", 35);
    put("dorsal_horn.length_millimetres", 2.5);
    put("dorsal_horn.head.depth_millimetres", 0.5);
    put("dorsal_horn.head.width_millimetres", 1.35);
    put("dorsal_horn.neck.depth_millimetres", 1.4);
    put("dorsal_horn.neck.width_millimetres", 1.1);
    put("dorsal_horn.base.width_millimetres", 1.8);
    double[] thicknesses = {0.1, 0.4, 0.35, 0.5, 0.6, 0.5};
    for (int i = 0; i < thicknesses.length; i++) {
      put("dorsal_horn.laminae.lamina_" + (i + 1) + "_millimetres", thicknesses[i]);
    }
    ellipse("ventral_grey", 2.1, 5.1, 2.8, 1.7);
    ellipse("corticospinal_tract", 4.1, 2.9, 2.4, 2.8);
    put("dorsal_spinocerebellar_tract.thickness_millimetres", 0.6);
    put("dorsal_spinocerebellar_tract.from_depth_millimetres", 1.4);
    put("dorsal_spinocerebellar_tract.to_depth_millimetres", 3.75);
    for (Part part : Part.values()) {
      if (part != Part.OTHER_HALF && part != Part.OUTSIDE) {
        put("roles." + part.key(), part.compareTo(Part.LAMINA_5) <= 0 ? "target" : "neighbour");
      }
    }
  }

  private void ellipse(String key, double... values) {
    put(key + ".from_midline_millimetres", values[0]);
    put(key + ".depth_millimetres", values[1]);
    put(key + ".transverse_millimetres", values[2]);
    put(key + ".anteroposterior_millimetres", values[3]);
  }

  /** Puts a number or a word under keys parted by dots. */
  SectionFixture put(String path, Object value) {
    String[] keys = path.split("\\.", -1);
    Map<String, Object> section = top;
    for (int i = 0; i < keys.length - 1; i++) {
      section = within(section, keys[i]);
    }
    section.put(keys[keys.length - 1], value);
    return this;
  }

  SectionFixture remove(String key) {
    top.remove(key);
    return this;
  }

  CordSection read() {
    Problems problems = new Problems();
    Settings settings =
        new Settings(
            "cord",
            section(top),
            problems,
            (_, _, _, _) -> {
              throw new AssertionError("no other file");
            });
    CordSection section = CordSection.from(settings);
    problems.throwIfAny();
    return section;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> within(Map<String, Object> section, String key) {
    return (Map<String, Object>) section.computeIfAbsent(key, _ -> new LinkedHashMap<>());
  }

  private static SettingsValue.Section section(Map<String, Object> entries) {
    Map<String, SettingsValue> values = new LinkedHashMap<>();
    for (String key : entries.keySet()) {
      Object value = entries.get(key);
      values.put(
          key,
          switch (value) {
            case Number number ->
                new SettingsValue.Numeric(number.doubleValue(), String.valueOf(number), PLACE);
            case Map<?, ?> _ -> section(within(entries, key));
            default -> new SettingsValue.Text(String.valueOf(value), PLACE);
          });
    }
    return new SettingsValue.Section(values, PLACE);
  }
}
