package lissauer.simulator.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lissauer.hal.Electrode;
import lissauer.hal.TipPosition;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.Heating;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problem;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import lissauer.hal.settings.SettingsValue;

/** One electrode, two tissues and three plans, without a disk: the port as the service fills it. */
final class FileShelf implements ConsoleFiles {
  private static final Place PLACE = new Place("shelf", 1, 1);

  private final Map<String, SettingsValue.Section> shelf = new LinkedHashMap<>();

  FileShelf() {
    Map<String, Object> electrode = electrode();
    shelf.put("electrodes/drez", section(electrode));
    Map<String, Object> straight = new LinkedHashMap<>(electrode);
    straight.remove("geometry");
    shelf.put("electrodes/straight", section(straight));
    shelf.put("tissues/cord", section(tissue(0.7)));
    shelf.put("tissues/dry", section(tissue(0)));
    Map<String, Object> pool = new LinkedHashMap<>(tissue(0.7));
    pool.put("contact", Map.of("surface_millimetres", 40, "above", "fluid"));
    shelf.put("tissues/pool", section(pool));
    shelf.put("rigs/simulated", section(simulated()));
    shelf.put("rigs/wired", section(wired()));
    Map<String, Object> open = Map.of("at", "thermocouple", "what", "open");
    shelf.put("faults/broken", section(Map.of("faults", List.of(open))));
    Map<String, Object> lie = Map.of("at", "interlock", "what", "wrong");
    shelf.put("faults/lying", section(Map.of("faults", List.of(lie))));
    for (String plan : List.of("row", "weak", "pulsed", "three")) {
      shelf.put("plans/" + plan, section(Map.of("description", plan)));
    }
  }

  private static Map<String, Object> electrode() {
    return Map.of(
        "description",
        "a tip",
        "diameter_millimetres",
        0.25,
        "tip_millimetres",
        2,
        "geometry",
        Map.of("neck_millimetres", 1, "shaft_radius_millimetres", 0.35),
        "caps",
        Map.of(
            "control_watts", 0.6,
            "absolute_watts", 1,
            "volts_rms", 30,
            "amps_rms", 0.05,
            "tip_celsius", 90,
            "rf_on_seconds", 60),
        "impedance_window",
        Map.of(
            "start_minimum_ohms", 600,
            "start_maximum_ohms", 3000,
            "minimum_ohms", 150,
            "maximum_ohms", 3000));
  }

  private static Map<String, Object> simulated() {
    return Map.of(
        "kind",
        "simulated",
        "tissue",
        "cord",
        "seed",
        1,
        "move_seconds",
        2,
        "relay_travel_seconds",
        0.01,
        "meter_noise_fraction",
        0,
        "thermocouple",
        Map.of(
            "period_seconds", 0.02,
            "lag_seconds", 0.05,
            "noise_kelvin", 0.05,
            "resolution_kelvin", 0.0078125,
            "cold_junction_celsius", 23));
  }

  private static Map<String, Object> wired() {
    return Map.of(
        "kind", "lab",
        "emulated", "simulated",
        "generator", "front-end",
        "thermocouple", "front-end",
        "interlock", "front-end",
        "relay", "front-end",
        "positioner", "manual",
        "front-end", Map.of("serial", "front-end"));
  }

  private static Map<String, Object> tissue(double water) {
    return Map.of(
        "description",
        "a tissue",
        "base_celsius",
        37,
        "conductivity_siemens_per_metre",
        0.15,
        "conductivity_per_kelvin",
        0.02,
        "conduction_watts_per_metre_kelvin",
        0.51,
        "capacity_joules_per_cubic_metre_kelvin",
        3.90225e6,
        "perfusion_watts_per_cubic_metre_kelvin",
        0,
        "perfusion_stops",
        "never",
        "water_fraction",
        water);
  }

  @Override
  public ConsoleFiles at(Path folder) {
    return this;
  }

  @Override
  public Settings open(
      String folder, String name, Map<String, String> overrides, Place askedAt, Problems problems) {
    SettingsValue.Section top = shelf.get(folder + "/" + name);
    if (top == null) {
      problems.add(new Problem(askedAt, "", "no file " + name));
      return Settings.unreadable(askedAt, problems, this::open);
    }
    Map<String, SettingsValue> entries = new LinkedHashMap<>(top.entries());
    overrides.forEach((key, value) -> entries.put(key, value(Double.parseDouble(value))));
    return new Settings(name, new SettingsValue.Section(entries, PLACE), problems, this::open);
  }

  private Settings open(String folder, String name, Place askedAt, Problems problems) {
    return open(folder, name, Map.of(), askedAt, problems);
  }

  @Override
  public List<String> names(String folder) {
    return shelf.keySet().stream()
        .filter(name -> name.startsWith(folder + "/"))
        .map(name -> name.substring(folder.length() + 1))
        .toList();
  }

  @Override
  public PlannedRow row(String planName, Problems problems) {
    Heating heating =
        switch (planName) {
          case "weak" -> new Heating.ConstantPower(0.1, 0.5);
          case "pulsed" -> new Heating.Pulsed(20, 0.04, 2, 1);
          default -> new Heating.Thermal(60, 2, 1);
        };
    Electrode electrode =
        Electrode.from(open("electrodes", "drez", Map.of(), new Place("plan", 0, 0), problems));
    List<TipPosition> sites =
        planName.equals("three")
            ? List.of(new TipPosition(0, 2), new TipPosition(1, 2), new TipPosition(2, 2))
            : List.of(new TipPosition(0, 2));
    return new PlannedRow(planName, electrode, sites, heating, 1, 0, 45);
  }

  private static SettingsValue.Section section(Map<String, ?> values) {
    Map<String, SettingsValue> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, value(value)));
    return new SettingsValue.Section(entries, PLACE);
  }

  private static SettingsValue value(Object value) {
    return switch (value) {
      case Number number ->
          new SettingsValue.Numeric(number.doubleValue(), String.valueOf(value), PLACE);
      case Map<?, ?> map -> {
        Map<String, Object> inner = new LinkedHashMap<>();
        map.forEach((key, entry) -> inner.put(String.valueOf(key), entry));
        yield section(inner);
      }
      case List<?> list ->
          new SettingsValue.Items(list.stream().map(FileShelf::value).toList(), PLACE);
      default -> new SettingsValue.Text(String.valueOf(value), PLACE);
    };
  }
}
