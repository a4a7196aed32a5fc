package lissauer.controller.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What somebody who watches gets to see. */
class RigViewTest {
  private static final String EVIL = "\u001b]0;PWNED\u0007\u001b[2J\u009b1m\r\n";
  private final RigView view = new RigView();

  @Test
  void noControlCharacterOfAMessageReachesTheTerminal() {
    say("status", Map.of("status", EVIL));
    say("birth", Map.of("plan", EVIL, "simulated", true));
    say("state", Map.of("phase", EVIL, "site", 1, "sites", 2, "blocking", List.of(EVIL)));
    say("telemetry", Map.of("samples", List.of(Map.of("utc", EVIL, "tip_celsius", 37))));
    say("event", Map.of("text", "tripped" + EVIL));
    say(
        "alarm",
        Map.of("alarms", List.of(Map.of("priority", EVIL, "what", EVIL, "next_step", EVIL))));
    List<String> shown = new ArrayList<>(view.news());
    assertThat(shown).anyMatch(line -> line.contains("tripped"));
    shown.addAll(view.picture());
    assertThat(shown).hasSizeGreaterThan(8);
    assertThat(String.join("", shown).chars().filter(Character::isISOControl)).isEmpty();
    assertThat(shown).allMatch(line -> line.matches(".*(PWNED|tip|power).*"));
  }

  private void say(String kind, Map<String, Object> body) {
    byte[] payload = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    view.received("lissauer/v1/bench/rig" + EVIL + "/" + kind, payload);
  }
}
