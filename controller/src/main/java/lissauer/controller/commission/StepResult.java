package lissauer.controller.commission;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step of the walk-through has shown.
 *
 * @param measured names with their units, in order
 * @param note why, for a person; empty when it passed
 */
public record StepResult(String step, Verdict verdict, Map<String, Object> measured, String note) {
  /** How a step ended. */
  public enum Verdict {
    /** Shown. */
    PASSED,
    /** Shown not to be so. */
    FAILED,
    /** Not shown: the person wanted to go on. */
    SKIPPED,
    /** Not shown: the person said at the start that the bench has no such thing. */
    LEFT_OUT
  }

  /** Keeps its own copy, in order. */
  public StepResult {
    measured = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measured));
  }

  static StepResult skipped(String step) {
    return new StepResult(step, Verdict.SKIPPED, Map.of(), "skipped by the operator");
  }

  /** A step that this bench has nothing for. */
  public static StepResult leftOut(String step) {
    return new StepResult(step, Verdict.LEFT_OUT, Map.of(), "left out by --without");
  }

  static StepResult failed(String step, Map<String, Object> measured, String note) {
    return new StepResult(step, Verdict.FAILED, measured, note);
  }

  static StepResult passed(String step, Map<String, Object> measured) {
    return new StepResult(step, Verdict.PASSED, measured, "");
  }
}
