package lissauer.hal.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a stage says of its own settings, {@code $22=1}, and which of them it must not have. */
final class GrblSettings {
  /** Number, value that it must have, and what is wrong otherwise. */
  private record Demand(String number, String value, String otherwise) {}

  private static final List<Demand> DEMANDS =
      List.of(
          new Demand("13", "0", "reports in inches"),
          new Demand("22", "1", "has homing off"),
          new Demand("20", "1", "has its soft limits off"));

  private final Map<String, String> values = new HashMap<>();

  /** Whether a line is a setting. */
  static boolean holds(String line) {
    return line.startsWith("$") && line.indexOf('=') > 0;
  }

  /** Takes one over. */
  void take(String line) {
    int equals = line.indexOf('=');
    values.put(line.substring(1, equals), line.substring(equals + 1));
  }

  /** The first that is wrong, with the remedy; empty when none is. */
  String wrong() {
    for (Demand demand : DEMANDS) {
      String value = values.getOrDefault(demand.number, "").replaceFirst("\\.0+$", "");
      if (!value.equals(demand.value)) {
        return "%s; send it $%s=%s with a serial terminal"
            .formatted(demand.otherwise, demand.number, demand.value);
      }
    }
    return "";
  }
}
