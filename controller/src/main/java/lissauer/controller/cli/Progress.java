package lissauer.controller.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import lissauer.controller.loop.Tick;
import lissauer.controller.plan.Plan;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;

/** Shows a run while it goes on. Called on one thread. */
interface Progress extends Consumer<Tick> {
  /** Called once, after the last tick. */
  void end(Ending ending);

  /**
   * Called after the end, once the report is written.
   *
   * @param trouble why it was not, or null
   */
  void reported(Path report, @Nullable String trouble);

  /**
   * Says one thing beside the row, at any time.
   *
   * @param kind names it for programs
   */
  void note(String kind, String text);

  /** A screen for a person, lines for a pipe, JSON for a program. */
  static Progress choose(boolean json, PrintWriter out, Plan plan, Rig rig) {
    if (json) {
      return new JsonProgress(out, plan, rig);
    }
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return terminal ? new TerminalProgress(out, plan, rig) : new PlainProgress(out, plan, rig);
  }
}
