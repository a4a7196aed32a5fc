package lissauer.hal.settings;

import java.util.Locale;

/** Keeps what should never have been written where it was from being printed as well. */
public final class Secrets {
  private static final String MASK = "…";

  private Secrets() {}

  /** A value as it may be shown: nothing of a password, all of what is none. */
  public static String masked(String key, String value) {
    String last = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean names = last.endsWith("_file") || last.endsWith("_variable");
    return last.contains("pass") && !names ? MASK : masked(value);
  }

  /** An address as it may be shown: only its scheme when it holds more than where something is. */
  public static String masked(String address) {
    if (address.chars().noneMatch(c -> c == '@' || c == '?' || c == '#')) {
      return address;
    }
    int scheme = address.indexOf("://");
    return (scheme < 0 ? "" : address.substring(0, scheme + 3)) + MASK;
  }
}
