package lissauer.hal.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Guesses what a person meant by a word that does not exist. */
public final class DidYouMean {
  private DidYouMean() {}

  /** {@code "; did you mean \"x\"?"} for the nearest word, or nothing when none is near. */
  public static String hint(String given, Collection<String> words) {
    return nearest(given, words).map(word -> "; did you mean \"" + word + "\"?").orElse("");
  }

  /** Explains an unknown key: another unit of a known quantity, a slip of the pen, or neither. */
  static String unknown(String key, Map<String, String> known) {
    Optional<String> meant = nearest(key, known.keySet());
    if (meant.isEmpty()) {
      return "unknown key; known here: " + String.join(", ", known.keySet());
    }
    String right = meant.get();
    if (!sameQuantity(key, right)) {
      return "unknown key; did you mean \"" + right + "\"?";
    }
    String allowed = known.getOrDefault(right, "");
    return "wrong unit; write \""
        + right
        + "\", in "
        + Units.symbol(right)
        + (allowed.isEmpty() ? "" : " (allowed " + allowed + ")");
  }

  /** The word that was meant: the same quantity in our unit, else the most similar one. */
  static Optional<String> nearest(String given, Collection<String> words) {
    return words.stream()
        .filter(word -> sameQuantity(given, word))
        .findFirst()
        .or(() ->
            words.stream()
                .filter(word -> distance(given, word) <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(given, word))));
  }

  private static boolean sameQuantity(String given, String known) {
    return !Units.symbol(known).isEmpty() && Units.quantity(known).equals(Units.quantity(given));
  }

  /** Levenshtein distance (Levenshtein 1966), two rows of the table at a time. */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
