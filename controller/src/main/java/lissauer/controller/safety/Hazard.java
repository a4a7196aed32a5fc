package lissauer.controller.safety;

import java.util.List;

/**
 * One thing that can go wrong on the bench.
 *
 * @param reaction how RF goes off: by hardware, a trip, a stop, a refusal; or only a warning
 * @param budgetSeconds from its onset to RF commanded off; NaN where no time can be given
 * @param detectable whether it must be found within that time, whatever the tissue
 * @param trips names of those that it may lead to
 * @param refusal what stops it where no trip does; empty when one does
 * @param fault name of the script that makes it happen on the simulator; empty when none can
 * @param tests {@code Class#method} of those that prove it
 */
public record Hazard(
    String id,
    String title,
    String cause,
    String shows,
    String detection,
    Reaction reaction,
    double budgetSeconds,
    boolean detectable,
    List<String> trips,
    String refusal,
    String fault,
    List<String> tests) {
  /** Reaction classes of domain hazards. */
  public enum Reaction {
    /** Hardware takes RF away without the service. */
    H,
    /** RF off and relay open in the same tick, latched. */
    T,
    /** The site is incomplete. */
    S,
    /** Refuses to start. */
    B,
    /** Warns. */
    W
  }

  /** Refuses a hazard that nothing answers or nothing proves. */
  public Hazard {
    trips = List.copyOf(trips);
    tests = List.copyOf(tests);
    if (trips.isEmpty() && refusal.isEmpty()) {
      throw new IllegalArgumentException(id + " leads to no trip and no refusal");
    }
    if (tests.isEmpty()) {
      throw new IllegalArgumentException(id + " has no test");
    }
    if (detectable && !(budgetSeconds > 0)) {
      throw new IllegalArgumentException(id + " is detectable and has no budget_seconds");
    }
  }
}
