package lissauer.controller.cli;

import java.nio.file.Path;
import lissauer.controller.config.ConfigFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration is: beside the launcher unless said otherwise. */
final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description =
          "Folder with rigs, electrodes, plans and tissues (default: the one that came with this program).")
  private @Nullable Path folder;

  ConfigFolder open() {
    return folder == null ? shipped() : new ConfigFolder(folder);
  }

  /** As it was typed, with a space before it; empty when it was not. */
  String typed() {
    return folder == null ? "" : " --config " + folder;
  }

  /** The one that came with this program. */
  static ConfigFolder shipped() {
    return new ConfigFolder(Path.of(System.getProperty("lissauer.home", "."), "config"));
  }
}
