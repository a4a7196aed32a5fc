package lissauer.controller.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.ConsoleModule;
import lissauer.hal.console.Figure;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings a command below {@code plan} that tells what it read, and a benchmark with a table. */
public final class EchoModule implements ConsoleModule {
  @Override
  public Map<String, Object> commands(ConsoleFiles files) {
    return new TreeMap<>(Map.of("plan echo", new Echo(files)));
  }

  @Override
  public Map<String, Benchmark> benchmarks(ConsoleFiles files) {
    return Map.of(
        "echo",
        table -> {
          table.println("a table");
          return List.of(
              Figure.reported("plans", files.names("plans").size(), "1"),
              Figure.atMost("too much", 2, "1", 1));
        });
  }

  @Command(name = "echo")
  private static final class Echo implements Callable<Integer> {
    private final ConsoleFiles files;
    @Spec private CommandSpec spec;

    @Option(names = "--config")
    private Path config;

    @Option(names = "--plan")
    private String plan;

    private Echo(ConsoleFiles files) {
      this.files = files;
    }

    @Override
    public Integer call() {
      Problems problems = new Problems();
      ConsoleFiles own = files.at(config);
      spec.commandLine().getOut().println(own.row(plan, problems));
      own.open(
              "tissues",
              "cord",
              Map.of("base_celsius", "99"),
              new Place("--tissue", 0, 0),
              problems)
          .number("base_celsius", 10, 40);
      problems.throwIfAny();
      return 0;
    }
  }
}
