package lissauer.controller.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands where the simulator's command would be, and says why it is not there. */
@Command(hidden = true)
final class AbsentCommand implements Callable<Integer> {
  /** Commands that people look for in vain without the simulator. */
  static final List<String> PATHS = List.of("simulate", "devices", "plan coverage");

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // filled by picocli, so that any arguments will do
  @Unmatched
  private List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    spec.commandLine()
        .getErr()
        .println(
            spec.qualifiedName() + " is not there: this package was built without the simulator");
    return ExitCode.USAGE;
  }
}
