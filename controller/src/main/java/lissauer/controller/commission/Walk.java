package lissauer.controller.commission;

import java.util.Locale;
import java.util.function.Predicate;
import lissauer.hal.DeviceException;
import lissauer.hal.Rig;
import org.jspecify.annotations.Nullable;

/**
 * Asks, waits and looks, while the rig ticks on with RF off. The relay is open whenever a step has
 * ended, however it ended.
 */
public final class Walk {
  private final ColdRig rig;
  private final Talk talk;

  /** Walks through a rig that has just been opened. */
  public Walk(Rig rig, long tickNanos, Talk talk) {
    this.rig = new ColdRig(rig, tickNanos);
    this.talk = talk;
  }

  /** Ends it within a tick, from any thread: RF is off already, the relay falls open. */
  public void end(String why) {
    rig.end(why);
  }

  /** One step: what it does with the walk. */
  @FunctionalInterface
  public interface Step {
    /** Runs it. */
    StepResult run(Walk walk) throws DeviceException, Aborted, Skipped;
  }

  /** The person does not want this step. */
  public static final class Skipped extends Exception {
    private static final long serialVersionUID = 1L;

    Skipped() {
      super("skipped", null, false, false);
    }
  }

  /**
   * Takes one step.
   *
   * @throws DeviceException if the rig is lost; no further step makes sense then
   */
  public StepResult take(String name, Step step) throws DeviceException, Aborted {
    try {
      return step.run(this);
    } catch (Skipped skipped) {
      return StepResult.skipped(name);
    } finally {
      rig.relay(false);
    }
  }

  /** Tells one line. */
  public void say(String line) {
    talk.say(line);
  }

  /** Asks, and waits as long as it takes for a line. */
  public String ask(String question) throws DeviceException, Aborted, Skipped {
    talk.say(question);
    while (true) {
      rig.tick();
      String answer = answer(_ -> true);
      if (answer != null) {
        return answer;
      }
    }
  }

  /** Asks for a number; NaN for an empty answer. */
  public double askNumber(String question, double least, double most, String unit)
      throws DeviceException, Aborted, Skipped {
    String asked = question;
    while (true) {
      String answer = ask(asked);
      if (answer.isEmpty()) {
        return Double.NaN;
      }
      try {
        double value = Double.parseDouble(answer.replace(',', '.'));
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Asked again below.
      }
      asked =
          String.format(
              Locale.ROOT,
              "\"%s\" is no number from %s to %s %s; again:",
              answer,
              least,
              most,
              unit);
    }
  }

  ColdRig.Look look() throws DeviceException, Aborted {
    return rig.tick();
  }

  void relay(boolean closed) throws DeviceException {
    rig.relay(closed);
  }

  /**
   * Ticks until something is seen.
   *
   * @return what showed it, or null when it was not seen in time
   */
  ColdRig.@Nullable Look await(Predicate<ColdRig.Look> seen, double longestSeconds)
      throws DeviceException, Aborted, Skipped {
    ColdRig.Look first = rig.tick();
    ColdRig.Look now = first;
    while (!seen.test(now)) {
      if ((now.atNanos() - first.atNanos()) * 1e-9 > longestSeconds) {
        return null;
      }
      String _ = answer(_ -> false);
      now = rig.tick();
    }
    return now;
  }

  /** Whether this was typed; any other answer stays for whoever asks for it. */
  boolean typed(String word) throws Aborted, Skipped {
    return answer(word::equalsIgnoreCase) != null;
  }

  /** A wanted answer, if there is one; q ends the walk, s the step. */
  private @Nullable String answer(Predicate<String> wanted) throws Aborted, Skipped {
    String answer =
        talk.answer(
            line -> line.equalsIgnoreCase("q") || line.equalsIgnoreCase("s") || wanted.test(line));
    if (answer == null) {
      return null;
    }
    if (answer.equalsIgnoreCase("q")) {
      throw new Aborted("the operator has ended it");
    }
    if (answer.equalsIgnoreCase("s")) {
      throw new Skipped();
    }
    return answer;
  }
}
