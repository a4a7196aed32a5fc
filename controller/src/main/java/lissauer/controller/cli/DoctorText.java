package lissauer.controller.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lissauer.hal.Finding;
import lissauer.hal.Finding.State;
import tools.jackson.databind.json.JsonMapper;

/** Prints findings as they are made and counts them. */
final class DoctorText {
  private final PrintWriter out;
  private final boolean json;
  private final Map<State, Integer> counts = new EnumMap<>(State.class);

  DoctorText(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void tell(Finding finding) {
    counts.merge(finding.state(), 1, Integer::sum);
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(line(finding)));
    } else {
      print(finding);
    }
    out.flush();
  }

  int count(State state) {
    return counts.getOrDefault(state, 0);
  }

  void end(int code) {
    if (json) {
      Map<String, Object> end = new LinkedHashMap<>();
      end.put("event", "end");
      for (State state : State.values()) {
        end.put(word(state), count(state));
      }
      end.put("exitCode", code);
      out.println(JsonMapper.shared().writeValueAsString(end));
    } else {
      out.printf(
          "%n%d ok, %d to know, %d wrong, %d missing, %d not checkable here%n",
          count(State.OK),
          count(State.WARN),
          count(State.FAIL),
          count(State.MISSING),
          count(State.UNKNOWN));
    }
    out.flush();
  }

  private void print(Finding finding) {
    out.printf(
        "%-7s %s, %s: %s%s%n",
        word(finding.state()),
        finding.subject(),
        finding.check(),
        finding.seen(),
        finding.allowed().isEmpty() ? "" : " (allowed: " + finding.allowed() + ")");
    if (!finding.remedy().isEmpty()) {
      out.println("        -> " + finding.remedy());
    }
  }

  private static Map<String, Object> line(Finding finding) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", "finding");
    line.put("state", word(finding.state()));
    line.put("subject", finding.subject());
    line.put("check", finding.check());
    line.put("seen", finding.seen());
    line.put("allowed", finding.allowed());
    line.put("remedy", finding.remedy());
    return line;
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
