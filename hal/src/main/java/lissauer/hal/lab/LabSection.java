package lissauer.hal.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lissauer.hal.settings.Settings;

/**
 * One device of a rig file of kind {@code lab}, for those who want to know what is on the bench
 * without opening it.
 *
 * @param name of its section
 * @param driver that speaks to it
 */
public record LabSection(String name, String driver, Settings settings) {
  /** Every device that has a part on the rig, each once, in the order of the parts. */
  public static List<LabSection> all(Settings rig) {
    Map<String, LabSection> found = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      String name = part.needed() ? rig.text(part.key()) : rig.text(part.key(), "");
      if (!name.isEmpty() && !found.containsKey(name)) {
        Settings section = rig.has(name) ? rig.section(name) : rig.nothing(name);
        found.put(name, new LabSection(name, section.text("driver", name), section));
      }
    }
    return List.copyOf(found.values());
  }
}
