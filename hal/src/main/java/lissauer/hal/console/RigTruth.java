package lissauer.hal.console;

import java.util.List;

/**
 * What is so on a virtual rig at one moment, whatever its sensors show.
 *
 * @param nanos on the rig's clock
 * @param tipCelsius temperature of the metal where the thermocouple sits, without lag or noise
 * @param powerWatts that reaches the tissue
 * @param contactClosed whether the relay's main contact is closed
 * @param faults that have come so far, in the order in which they came
 * @param afterJoules energy into the tissue since the first of them came; 0 before
 * @param afterPeakCelsius highest temperature of the tip since then; NaN before
 * @param heatedNanos until when power last reached the tissue; {@link Long#MIN_VALUE} for never
 */
public record RigTruth(
    long nanos,
    double tipCelsius,
    double powerWatts,
    boolean contactClosed,
    List<Onset> faults,
    double afterJoules,
    double afterPeakCelsius,
    long heatedNanos) {
  /**
   * A scripted fault has come.
   *
   * @param what where and what, in words
   * @param atNanos on the rig's clock
   */
  public record Onset(String what, long atNanos) {}

  /** Keeps its own copy. */
  public RigTruth {
    faults = List.copyOf(faults);
  }
}
