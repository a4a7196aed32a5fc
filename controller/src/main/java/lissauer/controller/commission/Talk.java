package lissauer.controller.commission;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The person at the bench: is told things, and answers in lines. */
public interface Talk {
  /** Tells one line. */
  void say(String line);

  /**
   * The next answer if there is one by now and it is wanted; else null, and it stays for later.
   * Waits a few milliseconds at most.
   *
   * @throws Aborted when no answer will come any more
   */
  @Nullable String answer(Predicate<String> wanted) throws Aborted;
}
