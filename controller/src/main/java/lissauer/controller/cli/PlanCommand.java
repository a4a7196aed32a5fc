package lissauer.controller.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lissauer plan}: holds the commands that look into one plan, which modules bring. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Looks into one plan; lissauer plans lists them.")
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE;
  }
}
