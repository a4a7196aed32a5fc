package lissauer.controller.drill;

import java.util.Optional;

/**
 * What became of one row.
 *
 * @param trip its name; empty when the row ended without one
 * @param what what the trip said
 * @param came whether the fault came at all
 * @param reactionSeconds from the onset, or from the first RF after it, to the deciding tick; NaN
 *     when there was no trip or it came before the fault
 * @param offSeconds from the same moment until no power reached the tissue any more
 * @param joules into the tissue since the onset
 * @param peakCelsius highest true temperature of the tip since the onset
 */
public record Drilled(
    long seed,
    Optional<String> trip,
    String what,
    boolean came,
    double reactionSeconds,
    double offSeconds,
    double joules,
    double peakCelsius) {

  /** Whether RF was cut because of the fault, for one of the reasons that it may be cut for. */
  boolean found(Ordeal ordeal) {
    return came && reactionSeconds >= 0 && trip.filter(ordeal.trips()::contains).isPresent();
  }

  /** Found, and within the budget. */
  boolean inTime(Ordeal ordeal) {
    return found(ordeal) && reactionSeconds <= ordeal.budgetSeconds() + ROUNDING_SECONDS;
  }

  private static final double ROUNDING_SECONDS = 1e-9;
}
