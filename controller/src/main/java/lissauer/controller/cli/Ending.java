package lissauer.controller.cli;

import java.nio.file.Path;
import java.util.List;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;
import lissauer.controller.record.SiteResult;
import lissauer.controller.record.SiteResult.Verdict;
import lissauer.controller.safety.Trip;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param openedNanos rig clock at the first tick; times are shown from there
 * @param confirmedOff whether the output was measured to be off
 * @param head hash that binds the whole record, 64 hexadecimal digits
 * @param recordTrouble why the record is not whole, or null
 */
record Ending(
    long openedNanos,
    Tick last,
    boolean confirmedOff,
    List<SiteResult> sites,
    Path journal,
    String head,
    @Nullable Throwable recordTrouble) {

  /** The same with another head. */
  Ending with(String otherHead) {
    return new Ending(openedNanos, last, confirmedOff, sites, journal, otherHead, recordTrouble);
  }

  /** What the run ended with, or null when it was not a trip. */
  @Nullable Trip trip() {
    return last.phase() instanceof Phase.Tripped tripped ? tripped.trip() : null;
  }

  /** Whether every site was made as planned and recorded. */
  boolean whole(Plan plan) {
    return last.phase() instanceof Phase.RowDone
        && recordTrouble == null
        && complete() == plan.sites().size();
  }

  /** Sites that were made as planned. */
  int complete() {
    return (int) sites.stream().filter(site -> site.verdict() == Verdict.COMPLETE).count();
  }
}
