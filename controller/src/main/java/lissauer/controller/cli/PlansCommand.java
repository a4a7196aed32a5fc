package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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
  public Integer call() throws IOException {
    ConfigFolder folder = config.open();
    Problems problems = new Problems();
    PrintWriter out = spec.commandLine().getOut();
    List<String> names = folder.names("plans");
    if (names.isEmpty()) {
      throw new IOException("no plans in the configuration; is --config right?");
    }
    for (String name : names) {
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
