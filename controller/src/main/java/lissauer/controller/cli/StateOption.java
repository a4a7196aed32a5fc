package lissauer.controller.cli;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where it is remembered how a rig was left. */
final class StateOption {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      defaultValue = "${env:LISSAUER_STATE}",
      description =
          "Folder that remembers how rigs were left (default: LISSAUER_STATE, or lissauer in the user's state folder).")
  private @Nullable Path folder;

  /**
   * Takes a rig.
   *
   * @param overrides of its file; where its devices are is part of which rig it is
   */
  RigLatch take(String rig, Map<String, String> overrides) throws java.io.IOException {
    return RigLatch.take(folder(), key(rig, overrides));
  }

  private Path folder() {
    if (folder != null) {
      return folder;
    }
    String given = System.getenv("STATE_DIRECTORY"); // systemd
    if (given != null && !given.isBlank()) {
      return Path.of(given);
    }
    String xdg = System.getenv("XDG_STATE_HOME");
    Path home =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(xdg);
    return home.resolve("lissauer");
  }

  private static String key(String rig, Map<String, String> overrides) {
    String name = rig.replaceAll("[^A-Za-z0-9_.-]+", "_");
    String link = overrides.get("link");
    return link == null
        ? name
        : name
            + "-"
            + HexFormat.of()
                .toHexDigits(Path.of(link).toAbsolutePath().normalize().toString().hashCode())
                .toLowerCase(Locale.ROOT);
  }
}
