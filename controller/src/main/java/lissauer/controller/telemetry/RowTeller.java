package lissauer.controller.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;
import lissauer.controller.record.RowTally;
import lissauer.controller.record.SiteJson;
import lissauer.controller.record.SiteResult;
import lissauer.hal.DeviceFault;
import lissauer.hal.Quality;
import lissauer.hal.RigSample;
import org.jspecify.annotations.Nullable;

/** Finds in the ticks what is worth saying: new states, alarms and events. */
final class RowTeller {
  private final Plan plan;
  private final Scribe scribe;
  private final RowTally tally;
  private @Nullable Tick last;
  private List<String> blocking = List.of();
  private Optional<Alarm> alarm = Optional.empty();

  RowTeller(Plan plan, Scribe scribe) {
    this.plan = plan;
    this.scribe = scribe;
    this.tally = new RowTally(plan);
  }

  /** Called for every tick, in order, on one thread, after the scribe was told the time. */
  void accept(Tick tick) {
    Tick before = last;
    last = tick;
    tally.accept(tick);
    List<String> blockingNow = blocking(tick);
    boolean moved = before == null || moved(before.phase(), tick.phase());
    if (moved || !blockingNow.equals(blocking)) {
      blocking = blockingNow;
      state(tick.phase());
    }
    if (before == null) {
      alarms();
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("plan", plan.name());
      row.put("sites", plan.sites().size());
      scribe.event("row-started", "row of " + plan.sites().size() + " sites begins", row);
    } else if (moved) {
      turned(before.phase(), tick);
    }
    monitored(before, tick);
    DeviceFault fault = tick.inputs().fault();
    if (fault != null && (before == null || !fault.equals(before.inputs().fault()))) {
      Map<String, @Nullable Object> details = new LinkedHashMap<>();
      details.put("device", fault.device());
      scribe.event("device-fault", fault.device() + ": " + fault.message(), details);
    }
  }

  private void monitored(@Nullable Tick before, Tick tick) {
    boolean held = tick.inputs().sample().monitoringHold();
    boolean heldBefore = before != null && before.inputs().sample().monitoringHold();
    if (held && !heldBefore) {
      scribe.event("monitoring-hold", "the monitoring hold is held: nothing is heated", Map.of());
    } else if (heldBefore && !held) {
      scribe.event("monitoring-hold-over", "the monitoring hold is released", Map.of());
    }
  }

  private static boolean moved(Phase before, Phase now) {
    return before.site() != now.site() || !before.label().equals(now.label());
  }

  private void turned(Phase before, Tick tick) {
    if (before instanceof Phase.SelfTesting && !tick.phase().ended()) {
      scribe.event("self-test-passed", "self test passed", Map.of());
    }
    if (tick.phase() instanceof Phase.SiteDone done) {
      siteDone(done.site() + 1);
    }
    if (tick.phase() instanceof Phase.RowDone) {
      scribe.event("row-done", "row done", Map.of());
    }
    alarmed(tick);
  }

  private void siteDone(int number) {
    SiteResult result =
        tally.results().stream().filter(site -> site.site() == number).toList().getLast();
    scribe.event(
        "site-done",
        "site " + number + " of " + plan.sites().size() + ": " + result.verdict(),
        site(result));
  }

  private synchronized void alarmed(Tick tick) {
    if (!(tick.phase() instanceof Phase.Tripped tripped)) {
      if (alarm.isPresent()) {
        scribe.event("alarm-cleared", alarm.get().name() + " is over", Map.of());
        alarm = Optional.empty();
        alarms();
      }
      return;
    }
    if (alarm.filter(now -> now.trip().equals(tripped.trip())).isEmpty()) {
      Alarm now = Alarm.of(tripped.trip(), tick.number(), tripped.site() + 1, scribe.now());
      alarm = Optional.of(now);
      alarms();
      scribe.event("tripped", tripped.trip().what(), now.json());
    }
  }

  /**
   * Marks the alarm of that name as seen; empty when it is not active. It may be acknowledged
   * again: the first time its cause may still have been there.
   */
  synchronized Optional<Alarm> acknowledge(String name) {
    Optional<Alarm> active = alarm.filter(now -> now.name().equals(name));
    if (active.filter(now -> !now.acknowledged()).isPresent()) {
      alarm = active.map(Alarm::seen);
      alarms();
    }
    return active;
  }

  private void state(Phase phase) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("phase", phase.label());
    body.put("site", phase.site() + 1);
    body.put("sites", plan.sites().size());
    body.put("blocking", blocking);
    scribe.tell(Message.Kind.STATE, body);
  }

  private void alarms() {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("alarms", alarm.map(Alarm::json).map(List::of).orElse(List.of()));
    scribe.tell(Message.Kind.ALARM, body);
  }

  /** Why nothing goes on, in words; empty while it does. */
  private static List<String> blocking(Tick tick) {
    List<String> reasons = new ArrayList<>();
    RigSample sample = tick.inputs().sample();
    if (tick.phase() instanceof Phase.Tripped tripped) {
      reasons.add(tripped.trip().what());
    }
    if (!sample.interlockClosed()) {
      reasons.add("a contact of the interlock chain is open");
    }
    if (sample.temperature().quality() != Quality.GOOD) {
      reasons.add("the thermocouple reports " + sample.temperature().quality());
    }
    boolean waits = tick.phase() instanceof Phase.Positioning || tick.phase() instanceof Phase.Cool;
    if (waits && sample.monitoringHold()) {
      reasons.add("the monitoring hold is held");
    }
    if (tick.phase() instanceof Phase.Positioning && !sample.position().settled()) {
      reasons.add("the tip is not at its site yet");
    }
    return List.copyOf(reasons);
  }

  /** A site's result under the names that channels have. */
  static Map<String, @Nullable Object> site(SiteResult result) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    SiteJson.of(result)
        .forEach((key, value) ->
            named.put(key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
    return named;
  }
}
