package lissauer.controller.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import lissauer.hal.console.Benchmark;
import lissauer.hal.console.ConsoleFiles;
import lissauer.hal.console.ConsoleModule;
import lissauer.hal.console.CoverageMap;
import lissauer.hal.console.PlannedRow;
import lissauer.hal.console.VirtualRigs;
import lissauer.hal.console.VirtualTips;
import picocli.CommandLine;

/**
 * The modules beside the service and what they bring.
 *
 * @param all in the order of the class path
 */
record Modules(List<ConsoleModule> all) {

  /** Those on the class path. */
  static Modules installed() {
    return new Modules(
        ServiceLoader.load(ConsoleModule.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** Puts every command in its place, and a word of explanation where the simulator's would be. */
  void addTo(CommandLine line, ConsoleFiles files) {
    for (ConsoleModule module : all) {
      module.commands(files).forEach((path, command) -> add(line, path, command));
    }
    for (String path : AbsentCommand.PATHS) {
      if (!parent(line, path).getSubcommands().containsKey(lastWord(path))) {
        add(line, path, new AbsentCommand());
      }
    }
  }

  /** What they can measure, by name. */
  Map<String, Benchmark> benchmarks(ConsoleFiles files) {
    Map<String, Benchmark> found = new TreeMap<>();
    all.forEach(module -> found.putAll(module.benchmarks(files)));
    return found;
  }

  /** Modelled tips, if any module has them. */
  Optional<VirtualTips> virtualTips() {
    return all.stream().flatMap(module -> module.virtualTips().stream()).findFirst();
  }

  /** Whole rigs for campaigns, if any module has them. */
  Optional<VirtualRigs> virtualRigs() {
    return all.stream().flatMap(module -> module.virtualRigs().stream()).findFirst();
  }

  /** What the first module with a model says that a row has destroyed. */
  Optional<CoverageMap> coverage(PlannedRow row, ConsoleFiles files) {
    return all.stream().flatMap(module -> module.coverage(row, files).stream()).findFirst();
  }

  private static void add(CommandLine line, String path, Object command) {
    parent(line, path).addSubcommand(lastWord(path), command);
  }

  private static CommandLine parent(CommandLine line, String path) {
    CommandLine at = line;
    String[] words = path.split(" ", -1);
    for (int i = 0; i < words.length - 1; i++) {
      CommandLine next = at.getSubcommands().get(words[i]);
      if (next == null) {
        throw new IllegalStateException("no command " + words[i] + " to hold \"" + path + "\"");
      }
      at = next;
    }
    return at;
  }

  private static String lastWord(String path) {
    return path.substring(path.lastIndexOf(' ') + 1);
  }
}
