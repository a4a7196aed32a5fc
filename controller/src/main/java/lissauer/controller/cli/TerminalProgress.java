package lissauer.controller.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Plan;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;

/** A few lines that are drawn over again, about fifteen times a second. */
final class TerminalProgress implements Progress {
  private static final long REDRAW_NANOS = 66_000_000;

  private final PrintWriter out;
  private final Plan plan;
  private long drawnNanos = System.nanoTime() - REDRAW_NANOS;
  private int drawnLines;

  TerminalProgress(PrintWriter out, Plan plan, Rig rig) {
    this.out = out;
    this.plan = plan;
    out.println(RunText.title(plan, rig));
  }

  @Override
  public void accept(Tick tick) {
    long now = System.nanoTime();
    if (now - drawnNanos >= REDRAW_NANOS || tick.phase().ended()) {
      drawnNanos = now;
      draw(RunText.status(tick, plan));
    }
  }

  @Override
  public void end(Ending ending) {
    drawnLines = 0;
    RunText.ending(ending, plan).forEach(out::println);
    out.flush();
  }

  @Override
  public void note(String kind, String text) {
    if (drawnLines > 0) {
      out.print("\033[" + drawnLines + "A\r\033[J"); // what is drawn goes on below it
      drawnLines = 0;
    }
    out.println(text);
    out.flush();
  }

  @Override
  public void reported(Path report, @Nullable String trouble) {
    out.println(RunText.report(report, trouble));
    out.flush();
  }

  private void draw(List<String> lines) {
    StringBuilder screen = new StringBuilder();
    if (drawnLines > 0) {
      screen.append("\033[").append(drawnLines).append('A');
    }
    for (String line : lines) {
      screen.append("\r\033[2K").append(line).append('\n');
    }
    drawnLines = lines.size();
    out.print(screen);
    out.flush();
  }
}
