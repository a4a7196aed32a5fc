package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lissauer acknowledge}: after somebody has looked at a rig that was left tripped. */
@Command(
    name = "acknowledge",
    mixinStandardHelpOptions = true,
    description = {
      "Acknowledges the trip that a rig was left with, so that the next run may start its self test.",
      "Without a TRIP it only says what is to be acknowledged."
    },
    footer = {"", "Exit codes: 0 nothing is latched any more, 1 something still is, 2 bad usage."})
final class AcknowledgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption state;

  @Option(names = "--rig", required = true, paramLabel = "RIG", description = "As for the run.")
  private String rig;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "As for the run; link= is part of which rig it is.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Parameters(
      arity = "0..1",
      paramLabel = "TRIP",
      description = "Name of the trip, as it was told.")
  private @Nullable String trip;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (RigLatch latch = state.take(rig, overrides)) {
      RigLatch.Latched left = latch.left().orElse(null);
      if (left == null) {
        out.println("rig " + rig + ": nothing to acknowledge");
        return ExitCode.DONE;
      }
      if (left.trip().equals(trip)) {
        latch.clear();
        out.println("rig " + rig + ": acknowledged " + trip + " of run " + left.run());
        return ExitCode.DONE;
      }
      RunText.latched(rig, left).forEach(out::println);
      return ExitCode.INCOMPLETE;
    }
  }
}
