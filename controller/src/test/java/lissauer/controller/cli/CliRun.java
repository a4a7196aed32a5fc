package lissauer.controller.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One command, run in this process, with what it printed. */
public record CliRun(int code, String out, String err) {
  public static CliRun of(String... arguments) {
    return of(Modules.installed(), arguments);
  }

  /** One whose operator types this, and then nothing more. */
  static CliRun answered(String answers, String... arguments) {
    return of(Modules.installed(), answers, arguments);
  }

  static CliRun of(Modules modules, String... arguments) {
    return of(modules, "", arguments);
  }

  /** A run tells no broker anything unless the test names one, or the tests would wait for it. */
  private static String[] quietly(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (all.contains("run") && all.stream().noneMatch(word -> word.startsWith("--broker"))) {
      all.add(all.indexOf("run") + 1, "--no-telemetry");
    }
    return all.toArray(String[]::new);
  }

  private static CliRun of(Modules modules, String answers, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    InputStream in = System.in;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = Main.run(modules, quietly(arguments));
      return new CliRun(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }
}
