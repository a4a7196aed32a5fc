package lissauer.controller.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Phase;
import lissauer.controller.plan.Plan;
import lissauer.controller.record.RowTally;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;

/** One line a site, for pipes and logs. */
final class PlainProgress implements Progress {
  private final PrintWriter out;
  private final Plan plan;
  private final RowTally tally;
  private long openedNanos = Long.MAX_VALUE;
  private Phase last = new Phase.Idle(0);

  PlainProgress(PrintWriter out, Plan plan, Rig rig) {
    this.out = out;
    this.plan = plan;
    this.tally = new RowTally(plan);
    out.println(RunText.title(plan, rig));
  }

  @Override
  public void accept(Tick tick) {
    tally.accept(tick);
    openedNanos = Math.min(openedNanos, tick.atNanos());
    if (last instanceof Phase.SelfTesting && tick.phase() instanceof Phase.Positioning) {
      out.println("self test passed");
    }
    if (tick.phase() instanceof Phase.SiteDone && !(last instanceof Phase.SiteDone)) {
      out.println(RunText.siteLine(tally.results().getLast(), plan.sites().size()));
    }
    if (tick.phase() instanceof Phase.Tripped tripped) {
      tripped(tick, tripped);
    } else if (last instanceof Phase.Tripped tripped) {
      say(tripped.trip().name() + " acknowledged: the row goes on");
    }
    last = tick.phase();
  }

  /** At once, not at the end of the run: somebody may have to acknowledge it. */
  private void tripped(Tick tick, Phase.Tripped tripped) {
    String acknowledged = tick.inputs().acknowledged();
    if (!(last instanceof Phase.Tripped)) {
      say(RunText.tripLine(tripped, openedNanos));
    } else if (acknowledged != null) {
      say(RunText.refused(tripped, acknowledged));
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public void end(Ending ending) {
    RunText.ending(ending, plan).forEach(out::println);
    out.flush();
  }

  @Override
  public void note(String kind, String text) {
    out.println(text);
    out.flush();
  }

  @Override
  public void reported(Path report, @Nullable String trouble) {
    out.println(RunText.report(report, trouble));
    out.flush();
  }
}
