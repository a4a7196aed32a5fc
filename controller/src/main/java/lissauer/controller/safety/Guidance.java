package lissauer.controller.safety;

import java.util.List;

/**
 * What helps the person at the bench after a trip, from {@code docs/safety/hazards.yaml}.
 *
 * @param causes likely causes, the likeliest first
 * @param nextStep what to do now
 */
public record Guidance(Priority priority, List<String> causes, String nextStep) {
  /** How soon somebody must act, in the words of IEC 60601-1-8. */
  public enum Priority {
    /** RF may be on, or harm is near. */
    HIGH,
    /** Before the next site. */
    MEDIUM,
    /** To be known. */
    LOW
  }

  /** Keeps its own copy. */
  public Guidance {
    causes = List.copyOf(causes);
    if (causes.isEmpty() || nextStep.isBlank()) {
      throw new IllegalArgumentException("guidance needs a cause and a next step");
    }
  }

  /** Guidance for one kind of trip. */
  public static Guidance of(Trip trip) {
    return HazardAnalysis.shipped().guidance(trip.name());
  }
}
