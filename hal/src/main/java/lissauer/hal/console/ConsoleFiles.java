package lissauer.hal.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lissauer.hal.settings.Place;
import lissauer.hal.settings.Problems;
import lissauer.hal.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, for a command that does not know how it is stored. What is wrong in a file is
 * noted in the problems and reading goes on; a command ends reading with {@link
 * Problems#throwIfAny}.
 */
public interface ConsoleFiles {
  /** Those in a folder of the user's own, {@code --config}; these when there is none. */
  ConsoleFiles at(@Nullable Path folder);

  /**
   * Opens {@code folder/name}, or the file at a path.
   *
   * @param overrides put over what the file says, by key with dots
   * @param askedAt the option that named the file
   */
  Settings open(
      String folder, String name, Map<String, String> overrides, Place askedAt, Problems problems);

  /** Names that {@link #open} finds in a folder, sorted. */
  List<String> names(String folder);

  /**
   * Reads a plan as for a run, with its electrode. When {@code problems} has grown, it is only good
   * for looking for more problems.
   *
   * @throws lissauer.hal.settings.ConfigException when there is no electrode to check a plan
   *     against
   */
  PlannedRow row(String planName, Problems problems);
}
