package lissauer.controller.safety;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** Writes the numbers of trips the same way everywhere. */
final class TripText {
  private TripText() {}

  @FormatMethod
  static String say(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
