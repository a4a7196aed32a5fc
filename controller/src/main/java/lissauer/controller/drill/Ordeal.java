package lissauer.controller.drill;

import java.util.ArrayList;
import java.util.List;
import lissauer.controller.safety.Hazard;

/**
 * One hazard as it is tried.
 *
 * @param script in config/faults; empty for a row on which nothing breaks
 * @param budgetSeconds from onset to RF commanded off; NaN when none is promised
 * @param promised whether it must be found within the budget on every seed
 * @param trips names of those that it may lead to
 */
public record Ordeal(
    String id,
    String title,
    String script,
    double budgetSeconds,
    boolean promised,
    List<String> trips) {
  private static final String IN_RAMP = "-in-ramp";

  /** Keeps its own copy. */
  public Ordeal {
    trips = List.copyOf(trips);
    if (promised && !(budgetSeconds > 0)) {
      throw new IllegalArgumentException(id + " is promised within no time");
    }
  }

  /**
   * Those hazards that the simulator can make, in their order, each in the ramp too where there is
   * a script for that.
   *
   * @param scripts names of all that there are
   */
  public static List<Ordeal> all(List<Hazard> hazards, List<String> scripts) {
    List<Ordeal> all = new ArrayList<>();
    for (Hazard hazard : hazards) {
      if (!hazard.fault().isEmpty()) {
        all.add(of(hazard, "", ""));
        if (scripts.contains(hazard.fault() + IN_RAMP)) {
          all.add(of(hazard, IN_RAMP, ", in the ramp"));
        }
      }
    }
    return all;
  }

  private static Ordeal of(Hazard hazard, String scriptEnd, String titleEnd) {
    return new Ordeal(
        hazard.id(),
        hazard.title() + titleEnd,
        hazard.fault() + scriptEnd,
        hazard.budgetSeconds(),
        hazard.detectable(),
        hazard.trips());
  }

  /** A row on which nothing breaks: every trip is a false one. */
  public static Ordeal nothing() {
    return new Ordeal("none", "nothing breaks", "", Double.NaN, false, List.of());
  }
}
