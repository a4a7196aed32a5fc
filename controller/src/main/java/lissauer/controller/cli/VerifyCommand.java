package lissauer.controller.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lissauer.controller.record.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code lissauer verify}: is this record still what was written? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Follows the hash chain of a record and says where it was changed, cut or put in another order.",
      "With the head that the run printed, a record that was rewritten as a whole is found as well."
    },
    footer = {
      "",
      "Exit codes: 0 whole to its end, 1 damaged, interrupted or of another head, 2 bad usage."
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A journal, or the folder of a run.")
  private Path file;

  @Option(
      names = "--head",
      paramLabel = "HASH",
      description = "What the head must be: 64 hexadecimal digits.")
  private @Nullable String head;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (head != null && !head.toLowerCase(Locale.ROOT).matches("[0-9a-f]{64}")) {
      throw new ParameterException(
          spec.commandLine(), "--head " + head + ": expected 64 hexadecimal digits");
    }
    Path journal = JournalFile.of(file);
    Verification found = Verification.of(journal);
    boolean other = head != null && !head.equalsIgnoreCase(found.head());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("journal", journal.toString());
      values.put("ticks", found.ticks());
      values.put("end", found.end().isEmpty() ? null : found.end());
      values.put("head", found.head());
      values.put("damage", found.damage());
      values.put("headAsExpected", head == null ? null : !other);
      out.println(JsonMapper.shared().writeValueAsString(values));
    } else {
      say(out, journal, found);
      Optional<String> reported = ReportFile.headBeside(journal);
      if (reported.isPresent() && !reported.get().equalsIgnoreCase(found.head())) {
        out.println("the report beside it was written with another head: " + reported.get());
      }
      if (other) {
        out.println("NOT the head that was expected: rewritten, cut, or another record");
      }
    }
    return found.whole() && !other ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static void say(PrintWriter out, Path journal, Verification found) {
    if (found.damage() != null) {
      out.println("DAMAGED " + journal + ": " + found.damage());
      out.println("whole up to there: " + found.ticks() + " ticks");
    } else {
      out.println(
          found.end().isEmpty()
              ? "whole as far as it goes, "
                  + found.ticks()
                  + " ticks; interrupted: it has no end, since the run was killed or its tail cut off;"
                  + " only a head that was kept elsewhere tells which"
              : "whole, " + found.ticks() + " ticks; the run was " + found.end());
    }
    out.println("head " + found.head());
  }
}
