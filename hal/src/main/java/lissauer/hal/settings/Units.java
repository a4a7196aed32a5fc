package lissauer.hal.settings;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** The unit that a key carries as its ending: {@code ramp_seconds} is in s. */
final class Units {
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("_seconds", "s"),
          Map.entry("_celsius", "°C"),
          Map.entry("_kelvin", "K"),
          Map.entry("_kelvin_per_watt", "K/W"),
          Map.entry("_kelvin_per_second", "K/s"),
          Map.entry("_kelvin_per_volt", "K/V"),
          Map.entry("_millimetres", "mm"),
          Map.entry("_millimetres_per_second", "mm/s"),
          Map.entry("_millimetres_per_kelvin", "mm/K"),
          Map.entry("_degrees", "°"),
          Map.entry("_watts", "W"),
          Map.entry("_watts_per_kelvin", "W/K"),
          Map.entry("_watts_per_kelvin_second", "W/(K s)"),
          Map.entry("_joules", "J"),
          Map.entry("_volts_rms", "V"),
          Map.entry("_amps_rms", "A"),
          Map.entry("_ohms", "Ω"),
          Map.entry("_hertz", "Hz"),
          Map.entry("_per_kelvin", "1/K"),
          Map.entry("_siemens_per_metre", "S/m"),
          Map.entry("_watts_per_metre_kelvin", "W/(m K)"),
          Map.entry("_watts_per_cubic_metre_kelvin", "W/(m³ K)"),
          Map.entry("_joules_per_cubic_metre_kelvin", "J/(m³ K)"),
          Map.entry("_fraction", ""));

  /** Endings that people write for the quantities above, but that no key of ours has. */
  private static final Map<String, String> STRANGERS =
      Map.ofEntries(
          Map.entry("_milliseconds", "ms"),
          Map.entry("_ms", "ms"),
          Map.entry("_s", "s"),
          Map.entry("_sec", "s"),
          Map.entry("_minutes", "min"),
          Map.entry("_fahrenheit", "°F"),
          Map.entry("_c", "°C"),
          Map.entry("_f", "°F"),
          Map.entry("_mm", "mm"),
          Map.entry("_cm", "cm"),
          Map.entry("_centimetres", "cm"),
          Map.entry("_micrometres", "µm"),
          Map.entry("_millimeters", "mm"),
          Map.entry("_inches", "in"),
          Map.entry("_radians", "rad"),
          Map.entry("_milliwatts", "mW"),
          Map.entry("_w", "W"),
          Map.entry("_volts", "V"),
          Map.entry("_volts_peak", "V peak"),
          Map.entry("_v", "V"),
          Map.entry("_amps", "A"),
          Map.entry("_milliamps", "mA"),
          Map.entry("_ma", "mA"),
          Map.entry("_kiloohms", "kΩ"),
          Map.entry("_kilohertz", "kHz"));

  private Units() {}

  /** Symbol of the unit of one of our keys; empty when the key is a bare count or a word. */
  static String symbol(String key) {
    return ending(key, SYMBOLS).map(SYMBOLS::get).orElse("");
  }

  /** The key without its unit, whether the unit is one of ours or not. */
  static String quantity(String key) {
    return ending(key, SYMBOLS)
        .or(() -> ending(key, STRANGERS))
        .map(ending -> key.substring(0, key.length() - ending.length()))
        .orElse(key);
  }

  private static Optional<String> ending(String key, Map<String, String> among) {
    return among.keySet().stream()
        .filter(key::endsWith)
        .max(Comparator.comparingInt(String::length));
  }
}
