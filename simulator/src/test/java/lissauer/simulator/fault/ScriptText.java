package lissauer.simulator.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;

/**
 * Scripts in one line: {@code at=thermocouple what=open when.output=on}, faults after {@code |}.
 */
public final class ScriptText {
  private static final Place PLACE = new Place("script.yaml", 3, 5);

  private ScriptText() {}

  public static FaultScript script(String text) {
    Problems problems = new Problems();
    FaultScript script = read(text, problems);
    problems.throwIfAny();
    return script;
  }

  static FaultScript read(String text, Problems problems) {
    List<SettingsValue> faults =
        List.of(text.split("\\|", -1)).stream().map(ScriptText::fault).toList();
    Map<String, SettingsValue> file = Map.of("faults", new SettingsValue.Items(faults, PLACE));
    return FaultScript.from(
        new Settings(
            "script",
            new SettingsValue.Section(file, PLACE),
            problems,
            (_, _, place, all) -> Settings.unreadable(place, all, null)));
  }

  private static SettingsValue fault(String line) {
    Map<String, SettingsValue> keys = new LinkedHashMap<>();
    Map<String, SettingsValue> when = new LinkedHashMap<>();
    for (String word : line.strip().split(" +", -1)) {
      String[] halves = word.split("=", 2);
      boolean moment = halves[0].startsWith("when.");
      (moment ? when : keys).put(halves[0].replace("when.", ""), value(halves[1]));
    }
    if (!when.isEmpty()) {
      keys.put("when", new SettingsValue.Section(when, PLACE));
    }
    return new SettingsValue.Section(keys, PLACE);
  }

  private static SettingsValue value(String word) {
    return word.matches("-?[0-9.]+")
        ? new SettingsValue.Numeric(Double.parseDouble(word), word, PLACE)
        : new SettingsValue.Text(word, PLACE);
  }
}
