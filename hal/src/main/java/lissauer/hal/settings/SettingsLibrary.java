package lissauer.hal.settings;

/** Finds the file that another file names. */
@FunctionalInterface
public interface SettingsLibrary {
  /**
   * Opens {@code folder/name}; when it cannot, notes why at {@code askedAt} and returns an empty
   * file, so that reading goes on.
   */
  Settings open(String folder, String name, Place askedAt, Problems problems);
}
