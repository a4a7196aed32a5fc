package lissauer.hal.console;

import java.util.Map;
import java.util.Optional;

/**
 * Brings commands to the console; found at run time through {@link java.util.ServiceLoader}, so
 * that a package without a module simply lacks its commands.
 */
public interface ConsoleModule {
  /**
   * Commands, annotated for picocli, by the words that call them: {@code "simulate"}, or {@code
   * "plan coverage"} for one below a command that is there. A command returns its exit code; what
   * it throws is told as the console's own failures are.
   *
   * @param files the configuration that came with the program; see {@link ConsoleFiles#at}
   */
  Map<String, Object> commands(ConsoleFiles files);

  /** What {@code lissauer bench NAME} measures, by name. */
  Map<String, Benchmark> benchmarks(ConsoleFiles files);

  /** Modelled tips for campaigns, if it has any. */
  default Optional<VirtualTips> virtualTips() {
    return Optional.empty();
  }

  /** Whole rigs for campaigns, if it has any. */
  default Optional<VirtualRigs> virtualRigs() {
    return Optional.empty();
  }

  /**
   * What a row has destroyed by a model, for its report; empty when the module has none. May take
   * seconds, and is never asked while a row runs.
   *
   * @param row with the sites that were made
   * @throws lissauer.hal.settings.ConfigException when the model lacks a file it needs
   */
  default Optional<CoverageMap> coverage(PlannedRow row, ConsoleFiles files) {
    return Optional.empty();
  }
}
