package lissauer.controller.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of the rigs at a broker, from their messages alone. Safe for use by several
 * threads.
 */
final class RigView {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final int LEVELS = 5; // lissauer/v1/LAB/RIG/KIND
  private static final int BAR_WIDTH = 40;

  private final Map<String, Map<String, JsonNode>> rigs = new TreeMap<>();
  private final List<String> news = new ArrayList<>();

  /** Takes one message of a rig; what is none is passed over. */
  synchronized void received(String topic, byte[] payload) {
    String[] levels = topic.split("/", -1);
    if (levels.length < LEVELS) {
      return;
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(new String(payload, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      return;
    }
    String rig = levels[2] + "/" + levels[3];
    Map<String, JsonNode> known = rigs.computeIfAbsent(rig, _ -> new TreeMap<>());
    JsonNode before = known.put(levels[LEVELS - 1], json);
    boolean again =
        before != null
            && before.at("/seq").equals(json.at("/seq"))
            && before.at("/birth").equals(json.at("/birth"));
    if (levels[LEVELS - 1].equals("event") && !again) {
      news.add(rig + "  " + json.at("/text").asString(""));
    }
    if (levels[LEVELS - 1].equals("status") && !json.equals(before)) {
      news.add(rig + "  " + json.at("/status").asString(""));
    }
  }

  /** What has happened since this was asked last, a line each. */
  synchronized List<String> news() {
    List<String> all = news.stream().map(RigView::harmless).toList();
    news.clear();
    return all;
  }

  /** A picture of every rig. */
  synchronized List<String> picture() {
    List<String> lines = new ArrayList<>();
    rigs.forEach((name, known) -> {
      lines.add(title(name, known));
      JsonNode state = known.get("state");
      if (state != null) {
        lines.add(progress(state));
        lines.addAll(now(known.get("telemetry"), state));
      }
      lines.addAll(alarms(known.get("alarm")));
    });
    lines.replaceAll(RigView::harmless);
    return lines;
  }

  /** A terminal obeys control characters, and anybody at the broker can send some. */
  private static String harmless(String line) {
    return CONTROL.matcher(line).replaceAll("\uFFFD");
  }

  private static String title(String name, Map<String, JsonNode> known) {
    JsonNode birth = known.get("birth");
    JsonNode status = known.get("status");
    StringBuilder title = new StringBuilder();
    if (birth != null && birth.at("/simulated").asBoolean(false)) {
      title.append("SIMULATED ");
    }
    title.append("rig ").append(name);
    if (birth != null) {
      title.append(" · plan ").append(birth.at("/plan").asString(""));
    }
    title.append(" · ").append(status == null ? "unknown" : status.at("/status").asString(""));
    return title.toString();
  }

  private static String progress(JsonNode state) {
    int sites = Math.max(1, state.at("/sites").asInt(1));
    int site = Math.clamp(state.at("/site").asInt(1), 1, sites);
    String phase = state.at("/phase").asString("");
    int done = phase.equals("row done") || phase.equals("site done") ? site : site - 1;
    int full = BAR_WIDTH * done / sites;
    return String.format(
        Locale.ROOT,
        "  row    %s %d/%d   site %d %s",
        "█".repeat(full) + "░".repeat(BAR_WIDTH - full),
        done,
        sites,
        site,
        phase.toUpperCase(Locale.ROOT));
  }

  private static List<String> now(@Nullable JsonNode telemetry, JsonNode state) {
    List<String> lines = new ArrayList<>();
    JsonNode samples = telemetry == null ? null : telemetry.get("samples");
    if (samples != null && samples.isArray() && !samples.isEmpty()) {
      JsonNode sample = samples.get(samples.size() - 1);
      lines.add(
          "  tip    "
              + value(sample, "tip_celsius", "%6.2f °C")
              + "   set point "
              + value(sample, "reference_celsius", "%.2f °C"));
      lines.add(
          "  power  "
              + value(sample, "power_watts", "%6.3f W")
              + "    impedance "
              + value(sample, "impedance_ohms", "%.0f Ω"));
      lines.add("  time   " + sample.at("/utc").asString(""));
    }
    state.at("/blocking").values().forEach(why -> lines.add("  waits  " + why.asString("")));
    return lines;
  }

  private static String value(JsonNode sample, String key, String format) {
    JsonNode value = sample.get(key);
    return value != null && value.isNumber()
        ? String.format(Locale.ROOT, format, value.doubleValue())
        : "none";
  }

  private static List<String> alarms(@Nullable JsonNode alarm) {
    List<String> lines = new ArrayList<>();
    if (alarm != null) {
      alarm
          .at("/alarms")
          .values()
          .forEach(active -> {
            String word = active.at("/priority").asString("").toUpperCase(Locale.ROOT);
            lines.add("  ALARM " + word + "  " + active.at("/what").asString(""));
            lines.add("    next " + active.at("/next_step").asString(""));
          });
    }
    return lines;
  }
}
