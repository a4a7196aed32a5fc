package lissauer.hal.gpio;

import java.util.Locale;
import java.util.stream.Stream;
import lissauer.hal.settings.Settings;

/** Words of a settings file for the constants of an enum. */
final class Choice {
  private Choice() {}

  /** The constant whose name stands there in small letters, or {@code otherwise}. */
  static <E extends Enum<E>> E of(Settings settings, String key, E[] constants, E otherwise) {
    if (!settings.has(key)) {
      return otherwise;
    }
    String word = settings.choice(key, Stream.of(constants).map(Choice::word).toList());
    return Stream.of(constants).filter(each -> word(each).equals(word)).findAny().orElse(otherwise);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
