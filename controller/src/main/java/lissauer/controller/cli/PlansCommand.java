package lissauer.controller.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import lissauer.controller.config.ConfigFolder;
import lissauer.controller.config.ProtocolReader;
import lissauer.controller.plan.Plan;
import lissauer.hal.settings.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lissauer plans}: what can be run. */
@Command(
    name = "plans",
    mixinStandardHelpOptions = true,
    description = "Lists the plans in the configuration, and checks each.")
final class PlansCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOption config;

  @Override
  public Integer call() {
    ConfigFolder folder = config.open();
    Problems problems = new Problems();
    PrintWriter out = spec.commandLine().getOut();
    for (String name : folder.names("plans")) {
      int before = problems.count();
      Plan plan = new ProtocolReader(folder).read(name, problems).plan();
      if (problems.count() == before) {
        out.printf("%-22s %s%n", name, plan.description());
        out.printf(
            "%-22s %s, %s, %s%n%n",
            "",
            RunText.sites(plan.sites().size()),
            plan.electrode(),
            RunText.program(plan.program()));
      }
    }
    problems.throwIfAny();
    return ExitCode.DONE;
  }
}
