package lissauer.hal.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in all the files of one start, so that it is reported in one go. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Notes one problem; reading goes on. A problem already noted is not noted twice. */
  public void add(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Takes back a problem that another explains better. */
  void remove(Problem problem) {
    found.remove(problem);
  }

  /** How many so far. */
  public int count() {
    return found.size();
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends reading.
   *
   * @throws ConfigException with every problem, when there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigException(found);
    }
  }
}
