package lissauer.controller.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;
import lissauer.controller.record.JournalWriter;
import lissauer.controller.record.RowTally;
import lissauer.controller.record.SiteJson;
import lissauer.controller.safety.Guidance;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON Lines, for programs. Values that do not exist are null. */
final class JsonProgress implements Progress {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final PrintWriter out;
  private final RowTally tally;
  private @Nullable Phase last;
  private long openedNanos;

  JsonProgress(PrintWriter out, Plan plan, Rig rig) {
    this.out = out;
    this.tally = new RowTally(plan);
    Map<String, @Nullable Object> start = event("start");
    start.put("simulated", rig.simulated());
    start.put("rig", rig.name());
    start.put("devices", rig.devices());
    start.put("plan", plan.name());
    start.put("sites", plan.sites().size());
    print(start);
  }

  @Override
  public void accept(Tick tick) {
    tally.accept(tick);
    Phase phase = tick.phase();
    if (last == null) {
      openedNanos = tick.atNanos();
    }
    if (last == null || !phase.label().equals(last.label())) {
      Map<String, @Nullable Object> change = event("phase");
      change.put("atSeconds", (tick.atNanos() - openedNanos) * 1e-9);
      change.put("phase", phase.label());
      change.put("site", phase.site() + 1);
      change.put("tipCelsius", SiteJson.finite(tick.inputs().sample().temperature().tipCelsius()));
      print(change);
    }
    if (phase instanceof Phase.SiteDone) {
      Map<String, @Nullable Object> site = event("site");
      site.putAll(SiteJson.of(tally.results().getLast()));
      print(site);
    }
    last = phase;
  }

  @Override
  public void end(Ending ending) {
    Map<String, @Nullable Object> end = event("end");
    end.put("end", JournalWriter.endOf(ending.last()));
    end.put("sitesComplete", ending.complete());
    end.put("outputConfirmedOff", ending.confirmedOff());
    if (ending.last().phase() instanceof Phase.Tripped tripped) {
      Guidance guidance = Guidance.of(tripped.trip());
      end.put("trip", tripped.trip().getClass().getSimpleName());
      end.put("what", tripped.trip().what());
      end.put("causes", guidance.causes());
      end.put("nextStep", guidance.nextStep());
    }
    if (ending.recordTrouble() != null) {
      end.put("recordTrouble", String.valueOf(ending.recordTrouble().getMessage()));
    }
    end.put("journal", ending.journal().toString());
    end.put("head", ending.head());
    print(end);
    out.flush();
  }

  @Override
  public void reported(Path report, @Nullable String trouble) {
    Map<String, @Nullable Object> written = event("report");
    written.put("report", trouble == null ? report.toString() : null);
    written.put("trouble", trouble);
    print(written);
    out.flush();
  }

  @Override
  public void note(String kind, String text) {
    Map<String, @Nullable Object> note = event(kind);
    note.put("text", text);
    print(note);
    out.flush();
  }

  private static Map<String, @Nullable Object> event(String name) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }

  private void print(Map<String, @Nullable Object> event) {
    out.println(MAPPER.writeValueAsString(event));
  }
}
