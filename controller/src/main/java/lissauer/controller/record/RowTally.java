package lissauer.controller.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;

/** Adds up a row, tick by tick, into one result a site. Not thread-safe. */
public final class RowTally implements Consumer<Tick> {
  private final Plan plan;
  private final List<SiteTally> tallies = new ArrayList<>();
  private long lastNanos = Long.MIN_VALUE;
  private long ticks;

  /** An empty tally of one plan. */
  public RowTally(Plan plan) {
    this.plan = plan;
  }

  @Override
  public void accept(Tick tick) {
    ticks++;
    double elapsedSeconds = lastNanos == Long.MIN_VALUE ? 0 : (tick.atNanos() - lastNanos) * 1e-9;
    lastNanos = tick.atNanos();
    if (tick.phase() instanceof Phase.Positioning positioning
        && tallies.size() <= positioning.site()) {
      tallies.add(new SiteTally(plan.sites().get(positioning.site()), plan.program()));
    }
    if (!tallies.isEmpty()) {
      tallies.getLast().add(tick, elapsedSeconds);
    }
  }

  /** One result for every site that was begun, in order. */
  public List<SiteResult> results() {
    return tallies.stream().map(SiteTally::result).toList();
  }

  /** Ticks so far. */
  public long ticks() {
    return ticks;
  }
}
