package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import lissauer.controller.record.Replay;
import lissauer.controller.record.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code lissauer replay}: would this software decide the same again? */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the inputs of a record through the control core and reports the first decision that differs.",
      "Exit code 0 when none does and the record is what was written, 1 otherwise."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A journal, or the folder of a run.")
  private Path file;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Path journal = JournalFile.of(file);
    Replay.Result result = Replay.of(journal);
    String damage = Verification.of(journal).damage();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("run", result.header().run());
      values.put("simulated", result.header().simulated());
      values.put("ticks", result.ticks());
      values.put("end", result.end());
      values.put("difference", result.difference());
      values.put("damage", damage);
      out.println(JsonMapper.shared().writeValueAsString(values));
    } else if (result.difference() == null) {
      out.printf("no difference in %d ticks; the run was %s%n", result.ticks(), result.end());
    } else {
      out.println("first difference: " + result.difference());
      out.println("recorded by " + result.header().software());
    }
    if (damage != null) {
      spec.commandLine().getErr().println("the record is DAMAGED: " + damage);
    }
    return result.difference() == null && damage == null ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
