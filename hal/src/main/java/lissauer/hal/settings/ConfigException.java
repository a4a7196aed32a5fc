package lissauer.hal.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Configuration that cannot be used, with everything that is wrong in it at once. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line a problem. */
  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
